import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { resourcesFolder } from '../../../../resources-folder.ts'

/** Latin, Cyrillic and Greek; Arabic; Hebrew. The installed app has just these of their packages (`electron-builder.yml`). */
const files = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/600SemiBold/Inter_600SemiBold.ttf',
  'inter/700Bold/Inter_700Bold.ttf',
  'jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
  'noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
  'noto-serif-hebrew/700Bold/NotoSerifHebrew_700Bold.ttf',
]

export function readFonts(): Uint8Array[] {
  return files.map((file) => readFileSync(inPackages(join('@expo-google-fonts', file))))
}

/** A file of a package that is not bundled. */
export function inPackages(path: string): string {
  return join(dirname(resourcesFolder()), 'node_modules', path)
}
