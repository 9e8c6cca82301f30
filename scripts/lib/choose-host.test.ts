import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseHost } from './choose-host.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'host-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function installElectron(): void {
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
}

const desktop = { env: { DISPLAY: ':0' }, platform: 'linux', serve: false } as const

test('the desktop app needs a display and an installed Electron', () => {
  expect(chooseHost({ root, ...desktop, env: {} })).toMatchObject({
    reason: expect.stringMatching(/display/),
  })
  expect(chooseHost({ root, ...desktop })).toMatchObject({ reason: expect.stringMatching(/not installed/) })
  installElectron()
  expect(chooseHost({ root, ...desktop })).toEqual({
    name: 'electron',
    program: join(root, 'node_modules/electron/dist/electron'),
  })
})

test('who asks for the browser host gets it without an explanation', () => {
  installElectron()
  expect(chooseHost({ root, ...desktop, serve: true })).toEqual({ name: 'browser', reason: undefined })
})
