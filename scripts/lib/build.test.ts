import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSources } from './build.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'))
  mkdirSync(join(root, 'renderer/app'), { recursive: true })
  mkdirSync(join(root, 'shared'))
  for (const file of ['vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']) {
    writeFileSync(join(root, file), '{}')
  }
  writeFileSync(join(root, 'renderer/app/main.tsx'), 'one')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('the same sources have the same hash whatever their times', () => {
  const before = hashSources(root)
  utimesSync(join(root, 'renderer/app/main.tsx'), 1, 1)
  expect(hashSources(root)).toBe(before)
})

test('tests and notes beside the sources are not part of the build', () => {
  const before = hashSources(root)
  writeFileSync(join(root, 'shared/a.test.ts'), 'x')
  writeFileSync(join(root, 'shared/README.md'), 'x')
  expect(hashSources(root)).toBe(before)
})

test.each([
  'renderer/app/main.tsx',
  'renderer/app/new.css',
  'shared/new.ts',
  'vite.config.ts',
  'package-lock.json',
])('a change of %s makes the build stale', (file) => {
  const before = hashSources(root)
  writeFileSync(join(root, file), 'two')
  expect(hashSources(root)).not.toBe(before)
})
