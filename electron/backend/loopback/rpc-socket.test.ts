import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { connectClient, dial, hostOfFile, openSecret, protocolsOf, send, tokenOf } from './host.fixture.ts'

const running = hostOfFile({ maxMessageBytes: 1024 })

/** A socket that must have been accepted, for tests of what comes after. */
async function dialIn(): Promise<WebSocket> {
  const socket = await dial(running.origin, { protocols: protocolsOf(await openSecret(running.host)) })
  if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}.`)
  return socket
}

test('answers, fails and pushes for a page with a session', async () => {
  const { client, close } = connectClient(running.origin, await openSecret(running.host))
  expect(await client.echo.query('Гаразд')).toBe('Гаразд')
  await expect(client.fail.query()).rejects.toThrow('on purpose')
  expect(running.errors.map((error) => error.message)).toContain('on purpose')
  const seen: number[] = []
  await new Promise<void>((resolve) => {
    const subscription = client.count.subscribe(undefined, {
      onData: (n) => {
        seen.push(n)
        if (seen.length === 3) {
          subscription.unsubscribe()
          resolve()
        }
      },
    })
  })
  expect(seen).toEqual([1, 2, 3])
  await close()
})

test('names only the public subprotocol, never the secret', async () => {
  const socket = await dialIn()
  expect(socket.protocol).toBe('aide-memoire')
  socket.terminate()
})

test('is refused without an Origin, which every browser sends', async () => {
  const protocols = protocolsOf(await openSecret(running.host))
  expect(await dial(running.origin, { headers: {} as never, protocols })).toBe(403)
})

test('is refused without the session secret, before any message', async () => {
  expect(await dial(running.origin)).toBe(401)
  expect(await dial(running.origin, { protocols: ['aide-memoire'] })).toBe(401)
  expect(await dial(running.origin, { protocols: protocolsOf('wrong') })).toBe(401)
  expect(await dial(running.origin, { protocols: [`session.${await openSecret(running.host)}`] })).toBe(401)
  expect(await dial(running.origin, { protocols: protocolsOf(tokenOf(running.host.launchUrl())) })).toBe(401)
})

test('is refused to another port of this machine, which browsers call the same site', async () => {
  const protocols = protocolsOf(await openSecret(running.host))
  const headers = { Origin: running.origin, 'Sec-Fetch-Site': 'same-site' }
  expect(await dial(running.origin, { headers, protocols })).toBe(403)
})

test('is nowhere but on its own path', async () => {
  const protocols = protocolsOf(await openSecret(running.host))
  for (const path of ['/', '/rpc/', '/rpc?connectionParams=1', '/session']) {
    expect(await dial(running.origin, { path, protocols })).toBe(404)
  }
})

test('is closed by an oversized message, and the host goes on', async () => {
  const socket = await dialIn()
  const code = new Promise((resolve) => socket.once('close', resolve))
  socket.send('x'.repeat(2000))
  expect(await code).toBe(1009)
  expect((await send(running.origin, '/')).status).toBe(200)
})

test('survives what is not tRPC', async () => {
  const socket = await dialIn()
  const answer = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
  socket.send('{"id":1,"method":"query","params":{"path":"__proto__"}}')
  expect(JSON.parse(await answer)).toHaveProperty('error')
  for (const message of ['', '[]', 'null', '{', '{"id":{}}', '[[[[', Buffer.from([0xff, 0xfe])])
    socket.send(message)
  socket.terminate()
  expect((await send(running.origin, '/')).status).toBe(200)
})
