import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printPdf } from '../../../electron/backend/capture/formats/pdf.fixture.ts'
import { buildInto } from '../../../scripts/lib/build.mjs'
import { hashFile } from '../../../scripts/packaging/report-app.ts'
import { expect, test } from '../../helpers/desktop-test.ts'
import { readFuses } from '../../helpers/electron-dist.ts'
import { makePackagingFolder, type Packaged, packageApp } from '../../helpers/package-app.ts'
import { type ArchivedFile, extractAsar, readAsar } from '../../helpers/read-asar.ts'
import { ferryText } from '../samples/articles.ts'

/* The app as it is installed, packaged over a stand-in for Electron's own files. */

const root = fileURLToPath(new URL('../../..', import.meta.url))
const architecture = process.arch === 'arm64' ? 'arm64' : 'x64'
const binary = `linux-${architecture}.node`
let folder = ''
let packaged: Packaged
let files: ArchivedFile[] = []

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = makePackagingFolder()
  packaged = await packageApp(folder, 'first', { architectures: [architecture] })
  files = readAsar(packaged.archive)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files below a folder with their SHA-256. */
function hashesIn(place: string): Record<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [relative(place, path), hashFile(path)]))
}

/** What may be in the archive. Each must also occur. */
const allowed = [
  /^package\.json$/,
  /^out\/shell\/main\/[\w.-]+\.js$/,
  /^out\/shell\/main\/(?:main|backend|search-worker|extract-worker|check-worker|change-worker|copy-worker|quotation-worker|analysis-worker|dossier-worker|dossier-export-worker|export-worker|share-worker|import-worker|feed-worker)\.js$/,
  /^out\/shell\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg)$/,
  /^resources\/icons\/png\/256x256\.png$/,
  /^resources\/citations\/(?:README\.md|styles\/[\w.-]+\.csl|locales\/locales-[\w-]+\.xml)$/,
  /^resources\/typst\/dossier\.typ$/,
  /^resources\/sample\/notebook\.json$/,
  /^resources\/sample\/(?:articles|revisions)\/[\w-]+\.md$/,
  /^resources\/sample\/coding\/[\w-]+\.json$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/${binary}$`),
  /^node_modules\/@myriaddreamin\/typst-ts-web-compiler\/package\.json$/,
  /^node_modules\/@myriaddreamin\/typst-ts-web-compiler\/pkg\/(?:wasm-pack-shim|typst_ts_web_compiler)\.mjs$/,
  /^node_modules\/@myriaddreamin\/typst-ts-web-compiler\/pkg\/typst_ts_web_compiler_bg\.wasm$/,
  /^node_modules\/@expo-google-fonts\/[\w-]+\/(?:package\.json|LICENSE_FONT)$/,
  /^node_modules\/@expo-google-fonts\/[\w-]+\/[\w]+\/[\w]+\.ttf$/,
  /^node_modules\/@napi-rs\/canvas\/(?:package\.json|index\.js)$/,
  /^node_modules\/pdfjs-dist\/(?:package\.json|LICENSE)$/,
  /^node_modules\/pdfjs-dist\/legacy\/build\/pdf(?:\.worker)?\.mjs$/,
]

test('the package holds what is built and what that needs, and no source, test, map or other system’s binary', () => {
  const paths = files.map(({ path }) => path)
  expect(paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
  for (const pattern of allowed)
    expect(
      paths.some((path) => pattern.test(path)),
      String(pattern),
    ).toBe(true)
  // Of which most is the setting of pages and its fonts.
  expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(60_000_000)
})

test('the binary of the database is the one of the target, and lies outside of the archive', () => {
  const unpacked = files.filter(({ isUnpacked }) => isUnpacked)
  expect(unpacked.map(({ path }) => path)).toEqual([`node_modules/better-sqlite3/prebuilds/${binary}`])
  const own = readFileSync(join(root, 'node_modules/better-sqlite3/prebuilds', binary))
  expect(unpacked[0]?.bytes.equals(own)).toBe(true)
})

test('the program cannot be made to run as Node, and loads nothing but the archive', () => {
  expect(readFuses(join(packaged.app, 'aide-memoire'))).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(readdirSync(join(packaged.app, 'locales')).sort()).toEqual(['en-US.pak', 'uk.pak'])
})

test('the licences of all that ships come along, and name the fonts and the database too', () => {
  const licences = join(packaged.resources, 'licences')
  expect(readFileSync(join(licences, 'LICENSE.txt'))).toEqual(readFileSync(join(root, 'LICENSE')))
  const text = readFileSync(join(licences, 'third-party.txt'), 'utf8')
  for (const name of ['better-sqlite3', 'pdfjs-dist', 'react', '@tiptap/core', 'linkedom']) {
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
  }
  expect(text).toMatch(/^@fontsource-variable\/literata .*OFL/m)
  expect(existsSync(join(packaged.app, 'LICENSES.chromium.html'))).toBe(true)
})

test('the browser clipper lies beside the archive, as built, where both kinds of browser can load it', () => {
  for (const browser of ['chromium', 'firefox']) {
    const shipped = hashesIn(join(packaged.resources, 'clipper', browser))
    expect(Object.keys(shipped), browser).toContain('manifest.json')
    expect(shipped, browser).toEqual(hashesIn(join(root, 'out', 'clipper', browser)))
  }
  expect(readdirSync(join(packaged.resources, 'clipper')).sort()).toEqual(['chromium', 'firefox'])
})

test('built twice, the same sources give the same files', async () => {
  test.setTimeout(180_000)
  for (const part of ['renderer', 'shell', 'clipper'] as const) {
    const again = join(folder, part)
    await buildInto(root, part, again)
    expect(hashesIn(again), part).toEqual(hashesIn(join(root, 'out', part)))
  }
})

test('packaged twice, the same build gives the same archive', async () => {
  test.setTimeout(180_000)
  const again = await packageApp(folder, 'second', { architectures: [architecture] })
  expect(hashFile(again.archive)).toBe(hashFile(packaged.archive))
})

test('for another kind of computer, its binary goes along instead', async () => {
  test.setTimeout(180_000)
  const other = architecture === 'x64' ? 'arm64' : 'x64'
  const { archive } = await packageApp(folder, 'other', { architectures: [other] })
  const paths = readAsar(archive).map(({ path }) => path)
  expect(paths.filter((path) => path.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/linux-${other}.node`,
  ])
})

test('what is packaged starts by itself: it opens the sample, clips a text and a PDF, and finds them', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'what was packaged is for Linux')
  // Far from this repository, so that nothing of it can be found by accident.
  const inside = join(folder, 'inside')
  extractAsar(files, inside)
  const desktop = await launch({
    packaged: { app: inside, resources: packaged.resources },
    args: ['--sample'],
  })
  const app = await desktop.app()
  await app.library.holds(40)
  await app.library.row('Grend says reopening').click()
  await expect(app.reader.marks().first()).toBeVisible()

  await desktop.ask('clickMenu', 'clip')
  const text = { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(ferryText) }
  await app.library.clipDialog.files.setInputFiles([text])
  await expect(app.toasts.with('Clipped')).toBeVisible()
  await app.frame.search.fill('ferry')
  await app.page.keyboard.press('Enter')
  await expect(app.search.hit('winter ferry').first()).toBeVisible()

  await desktop.ask('clickMenu', 'clip')
  const lines = ['The lighthouse protocol was read out in full.', 'Nobody at the table objected to it.']
  const pdf = printPdf([lines.map((line, index) => ({ text: line, x: 72, y: 90 + index * 14 }))])
  await app.library.clipDialog.files.setInputFiles([
    { name: 'protocol.pdf', mimeType: 'application/pdf', buffer: pdf },
  ])
  await expect(app.toasts.with('Clipped').last()).toBeVisible()
  await app.frame.search.fill('lighthouse protocol')
  await app.page.keyboard.press('Enter')
  await expect(app.search.hit('lighthouse protocol').first()).toBeVisible()

  await app.frame.go('Settings')
  await app.page.getByRole('switch', { name: /Let paired browsers/ }).click()
  for (const browser of ['chromium', 'firefox']) {
    await expect(
      app.page.getByText(join(packaged.resources, 'clipper', browser), { exact: true }),
    ).toBeVisible()
  }

  await desktop.ask('clickMenu', 'licences')
  const { opened } = await desktop.ask('look')
  expect(opened).toEqual([join(packaged.resources, 'licences', 'third-party.txt')])
})
