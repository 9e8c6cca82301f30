import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { readFuses } from '../../helpers/electron-dist.ts'
import { makePackagingFolder, packageApp } from '../../helpers/package-app.ts'
import { readAsar } from '../../helpers/read-asar.ts'
import { type PackageOrder, writeFpm } from '../../helpers/write-fpm.ts'

/** What Electron compares an archive with: the hash of its list of files, which has the hash of each. */
function hashOfHead(archive: string): string {
  const file = readFileSync(archive)
  return createHash('sha256')
    .update(file.subarray(16, 16 + file.readUInt32LE(12)))
    .digest('hex')
}

/* What installers are told about the app, as far as it can be seen without the tools that make them. */

const documentIcon = fileURLToPath(new URL('../../../resources/icons/document.icns', import.meta.url))
let folder = ''
test.describe.configure({ mode: 'default', timeout: 180_000 })
test.beforeAll(() => {
  folder = makePackagingFolder()
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.describe('for Linux', () => {
  test.skip(process.platform !== 'linux', 'elsewhere electron-builder fetches tools for it')
  let deb: PackageOrder
  let rpm: PackageOrder
  const textAt = (path: string) => deb.files.find(({ to }) => to === path)?.text ?? ''

  test.beforeAll(async () => {
    const { env, order } = writeFpm(join(folder, 'fpm'))
    await packageApp(folder, 'linux', {
      architectures: ['x64'],
      targets: ['deb', 'rpm'],
      settings: {
        'extraMetadata.homepage': 'https://notes.example',
        'linux.maintainer': 'Somebody <somebody@notes.example>',
      },
      env,
    })
    deb = order('deb')
    rpm = order('rpm')
  })

  test('the desktop entry names the app in two languages, and takes notebooks and links', () => {
    const entry = textAt('/usr/share/applications/aide-memoire.desktop')
    for (const line of [
      'Name=Aide-Mémoire',
      'GenericName[uk]=Дослідницький записник',
      'Comment=An offline research notebook for people who follow negotiations',
      'Exec=/opt/Aide-Memoire/aide-memoire %U',
      'Icon=aide-memoire',
      'StartupWMClass=aide-memoire',
      'Categories=Office;Database;',
      'MimeType=application/vnd.aide-memoire.notebook;x-scheme-handler/aide-memoire;',
    ]) {
      expect(entry.split('\n')).toContain(line)
    }
    expect(entry).toMatch(/^Comment\[uk\]=.+/m)
  })

  test('icons of every size, the type of notebooks and the software centre’s entry come along, in both packages', () => {
    for (const { files } of [deb, rpm]) {
      const places = files.map(({ to }) => to)
      for (const size of [16, 32, 48, 128, 256, 512]) {
        expect(places).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/aide-memoire.png`)
      }
      const document = 'mimetypes/application-vnd.aide-memoire.notebook.png'
      expect(places).toContain(`/usr/share/icons/hicolor/48x48/${document}`)
      expect(places).toContain('/usr/share/mime/packages/org.aidememoire.AideMemoire.xml')
      expect(places).toContain('/usr/share/metainfo/org.aidememoire.AideMemoire.metainfo.xml')
      expect(files.filter(({ from }) => !existsSync(from) && !/\.desktop$/.test(from))).toEqual([])
    }
    const type = textAt('/usr/share/mime/packages/org.aidememoire.AideMemoire.xml')
    expect(type).toContain('<glob pattern="*.memoire"/>')
    const centre = textAt('/usr/share/metainfo/org.aidememoire.AideMemoire.metainfo.xml')
    expect(centre).toContain('<launchable type="desktop-id">aide-memoire.desktop</launchable>')
  })

  test('Chromium keeps its sandbox: nothing starts the app without it', () => {
    expect(deb.afterInstall).toContain("chmod 4755 '/opt/Aide-Memoire/chrome-sandbox'")
    expect(textAt('/usr/share/applications/aide-memoire.desktop')).not.toContain('no-sandbox')
    expect(deb.args).toContain('AGPL-3.0-or-later')
  })
})

test('the app for macOS knows its archive, its notebooks and its links, and holds both binaries', async () => {
  test.skip(process.platform === 'win32', 'electron-builder refuses it there')
  const { app, resources, archive } = await packageApp(folder, 'mac', {
    platform: 'mac',
    architectures: ['x64'],
    // Both take Apple's tools, where there are any.
    settings: { 'electronFuses.resetAdHocDarwinSignature': false, 'mac.identity': 'null' },
    env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
  const list = readFileSync(join(resources, '..', 'Info.plist'), 'utf8').replace(/>\s+</g, '><')
  expect(list).toContain(`<string>${hashOfHead(archive)}</string>`)
  expect(list).toContain('<key>CFBundleDisplayName</key><string>Aide-Mémoire</string>')
  expect(list).toContain('<key>CFBundleTypeExtensions</key><array><string>memoire</string></array>')
  expect(list).toContain('<key>CFBundleTypeIconFile</key><string>document.icns</string>')
  expect(readFileSync(join(resources, 'document.icns'))).toEqual(readFileSync(documentIcon))
  expect(list).toContain('<key>CFBundleURLSchemes</key><array><string>aide-memoire</string></array>')

  const binaries = readAsar(archive).filter(({ isUnpacked }) => isUnpacked)
  expect(binaries.map(({ path }) => path).sort()).toEqual([
    'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
    'node_modules/better-sqlite3/prebuilds/darwin-x64.node',
  ])
  const framework = join(app, 'Aide-Memoire.app/Contents/Frameworks/Electron Framework.framework/Versions/A')
  expect(readFuses(join(framework, 'Electron Framework')).onlyLoadAppFromAsar).toBe(true)
  expect(readdirSync(join(framework, 'Resources')).sort()).toEqual(['en.lproj', 'uk.lproj'])
})

test('the program for Windows knows its archive, and has the binary of its own kind of computer', async () => {
  const { app, archive } = await packageApp(folder, 'win', { platform: 'win', architectures: ['arm64'] })
  const program = readFileSync(join(app, 'Aide-Memoire.exe'))
  expect(program.includes(`"alg":"SHA256","value":"${hashOfHead(archive)}"`)).toBe(true)
  expect(program.includes(Buffer.from('Aide-Memoire', 'utf16le'))).toBe(true)
  expect(readFuses(join(app, 'Aide-Memoire.exe')).embeddedAsarIntegrityValidation).toBe(true)
  const binaries = readAsar(archive).filter(({ isUnpacked }) => isUnpacked)
  expect(binaries.map(({ path }) => path)).toEqual(['node_modules/better-sqlite3/prebuilds/win32-arm64.node'])
})
