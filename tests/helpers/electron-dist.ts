import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import electron from '../../node_modules/electron/package.json' with { type: 'json' }

/** Stands in Electron's program before its fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses, in the order of Electron's wire. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/**
 * Makes a folder with the parts of an unpacked Electron for Linux that packaging touches, in the place of the 250 MB of
 * the real one. Its program does not run; its fuses are set as Electron ships them.
 */
export function makeElectronDist(folder: string): void {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'electron'), fuseWire(), { mode: 0o755 })
  const files = {
    version: electron.version,
    LICENSE: 'The licence of Electron',
    'LICENSES.chromium.html': '<p>The licences of Chromium</p>',
    'chrome-sandbox': '',
    'locales/en-US.pak': '',
    'locales/uk.pak': '',
    'locales/de.pak': '',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

/** What a program has its fuses in, set as Electron ships them, with something before and after. */
export function fuseWire(): Buffer {
  const padding = Buffer.alloc(4096, 0x90)
  const wire = [1, fuseNames.length, ...Buffer.from('10110001')]
  return Buffer.concat([padding, Buffer.from(sentinel), Buffer.from(wire), padding])
}

/** Reads the fuses of a packaged program, by name. @throws when there are none, or more than one set of them */
export function readFuses(program: string): Record<(typeof fuseNames)[number], boolean> {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(sentinel)
  if (at < 0 || bytes.indexOf(sentinel, at + 1) >= 0)
    throw new Error(`${program} has not exactly one fuse wire.`)
  const wire = bytes.subarray(at + sentinel.length + 2)
  const set = fuseNames.map((name, index) => [name, String.fromCharCode(wire[index] ?? 0) === '1'])
  return Object.fromEntries(set)
}
