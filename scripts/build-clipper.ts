import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { zipSync } from 'fflate'
import { build, type InlineConfig, type LogLevel } from 'vite'
import { type BrowserKind, manifestFor } from '../clipper/manifest.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'clipper')
/** The texts that the browser itself shows, by the names that the manifest calls them. */
const manifestTexts = ['name', 'description', 'commandPage', 'commandSelection']

/**
 * Builds the clipper for both kinds of browser: a folder each, to be loaded unpacked, and a zip of it beside.
 * `build --outDir FOLDER` builds somewhere else than into out/clipper.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowPositionals: true,
    options: { outDir: { type: 'string' }, logLevel: { type: 'string', default: 'warn' } },
  })
  const out = values.outDir ?? join(root, 'out', 'clipper')
  const common: InlineConfig = {
    configFile: false,
    root: source,
    logLevel: values.logLevel as LogLevel,
    resolve: { alias: { '#shared': join(root, 'shared') } },
    cacheDir: join(root, 'node_modules/.cache/vite-clipper'),
  }
  rmSync(out, { recursive: true, force: true })
  const built = join(out, '.built')
  await buildPages(common, built)
  await buildPageScript(common, built)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  for (const browser of ['chromium', 'firefox'] as const) {
    const folder = join(out, browser)
    cpSync(built, folder, { recursive: true })
    addManifest(folder, browser, version)
    writeFileSync(join(out, `aide-memoire-clipper-${browser}-${version}.zip`), zipFolder(folder))
  }
  rmSync(built, { recursive: true })
}

/** The popup and the background, which share their parts as modules. */
async function buildPages(common: InlineConfig, outDir: string): Promise<void> {
  await build({
    ...common,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { popup: join(source, 'popup/index.html'), background: join(source, 'background/main.ts') },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name].js',
          assetFileNames: 'parts/[name][extname]',
        },
      },
    },
  })
}

/** What is put into pages has to be one file that is no module. */
async function buildPageScript(common: InlineConfig, outDir: string): Promise<void> {
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome130',
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(source, 'page/collect.ts'),
        output: { format: 'iife', name: 'aideMemoirePage', entryFileNames: 'page.js' },
      },
    },
  })
}

function addManifest(folder: string, browser: BrowserKind, version: string): void {
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`)
  mkdirSync(join(folder, 'icons'))
  for (const size of [16, 32, 48, 128]) {
    cpSync(join(source, `icons/${size}.png`), join(folder, `icons/${size}.png`))
  }
  for (const language of ['en', 'uk']) {
    const words = JSON.parse(readFileSync(join(source, `locales/${language}.json`), 'utf8')) as Record<
      string,
      string
    >
    const messages = Object.fromEntries(manifestTexts.map((name) => [name, { message: words[name] }]))
    mkdirSync(join(folder, '_locales', language), { recursive: true })
    writeFileSync(join(folder, '_locales', language, 'messages.json'), JSON.stringify(messages, null, 2))
  }
}

/** The same bytes for the same files: no time of today, and the files in the order of their names. */
function zipFolder(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const entries = files.map(
    (file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)] as const,
  )
  return zipSync(Object.fromEntries(entries), { mtime: '2026-01-01T00:00:00' })
}

await main()
