import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { doorPaths } from '#shared/clipper/protocol.ts'
import { createClipper } from './clipper.ts'
import { configFolder } from './config-folder.ts'
import { openDevices } from './devices.ts'
import { ask, extensionOrigin, linkClip, openTestDoor, pair } from './door.fixture.ts'
import { openClipperDoor } from './door.ts'
import { createPairing } from './pairing.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-clipper-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const desk = {
  state: () => ({ notebook: { id: 'n', name: 'N', isReadOnly: false }, page: null }),
  names: () => ({ topics: [], actors: [] }),
  clip: async () => ({ outcome: 'created' }) as never,
}

test('a paired browser clips, asks, and takes itself off the list', async () => {
  const door = await openTestDoor()
  const { device, Authorization } = await pair(door)
  expect((await ask(door, doorPaths.clip, linkClip(), { Authorization })).status).toBe(200)
  expect(door.clips).toEqual([linkClip()])
  expect(JSON.parse((await ask(door, doorPaths.names, {}, { Authorization })).body)).toEqual({
    topics: [],
    actors: [],
  })
  expect(door.devices.list().map(({ id }) => id)).toEqual([device])
  expect((await ask(door, doorPaths.unpair, {}, { Authorization })).status).toBe(200)
  expect(door.devices.list()).toEqual([])
})

test('a revoked browser is refused from the next request on', async () => {
  const door = await openTestDoor()
  const { device, Authorization } = await pair(door)
  door.devices.remove(device)
  const { status, body } = await ask(door, doorPaths.clip, linkClip(), { Authorization })
  expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 401, code: 'not-paired' })
})

test('the app proves that it knows the device, so that no other program on its port gets a token', async () => {
  const door = await openTestDoor()
  const { device, Authorization } = await pair(door)
  const nonce = 'a'.repeat(22)
  const key = createHash('sha256').update(Authorization.slice('Bearer '.length)).digest()
  const proof = createHmac('sha256', key).update(nonce).digest('hex')
  expect(JSON.parse((await ask(door, doorPaths.hello, { nonce, device })).body)).toEqual({
    version: 1,
    proof,
  })
  door.devices.remove(device)
  expect(JSON.parse((await ask(door, doorPaths.hello, { nonce, device })).body)).toEqual({
    version: 1,
    proof: null,
  })
})

test('a token is nowhere on the disk, only its hash', () => {
  const folder = temporaryFolder()
  const devices = openDevices(folder)
  const { token, id } = devices.add('Browser', extensionOrigin)
  const files = readdirSync(join(folder, 'clipper-devices'))
  expect(files).toEqual([`${id}.json`])
  const text = readFileSync(join(folder, 'clipper-devices', `${id}.json`), 'utf8')
  expect(text).not.toContain(token)
  expect(text).toContain(createHash('sha256').update(token).digest('hex'))
  expect(devices.find(token, extensionOrigin)?.id).toBe(id)
})

test('one that is revoked while it is in use stays revoked', () => {
  const folder = temporaryFolder()
  const [one, other] = [openDevices(folder), openDevices(folder)]
  const { id, token } = one.add('Browser', extensionOrigin)
  expect(other.find(token, extensionOrigin)?.id).toBe(id)
  other.remove(id)
  expect(one.find(token, extensionOrigin)).toBeNull()
  expect(one.list()).toEqual([])
})

test('an id that is a path removes no file', () => {
  const folder = temporaryFolder()
  const devices = openDevices(folder)
  devices.setEnabled(true)
  for (const id of ['../clipper-enabled', '..', '', 'x/../../clipper-enabled']) devices.remove(id)
  expect(devices.isEnabled()).toBe(true)
})

test('a code dies with time, and a new one takes its place', () => {
  let now = 0
  const pairing = createPairing({ lifeMs: 1000, now: () => now })
  expect(pairing.attempt('000000')).toBe('no-code')
  pairing.begin()
  const first = pairing.current()?.code ?? ''
  expect(first).toMatch(/^\d{6}$/)
  now = 999
  expect(pairing.current()?.code).toBe(first)
  now = 1000
  expect(pairing.attempt(first)).toBe('no-code')
  pairing.begin()
  expect(pairing.attempt(pairing.current()?.code ?? '')).toBe('right')
  pairing.begin()
  pairing.cancel()
  expect(pairing.current()).toBeNull()
})

test('the door is at the first port that is free, and says so where none is', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const options = {
    devices: openDevices(temporaryFolder()),
    pairing: createPairing(),
    desk,
    onError: () => {},
  }
  const door = await openClipperDoor({ ...options, ports: [port, 0] })
  expect(door.port).not.toBe(port)
  await door.close()
  await expect(openClipperDoor({ ...options, ports: [port] })).rejects.toMatchObject({
    code: 'clipper-ports-taken',
  })
})

test('nothing listens before the user turns the clipper on, nor after it is turned off, in any process', async () => {
  const folder = temporaryFolder()
  const options = { desk, ports: [0], packageFolder: folder, onError: () => {} }
  const one = await createClipper({ ...options, devices: openDevices(folder) })
  const other = await createClipper({ ...options, devices: openDevices(folder) })
  onTestFinished(async () => {
    await one.close()
    await other.close()
  })
  expect(await one.state()).toMatchObject({
    door: 'closed',
    port: null,
    folders: { chromium: null, firefox: null },
  })
  await expect(one.beginPairing()).rejects.toMatchObject({ code: 'clipper-closed' })
  const opened = await one.setEnabled(true)
  expect(opened).toMatchObject({ door: 'open', port: expect.any(Number) })
  expect((await other.state()).door).toBe('open')
  expect((await one.beginPairing()).pairing?.code).toMatch(/^\d{6}$/)
  await other.setEnabled(false)
  const answer = await ask({ origin: `http://127.0.0.1:${opened.port}` } as never, doorPaths.hello, {
    nonce: 'n'.repeat(22),
  })
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'clipper-disabled' })
  expect(await one.state()).toMatchObject({ door: 'closed', pairing: null })
})

test('devices are kept where the system keeps what belongs to no document', () => {
  const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
    configFolder({ env, platform, home: '/home/u' })
  expect(at('linux', {})).toBe('/home/u/.config/aide-memoire-data')
  expect(at('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe('/cfg/aide-memoire-data')
  expect(at('darwin', {})).toBe('/home/u/Library/Application Support/aide-memoire-data')
  expect(at('linux', { AIDE_MEMOIRE_CONFIG: '/tmp/x' })).toBe('/tmp/x')
})
