import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuseWire } from './electron-dist.ts'

const helpers = [
  'Electron Helper',
  'Electron Helper (GPU)',
  'Electron Helper (Plugin)',
  'Electron Helper (Renderer)',
]

/** Makes a folder with the parts of an unpacked Electron for macOS that packaging touches; its programs do not run. */
export function makeMacDist(folder: string): void {
  const contents = makeBundle(folder, 'Electron')
  write(join(contents, 'Resources'), 'electron.icns', '')
  for (const helper of helpers) makeBundle(join(contents, 'Frameworks'), helper)
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework')
  const version = join(framework, 'Versions', 'A')
  write(version, 'Electron Framework', fuseWire())
  for (const language of ['en', 'uk', 'de']) {
    write(join(version, 'Resources', `${language}.lproj`), 'locale.pak', 'words')
  }
  symlinkSync('A', join(framework, 'Versions', 'Current'))
  for (const name of ['Resources', 'Electron Framework']) {
    symlinkSync(`Versions/Current/${name}`, join(framework, name))
  }
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), content, { mode: 0o755 })
}

/** @returns the folder of its contents */
function makeBundle(folder: string, name: string): string {
  const contents = join(folder, `${name}.app`, 'Contents')
  write(join(contents, 'MacOS'), name, '')
  const entries = { CFBundleExecutable: name, CFBundleName: name, CFBundleIconFile: 'electron.icns' }
  const list = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  write(contents, 'Info.plist', `<plist version="1.0"><dict>${list.join('')}</dict></plist>`)
  return contents
}
