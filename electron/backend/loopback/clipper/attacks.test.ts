import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { clipLimits, clipperHeader, doorPaths } from '#shared/clipper/protocol.ts'
import { ask, extensionOrigin, linkClip, openTestDoor, pair, type RunningDoor } from './door.fixture.ts'

const everyPath = Object.values(doorPaths)

/** Whether the paired extension still gets in: an attack must not shut it out either. */
async function expectOpen(door: RunningDoor, Authorization: string): Promise<void> {
  expect((await ask(door, doorPaths.clip, linkClip(), { Authorization })).status).toBe(200)
}

test('another origin: pages, other extensions and programs without an origin are refused, also with a stolen token', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  const strangers = [
    undefined,
    'null',
    'https://news.example',
    door.origin,
    `http://localhost:${door.port}`,
    'chrome-extension://short',
    `${extensionOrigin}.example`,
    `https://${extensionOrigin.slice('chrome-extension://'.length)}`,
    'file://',
  ]
  for (const Origin of strangers)
    for (const path of everyPath)
      expect((await ask(door, path, linkClip(), { Authorization, Origin })).status).toBe(403)
  const other = { Authorization, Origin: extensionOrigin.replace('abc', 'pon') }
  expect((await ask(door, doorPaths.clip, linkClip(), other)).status).toBe(401)
  expect((await ask(door, doorPaths.state, {}, other)).status).toBe(401)
  expect(door.clips).toEqual([])
  await expectOpen(door, Authorization)
})

test('wrong host: a name that was pointed at 127.0.0.1 (DNS rebinding) is refused on every path', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  for (const Host of [
    `rebound.example:${door.port}`,
    `localhost:${door.port}`,
    '127.0.0.1',
    `127.0.0.2:${door.port}`,
  ])
    for (const path of everyPath)
      expect((await ask(door, path, linkClip(), { Authorization, Host })).status).toBe(403)
  expect(door.clips).toEqual([])
  await expectOpen(door, Authorization)
})

test('text/plain bodies and missing headers: what a form of a page could send is not read', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-8',
    undefined,
  ])
    expect(
      (await ask(door, doorPaths.clip, linkClip(), { Authorization, 'Content-Type': type })).status,
    ).toBe(415)
  for (const version of [undefined, '', '0', '2'])
    expect(
      (await ask(door, doorPaths.clip, linkClip(), { Authorization, [clipperHeader]: version })).status,
    ).toBe(403)
  expect(door.clips).toEqual([])
})

test('state changes on GET: only POST is served, and a preflight is given nothing to go on', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    for (const path of everyPath) {
      const answer = await ask(door, path, '', { Authorization, 'Content-Length': undefined }, method)
      expect(answer.status).toBe(405)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  expect(door.devices.list()).toHaveLength(1)
})

test('replayed code: the second to use a code is refused, and so is everybody after its life is over', async () => {
  const door = await openTestDoor()
  door.pairing.begin()
  const code = door.pairing.current()?.code ?? ''
  expect((await ask(door, doorPaths.pair, { code, name: 'First' })).status).toBe(200)
  const replay = await ask(door, doorPaths.pair, { code, name: 'Second' })
  expect(replay.status).toBe(403)
  expect(JSON.parse(replay.body)).toMatchObject({ code: 'code-none' })
  expect(door.devices.list().map(({ name }) => name)).toEqual(['First'])
})

test('brute force of the code: after five wrong ones the right one is worth nothing', async () => {
  const door = await openTestDoor()
  door.pairing.begin()
  const code = door.pairing.current()?.code ?? ''
  const wrong = code === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++) {
    const answer = await ask(door, doorPaths.pair, { code: wrong, name: 'Guesser' })
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'code-wrong' })
  }
  const late = await ask(door, doorPaths.pair, { code, name: 'Guesser' })
  expect(JSON.parse(late.body)).toMatchObject({ code: 'code-none' })
  expect(door.devices.list()).toEqual([])
})

test('a flood of requests is refused for the rest of the minute', async () => {
  const door = await openTestDoor({ requestsPerMinute: 4 })
  const statuses = []
  for (let n = 0; n < 6; n++)
    statuses.push((await ask(door, doorPaths.hello, { nonce: 'n'.repeat(22) })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
})

test('oversized body: it is refused by its length before it is read, and by its bytes where the length is not told', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  const told = { Authorization, 'Content-Length': String(clipLimits.bytes + 1) }
  expect((await ask(door, doorPaths.clip, '', told)).status).toBe(413)
  const small = 'x'.repeat(20_000)
  const untold = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }
  expect((await ask(door, doorPaths.hello, small, untold)).status).toBe(413)
  expect(door.clips).toEqual([])
  await expectOpen(door, Authorization)
})

test('a large body is only read for a paired browser', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  const page = {
    key: linkClip().key,
    clip: { kind: 'page', url: 'https://a.example/', html: 'x'.repeat(200_000) },
  }
  expect((await ask(door, doorPaths.clip, page)).status).toBe(401)
  expect((await ask(door, doorPaths.clip, page, { Authorization })).status).toBe(200)
})

test('slow body: who does not finish in time loses the connection, and nobody else', async () => {
  const door = await openTestDoor({ requestMs: 600 })
  const { Authorization } = await pair(door)
  const slow = connect({ host: '127.0.0.1', port: door.port })
  const head = [
    `POST ${doorPaths.clip} HTTP/1.1`,
    `Host: 127.0.0.1:${door.port}`,
    `Origin: ${extensionOrigin}`,
    `${clipperHeader}: 1`,
    `Authorization: ${Authorization}`,
    'Content-Type: application/json',
    'Content-Length: 1000',
  ]
  slow.write(`${head.join('\r\n')}\r\n\r\n{"key":`)
  slow.on('error', () => {})
  let answer = ''
  slow.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  await new Promise((resolve) => slow.once('close', resolve))
  expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true)
  expect(door.clips).toEqual([])
  await expectOpen(door, Authorization)
})

test('slow bodies of a paired browser hold up two clips, and no question', async () => {
  const door = await openTestDoor({ requestMs: 1500 })
  const { Authorization } = await pair(door)
  const head = `POST ${doorPaths.clip} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: ${extensionOrigin}\r\n${clipperHeader}: 1\r\nAuthorization: ${Authorization}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`
  const sockets = [1, 2].map(() =>
    connect({ host: '127.0.0.1', port: door.port })
      .on('error', () => {})
      .resume(),
  )
  for (const socket of sockets) socket.write(head)
  await expect
    .poll(async () => (await ask(door, doorPaths.clip, linkClip(), { Authorization })).status)
    .toBe(503)
  expect((await ask(door, doorPaths.state, {}, { Authorization })).status).toBe(200)
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))))
  await expectOpen(door, Authorization)
})

test('malformed bodies are refused by name, and what goes wrong inside tells nothing', async () => {
  const door = await openTestDoor()
  const { Authorization } = await pair(door)
  for (const body of ['', '{', 'null', '[]', '{"key":1}', JSON.stringify({ ...linkClip(), more: 1 })]) {
    const answer = await ask(door, doorPaths.clip, body, { Authorization })
    expect({ body, status: answer.status }).toEqual({ body, status: 400 })
  }
  const broken = await ask(door, doorPaths.clip, linkClip('https://broken.example/'), { Authorization })
  expect(broken.status).toBe(500)
  expect(broken.body).not.toContain('on purpose')
  expect(door.errors).toHaveLength(1)
})

const pairAs = `
  const [url, origin, code] = process.argv.slice(1)
  const { request } = require('node:http')
  const headers = { Origin: origin, 'Content-Type': 'application/json', 'X-Aide-Memoire-Clipper': '1' }
  request(url, { method: 'POST', headers }, (res) => console.log(res.statusCode)).end(JSON.stringify({ code, name: 'x' }))
`

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'another user of the machine cannot use a code he saw, and leaves it for its owner',
  async () => {
    const door = await openTestDoor()
    door.pairing.begin()
    const code = door.pairing.current()?.code ?? ''
    const tryAs = async (uid: number) => {
      const args = ['-e', pairAs, `${door.origin}${doorPaths.pair}`, extensionOrigin, code]
      const child = spawn(process.execPath, args, {
        uid,
        cwd: '/',
        env: {},
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: 10_000,
      })
      return (await text(child.stdout)).trim()
    }
    expect(await tryAs(12_345)).toBe('403')
    expect(await tryAs(0)).toBe('200')
  },
)
