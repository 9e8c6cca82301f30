import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BrowserWindow } from './helpers/electron-stand-in/browser-window.ts'
import { unlessGone } from './helpers/electron-stand-in/child-gone.ts'
import { Menu } from './helpers/electron-stand-in/menu.ts'
import { MessageChannelMain, transfer } from './helpers/electron-stand-in/ports.ts'
import { protocol, session } from './helpers/electron-stand-in/session.ts'
import { utilityProcess } from './helpers/electron-stand-in/utility-process.ts'
import { readPreload } from './helpers/electron-stand-in/web-contents.ts'
import { toAppUrl, toBrowserUrl, world } from './helpers/electron-stand-in/world.ts'

/* What Electron refuses the stand-in refuses too: else a shell that cannot work would pass its tests. */

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
  world.isReady = true
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  world.isReady = false
  world.schemes.clear()
})

const nobody = { deliver: () => {}, closed: () => {} }

test('a message that cannot be cloned is not sent', () => {
  expect(() => transfer({ run: () => {} }, [], nobody)).toThrow(/could not be cloned/)
  expect(() => new MessageChannelMain().port1.postMessage(() => {})).toThrow(/could not be cloned/)
})

test('a port is given away once, and nothing else can be', () => {
  const { port1 } = new MessageChannelMain()
  transfer('take it', [port1], nobody)
  expect(() => transfer('again', [port1], nobody)).toThrow(/neutered/)
  expect(() => transfer('a string', ['port'], nobody)).toThrow(/transferList/)
})

test('what is sent before a port has its owner waits for it, and its end is told', () => {
  const { port1, port2 } = new MessageChannelMain()
  const got: unknown[] = []
  port1.postMessage('early')
  transfer(null, [port2], { deliver: (_, data) => got.push(data), closed: () => got.push('closed') })
  port1.postMessage('late')
  port1.close()
  expect(got).toEqual(['early', 'late', 'closed'])
})

test('a preload that is no CommonJS is not loaded', () => {
  const path = join(folder, 'preload.js')
  writeFileSync(path, "import { ipcRenderer } from 'electron'")
  expect(() => readPreload(path)).toThrow(/Unable to load preload script/)
  writeFileSync(path, "const { ipcRenderer } = require('electron')")
  expect(readPreload(path)).toMatch(/require/)
})

test('an address of a scheme that nobody registered is not loaded', () => {
  expect(() => toBrowserUrl('app://aide-memoire/')).toThrow(/ERR_UNKNOWN_URL_SCHEME/)
  world.isReady = false
  protocol.registerSchemesAsPrivileged([{ scheme: 'app' }])
  const address = 'app://aide-memoire/a?b#/c'
  expect(toAppUrl(toBrowserUrl(address))).toBe(address)
})

test('schemes are registered before the app is ready, and what needs Chromium comes after', () => {
  expect(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }])).toThrow(/before/)
  world.isReady = false
  expect(() => new BrowserWindow({})).toThrow(/before the app is ready/)
  expect(() => session.defaultSession).toThrow(/before the app is ready/)
  expect(() => Menu.buildFromTemplate([])).toThrow(/before the app is ready/)
})

test('an accelerator that Electron does not know is refused', () => {
  expect(() => Menu.buildFromTemplate([{ label: 'Undo', accelerator: 'Mod+Z' }])).toThrow(/Mod\+Z/)
  expect(() => Menu.buildFromTemplate([{ label: 'Back', accelerator: 'Alt+ArrowLeft' }])).toThrow(/ArrowLeft/)
  Menu.buildFromTemplate([{ label: 'Back', accelerator: 'Alt+Left' }])
})

test('an entry that waits for the app to be ready before it ends never comes up', () => {
  writeFileSync(join(folder, 'package.json'), '{"type":"module","main":"main.js"}')
  writeFileSync(join(folder, 'main.js'), "import { app } from 'electron'\nawait app.whenReady()\n")
  const place = (name: string) =>
    fileURLToPath(new URL(`./helpers/electron-stand-in/${name}`, import.meta.url))
  const args = ['--import', place('register.ts'), place('start.ts'), folder]
  const { status } = spawnSync(process.execPath, args, { env: { ...process.env, STAND_IN_FOLDER: folder } })
  expect(status).toBe(13)
})

test('a message to a process that has just died is lost, and nothing fails of it', async () => {
  const path = join(folder, 'waits.mjs')
  writeFileSync(path, 'setInterval(() => {}, 1000)')
  const child = utilityProcess.fork(path)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.once('spawn', () => resolve(undefined)))
  process.kill(child.pid ?? 0, 'SIGKILL')
  // The event loop, held up here, cannot hear of the death before the messages are sent.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  const { port1, port2 } = new MessageChannelMain()
  child.postMessage('take it', [port1])
  port2.postMessage('and this')
  await ended
  expect(child.kill()).toBe(false)
})

test('what else goes wrong with a message is not passed over', () => {
  unlessGone(null)
  unlessGone(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
  expect(() => unlessGone(new TypeError('cannot be cloned'))).toThrow('cannot be cloned')
})
