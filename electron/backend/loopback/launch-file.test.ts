import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchFilePath, readLaunchFile, removeLaunchFile, writeLaunchFile } from './launch-file.ts'

let folder: string
let notebook: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aide-memoire-launch-'))
  notebook = join(folder, 'Notes.memoire')
  writeFileSync(notebook, '')
  path = launchFilePath(notebook, { XDG_RUNTIME_DIR: folder })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const launch = () => ({ pid: 1, notebook, url: 'http://127.0.0.1:1/#token=x' })

test.skipIf(process.platform === 'win32')(
  'token file mode 0600: only the user can read it, whatever the umask and the folder were',
  () => {
    const umask = process.umask(0)
    mkdirSync(dirname(path), { mode: 0o777 })
    chmodSync(dirname(path), 0o777)
    try {
      expect(writeLaunchFile(path, launch())).toBe(true)
      expect(writeLaunchFile(path, launch())).toBe(true)
    } finally {
      process.umask(umask)
    }
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(dirname(path)).mode & 0o777).toString(8)).toBe('700')
    expect(readdirSync(dirname(path))).toHaveLength(1)
  },
)

test('what is written is read back until it is removed', () => {
  writeLaunchFile(path, launch())
  expect(readLaunchFile(path)).toEqual(launch())
  removeLaunchFile(path)
  expect(readLaunchFile(path)).toBeNull()
  removeLaunchFile(path)
})

test('a file that is not a launch is taken for none', () => {
  mkdirSync(dirname(path))
  for (const text of ['', '{', '{"pid":"1"}']) {
    writeFileSync(path, text)
    expect(readLaunchFile(path)).toBeNull()
  }
})

test('one notebook has one launch file, by whatever way its path leads there', () => {
  symlinkSync(notebook, join(folder, 'link.memoire'))
  writeFileSync(join(folder, 'Other.memoire'), '')
  const env = { XDG_RUNTIME_DIR: folder }
  expect(launchFilePath(join(folder, 'link.memoire'), env)).toBe(path)
  expect(launchFilePath(join(folder, 'Other.memoire'), env)).not.toBe(path)
})

test('a folder that cannot be made costs the second window, not the first', () => {
  writeFileSync(join(folder, 'aide-memoire'), 'in the way')
  expect(writeLaunchFile(path, launch())).toBe(false)
})

test.skipIf(process.getuid?.() !== 0)('a folder that somebody else owns gets no token', async () => {
  const { chownSync } = await import('node:fs')
  mkdirSync(dirname(path))
  chownSync(dirname(path), 12_345, 12_345)
  expect(writeLaunchFile(path, launch())).toBe(false)
  expect(readdirSync(dirname(path))).toEqual([])
})
