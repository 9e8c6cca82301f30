import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainInstallFailure, isInstalled } from './install.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, packages: Record<string, object>): void {
  writeFileSync(join(root, path), JSON.stringify({ lockfileVersion: 3, packages }))
}

const locked = {
  '': { name: 'aide-memoire' },
  'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
  'node_modules/@x/win': { version: '1.0.0', integrity: 'sha512-b', optional: true },
}
const { '': _root, 'node_modules/@x/win': _otherPlatform, ...installed } = locked

test('a folder without node_modules, or with an install that was interrupted, is not installed', () => {
  write('package-lock.json', locked)
  expect(isInstalled(root)).toBe(false)
  mkdirSync(join(root, 'node_modules/zod'), { recursive: true })
  expect(isInstalled(root)).toBe(false)
})

test('what npm recorded as installed is enough, without packages of other platforms and with extra ones', () => {
  mkdirSync(join(root, 'node_modules'))
  write('package-lock.json', locked)
  write('node_modules/.package-lock.json', { ...installed, 'node_modules/extra': { version: '1.0.0' } })
  expect(isInstalled(root)).toBe(true)
})

test.each([
  ['a new package', { ...locked, 'node_modules/new': { version: '1.0.0', integrity: 'sha512-c' } }],
  ['another version', { ...locked, 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-a' } }],
  ['other content', { ...locked, 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-z' } }],
])('a lockfile that asks for %s calls for an install', (_what, packages) => {
  mkdirSync(join(root, 'node_modules'))
  write('node_modules/.package-lock.json', installed)
  write('package-lock.json', packages)
  expect(isInstalled(root)).toBe(false)
})

test.each([
  ['npm error code ENOTFOUND\nnpm error network request to registry failed', 'reaches no registry'],
  ['npm error code ENOSPC', 'the disk is full'],
  ['npm error code EACCES\nnpm error syscall mkdir', 'cannot be written'],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when …', 'disagree'],
  ['npm error code E418', 'npm says why above'],
])('a failed install is explained: %j', (output, sentence) => {
  expect(explainInstallFailure(output)).toContain(sentence)
})
