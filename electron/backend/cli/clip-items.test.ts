import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openSession } from '../router/session.ts'
import { newNotebookPath } from '../store/notebook.fixture.ts'
import { call } from './call.ts'
import { clipItems } from './clip-items.ts'

const page =
  '<!doctype html><html lang="en"><title>One</title><article><h1>One</h1><p>The two sides met again on Monday, and parted without a word.</p></article>'
const rss = `<rss version="2.0"><channel><title>A</title>${['one', 'two']
  .map(
    (name) =>
      `<item><title>${name}</title><link>/${name}</link><guid isPermaLink="false">${name}</guid></item>`,
  )
  .join('')}</channel></rss>`

test('items of a feed are clipped one by one, and one that fails or is not there stops no other', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/feed') response.writeHead(200, { 'content-type': 'text/xml' }).end(rss)
    else if (request.url === '/one') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const fetching = { resolve: async () => ['127.0.0.1'], isAllowed: () => true }
  const session = await openSession(newNotebookPath(), { program: 'test', fetching })
  onTestFinished(async () => {
    await session.close()
    server.closeAllConnections()
    server.close()
  })
  const site = `http://river.example:${(server.address() as AddressInfo).port}`
  const { id } = await call(session, 'feed', 'add', { url: `${site}/feed` })
  const keys = ['gone', 'two', 'one']
  const done: number[] = []
  const clipped = await clipItems(
    session,
    keys.map((key) => ({ feedId: id, key })),
    (count) => done.push(count),
  )
  expect(clipped).toMatchObject([
    { key: 'gone', url: null, error: { code: 'not-found' } },
    { key: 'two', url: `${site}/two`, error: { code: 'http-status' } },
    { key: 'one', url: `${site}/one`, result: { outcome: 'created', title: 'One' } },
  ])
  expect(done).toEqual([0, 1, 2])
  expect(await call(session, 'feed', 'items', {})).toMatchObject({ total: 1, rows: [{ key: 'two' }] })
})
