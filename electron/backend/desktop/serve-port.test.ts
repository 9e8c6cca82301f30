import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { expect, onTestFinished, test } from 'vitest'
import { portSocketClass } from '../../../renderer/rpc/port-socket.ts'
import { type TestRouter, testRouter } from '../loopback/host.fixture.ts'
import { channelPort } from './channel.fixture.ts'
import type { BackendPort } from './port-socket.ts'
import { servePorts } from './serve-port.ts'

/** A client whose every connection is a fresh channel to a backend; `backends` are its ends of them. */
function connect() {
  const errors: Error[] = []
  const backends: BackendPort[] = []
  const states: string[] = []
  const serve = servePorts(testRouter, (error) => errors.push(error))
  const openPort = async () => {
    const { page, backend } = channelPort()
    backends.push(backend)
    serve(backend)
    return page
  }
  const socket = createWSClient({
    url: 'port:',
    WebSocket: portSocketClass(openPort),
    retryDelayMs: () => 1,
    onOpen: () => states.push('open'),
    onClose: () => states.push('closed'),
  })
  onTestFinished(() => socket.close())
  const client = createTRPCClient<TestRouter>({ links: [wsLink({ client: socket })] })
  return { client, errors, backends, states }
}

test('A port answers, fails and pushes as the WebSocket does', async () => {
  const { client, errors } = connect()
  expect(await client.echo.query('Гаразд')).toBe('Гаразд')
  await expect(client.fail.query()).rejects.toThrow('on purpose')
  expect(errors.map(({ message }) => message)).toEqual(['on purpose'])
  const seen = await new Promise<number[]>((resolve) => {
    const numbers: number[] = []
    client.count.subscribe(undefined, {
      onData: (n) => {
        numbers.push(n)
        if (numbers.length === 3) resolve(numbers)
      },
    })
  })
  expect(seen).toEqual([1, 2, 3])
})

test('When the backend is gone the client says so, asks for another port, and watches on', async () => {
  const { client, backends, states } = connect()
  let started = 0
  const again = new Promise<void>((resolve) => {
    client.count.subscribe(undefined, {
      onStarted: () => {
        started += 1
        if (started === 2) resolve()
        else backends[0]?.close()
      },
    })
  })
  await again
  expect(states).toEqual(['open', 'closed', 'open'])
  expect(backends).toHaveLength(2)
})

test('A watch ends in the backend when its page is gone', async () => {
  let aborted = () => {}
  const wasAborted = new Promise<void>((resolve) => {
    aborted = resolve
  })
  const { page, backend } = channelPort()
  servePorts(testRouter, () => {})(backend)
  backend.on('close', () => aborted())
  page.postMessage('{"id":1,"method":"subscription","params":{"path":"count"}}')
  page.close()
  await wasAborted
})

test('What is no text is not taken for a call', async () => {
  const { page, backend } = channelPort()
  servePorts(testRouter, () => {})(backend)
  const answer = new Promise((resolve) => page.addEventListener('message', ({ data }) => resolve(data)))
  page.start()
  page.postMessage({ id: 1, method: 'query', params: { path: 'echo', input: 'object' } })
  page.postMessage('{"id":2,"method":"query","params":{"path":"echo","input":"text"}}')
  expect(JSON.parse(String(await answer))).toMatchObject({ id: 2, result: { data: 'text' } })
})

test('A shell that has no port to give leaves the call waiting for the next try', async () => {
  let tries = 0
  const serve = servePorts(testRouter, () => {})
  const socket = createWSClient({
    url: 'port:',
    retryDelayMs: () => 1,
    WebSocket: portSocketClass(async () => {
      tries += 1
      if (tries < 3) throw new Error('not yet')
      const { page, backend } = channelPort()
      serve(backend)
      return page
    }),
  })
  onTestFinished(() => socket.close())
  const client = createTRPCClient<TestRouter>({ links: [wsLink({ client: socket })] })
  expect(await client.echo.query('late')).toBe('late')
  expect(tries).toBe(3)
})
