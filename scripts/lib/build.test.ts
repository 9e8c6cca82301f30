import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSources } from './build.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'))
  mkdirSync(join(root, 'renderer/app'), { recursive: true })
  mkdirSync(join(root, 'electron/main'), { recursive: true })
  mkdirSync(join(root, 'shared'))
  mkdirSync(join(root, 'scripts/packaging'), { recursive: true })
  mkdirSync(join(root, 'resources/icons'), { recursive: true })
  for (const file of [
    'vite.config.ts',
    'electron.vite.config.ts',
    'tsconfig.base.json',
    'package.json',
    'package-lock.json',
    'scripts/packaging/list-packages.ts',
    'resources/icons/icon.svg',
  ]) {
    writeFileSync(join(root, file), '{}')
  }
  writeFileSync(join(root, 'renderer/app/main.tsx'), 'one')
  writeFileSync(join(root, 'electron/main/main.ts'), 'one')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('the same sources have the same hash whatever their times', () => {
  const before = hashSources(root, 'renderer')
  utimesSync(join(root, 'renderer/app/main.tsx'), 1, 1)
  expect(hashSources(root, 'renderer')).toBe(before)
})

test('tests and notes beside the sources are not part of the build', () => {
  const before = hashSources(root, 'renderer')
  writeFileSync(join(root, 'shared/a.test.ts'), 'x')
  writeFileSync(join(root, 'shared/README.md'), 'x')
  expect(hashSources(root, 'renderer')).toBe(before)
})

test.each([
  ['renderer/app/main.tsx', ['renderer']],
  ['renderer/app/new.css', ['renderer']],
  ['vite.config.ts', ['renderer']],
  ['resources/icons/icon.svg', ['renderer']],
  ['electron/main/main.ts', ['shell']],
  ['electron.vite.config.ts', ['shell']],
  ['shared/new.ts', ['renderer', 'shell']],
  ['package-lock.json', ['renderer', 'shell']],
] as const)('a change of %s makes stale what is built from it: %j', (file, stale) => {
  const parts = ['renderer', 'shell'] as const
  const before = parts.map((part) => hashSources(root, part))
  writeFileSync(join(root, file), 'two')
  expect(parts.filter((part, index) => hashSources(root, part) !== before[index])).toEqual(stale)
})
