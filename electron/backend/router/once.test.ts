import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { expect, onTestFinished, test } from 'vitest'
import { portSocketClass } from '../../../renderer/rpc/port-socket.ts'
import { retryLink } from '../../../renderer/rpc/retry-link.ts'
import type { AppRouter } from '../../../shared/rpc/router-type.ts'
import { channelPort } from '../desktop/channel.fixture.ts'
import { servePorts } from '../desktop/serve-port.ts'
import { answerOf } from '../store/answered-calls.ts'
import { newNotebookPath } from '../store/notebook.fixture.ts'
import { callProcedure, createRouter } from './index.ts'
import { openSession, type Session } from './session.ts'

const key = 'a-key-of-one-call-0001'

async function openedSession(path = newNotebookPath()): Promise<Session> {
  const session = await openSession(path, { program: 'test' })
  onTestFinished(() => session.close())
  return session
}

function createTopic(session: Session, name: string, onceKey?: string): Promise<unknown> {
  const input = { name, parentId: null }
  return callProcedure(session, 'topic', 'create', input, undefined, onceKey)
}

async function topicNames(session: Session): Promise<string[]> {
  const topics = (await callProcedure(session, 'topic', 'list', undefined)) as { name: string }[]
  return topics.map(({ name }) => name)
}

test('A change asked for twice with one key is made once, and answered the same', async () => {
  const session = await openedSession()
  const first = await createTopic(session, 'Flow', key)
  expect(await createTopic(session, 'Flow', key)).toEqual(first)
  expect(await topicNames(session)).toEqual(['Flow'])
  await createTopic(session, 'Flow again', `${key}-other`)
  await createTopic(session, 'And again')
  expect(await topicNames(session)).toHaveLength(3)
})

test('A key is remembered by a backend that was started anew', async () => {
  const path = newNotebookPath()
  const first = await openSession(path, { program: 'test' })
  const answer = await createTopic(first, 'Flow', key)
  await first.close()
  const second = await openedSession(path)
  expect(await createTopic(second, 'Flow', key)).toEqual(answer)
  expect(await topicNames(second)).toEqual(['Flow'])
})

test('A change that fails leaves no answer behind, so that it can be made after all', async () => {
  const session = await openedSession()
  const unknownParent = { name: 'Flow', parentId: '01890000-0000-7000-8000-000000000000' }
  await expect(callProcedure(session, 'topic', 'create', unknownParent, undefined, key)).rejects.toThrow()
  expect(answerOf(session.notebook.reader(), key)).toBeUndefined()
  await createTopic(session, 'Flow', key)
  expect(await topicNames(session)).toEqual(['Flow'])
})

test('Two calls with one key at the same time make one article', async () => {
  const session = await openedSession()
  const input = { text: 'The upper states will publish their flow figures.', onDuplicate: 'separate' }
  const clip = () => callProcedure(session, 'capture', 'clipText', input, undefined, key)
  const [first, second] = await Promise.all([clip(), clip()])
  expect(first).toEqual(second)
  expect(await callProcedure(session, 'notebook', 'info', undefined)).toMatchObject({
    counts: { articles: 1 },
  })
})

/** A client whose first connection does what it is asked, and is gone before it can say so. */
async function clientThatLosesAnAnswer() {
  const session = await openedSession()
  await createTopic(session, 'Fish')
  const serve = servePorts(createRouter(session), () => {})
  let connections = 0
  const openPort = async () => {
    const { page, backend } = channelPort()
    connections += 1
    serve(connections === 1 ? { ...backend, postMessage: () => backend.close() } : backend)
    return page
  }
  const socket = createWSClient({ url: 'port:', WebSocket: portSocketClass(openPort) })
  onTestFinished(() => socket.close())
  const client = createTRPCClient<AppRouter>({ links: [retryLink, wsLink({ client: socket })] })
  return { client, session, connections: () => connections }
}

test('A call whose answer is lost with the connection is made once more, and the change once', async () => {
  const { client, session, connections } = await clientThatLosesAnAnswer()
  const { id } = await client.topic.create.mutate({ name: 'Flow', parentId: null })
  expect(connections()).toBe(2)
  expect(await topicNames(session)).toEqual(['Fish', 'Flow'])
  expect(await client.topic.list.query()).toMatchObject([{}, { id, name: 'Flow' }])
})

test('A task whose answer is lost is not made again: the caller is told', async () => {
  const { client, session } = await clientThatLosesAnAnswer()
  await createTopic(session, 'Flow')
  await expect(client.journal.undo.mutate()).rejects.toThrow()
  expect(await topicNames(session)).toEqual(['Fish'])
})
