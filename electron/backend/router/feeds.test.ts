import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import { call } from '../cli/call.ts'
import { keepFetched } from '../store/feeds.ts'
import { newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { openSession } from './session.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const rss = (
  ...items: string[]
) => `<rss version="2.0"><channel><title>River Post</title><link>https://river.example/</link>
  ${items.map((name) => `<item><title>${name}</title><link>/${name}</link><guid isPermaLink="false">${name}</guid></item>`).join('')}
  </channel></rss>`
const xml = { 'content-type': 'application/rss+xml' }

/** A session whose every host is a site on this machine. */
async function siteOf(answers: Record<string, Answer>) {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const fetching = { resolve: async () => ['127.0.0.1'], isAllowed: () => true }
  const session = await openSession(newNotebookPath(), { program: 'test', fetching })
  onTestFinished(async () => {
    await session.close()
    server.closeAllConnections()
    server.close()
  })
  const at = (path: string) => `http://river.example:${(server.address() as AddressInfo).port}${path}`
  const titles = async () => (await call(session, 'feed', 'items', {})).rows.map(({ title }) => title)
  return { session, at, titles }
}

test('a page that names a feed is subscribed to by it, once, and one undo takes the subscription back', async () => {
  const { session, at, titles } = await siteOf({
    '/': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Post</p>'),
    '/feed.xml': (_, response) => response.writeHead(200, xml).end(rss('one', 'two')),
    '/bare': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html><p>No</p>'),
  })
  const added = await call(session, 'feed', 'add', { url: at('/') })
  expect(added).toMatchObject({ title: 'River Post', isNew: true })
  expect((await titles()).toSorted()).toEqual(['one', 'two'])
  expect(await call(session, 'feed', 'add', { url: at('/feed.xml') })).toMatchObject({
    id: added.id,
    isNew: false,
  })
  expect((await thrownBy(() => call(session, 'feed', 'add', { url: at('/bare') }))).code).toBe('no-feed')
  await call(session, 'journal', 'undo', undefined)
  expect(await call(session, 'feed', 'list', undefined)).toEqual([])
  await call(session, 'journal', 'redo', undefined)
  expect(await call(session, 'feed', 'list', undefined)).toMatchObject([{ waiting: 2, problem: null }])
})

test('items leave the tray when they are dismissed or clipped, come back with undo, and stay away when fetched again', async () => {
  const page =
    '<!doctype html><html lang="en"><title>one</title><article><h1>one</h1><p>The two sides met again on Monday, and parted without a word.</p></article>'
  const { session, at, titles } = await siteOf({
    '/feed.xml': (_, response) =>
      response.writeHead(200, xml).end(rss('one', 'two', 'three').replaceAll('https://river.example', '')),
    '/one': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  })
  await call(session, 'feed', 'add', { url: at('/feed.xml') })
  const [item] = (await call(session, 'feed', 'items', {})).rows.filter(({ title }) => title === 'two')
  const ref = { feedId: item?.feedId ?? '', key: item?.key ?? '' }
  await call(session, 'feed', 'dismiss', { items: [ref] })
  expect((await titles()).toSorted()).toEqual(['one', 'three'])
  await call(session, 'feed', 'refresh', {})
  expect((await titles()).toSorted()).toEqual(['one', 'three'])
  await call(session, 'capture', 'clipUrl', { url: at('/one') })
  expect(await titles()).toEqual(['three'])
  await call(session, 'journal', 'undo', undefined)
  expect((await titles()).toSorted()).toEqual(['one', 'three'])
  await call(session, 'feed', 'takeBack', { items: [ref] })
  expect((await titles()).toSorted()).toEqual(['one', 'three', 'two'])
})

test('a feed is asked only for what has changed, and one that fails says why and stops no other', async () => {
  const asked: (string | undefined)[] = []
  let items = ['one']
  let isDown = false
  const { session, at, titles } = await siteOf({
    '/a.xml': (request, response) => {
      const etag = `"${items.length}"`
      asked.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { ...xml, etag }).end(rss(...items))
    },
    '/b.xml': (_, response) =>
      isDown
        ? response.writeHead(503).end()
        : response.writeHead(200, xml).end(rss('other').replace('River Post', 'B')),
  })
  await call(session, 'feed', 'add', { url: at('/a.xml') })
  await call(session, 'feed', 'add', { url: at('/b.xml') })
  isDown = true
  expect(await call(session, 'feed', 'refresh', {})).toMatchObject({
    feeds: 2,
    newItems: 0,
    failed: [{ title: 'B', message: expect.stringContaining('503') }],
  })
  expect(asked).toEqual([undefined, '"1"'])
  expect(
    (await call(session, 'feed', 'list', undefined)).map(({ problem }) => problem?.code ?? null),
  ).toEqual(['http-status', null])
  items = ['one', 'two']
  isDown = false
  expect(await call(session, 'feed', 'refresh', {})).toMatchObject({ newItems: 1, failed: [] })
  expect((await titles()).toSorted()).toEqual(['one', 'other', 'two'])
  expect((await call(session, 'feed', 'list', undefined)).map(({ problem }) => problem)).toEqual([null, null])
})

test('a removed feed goes to the trash with its items out of sight, and back; subscribed to anew, it does not come twice', async () => {
  const { session, at, titles } = await siteOf({
    '/feed.xml': (_, response) => response.writeHead(200, xml).end(rss('one')),
  })
  const { id } = await call(session, 'feed', 'add', { url: at('/feed.xml') })
  await call(session, 'feed', 'trash', { ids: [id] })
  expect(await titles()).toEqual([])
  const [thrown] = await call(session, 'trash', 'list', undefined)
  expect(thrown).toMatchObject({ kind: 'feed', id, name: 'River Post' })
  await call(session, 'feed', 'add', { url: at('/feed.xml') })
  const restore = () => call(session, 'trash', 'restore', { items: [{ kind: 'feed', id }] })
  expect((await thrownBy(restore)).code).toBe('feed-exists')
  await call(session, 'trash', 'empty', undefined)
  expect(await titles()).toEqual(['one'])
  expect(session.notebook.reader().all('SELECT 1 FROM fetched_item')).toHaveLength(1)
})

test('a list of feeds is taken in as one step, without fetching anything, and given out again', async () => {
  const { session } = await siteOf({})
  const text = `<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/><outline text="A" xmlUrl="https://a.example/f"/>
    <outline text="B" xmlUrl="https://b.example/f"/><outline text="C" xmlUrl="ftp://c.example/f"/></body></opml>`
  expect(await call(session, 'feed', 'importOpml', { text })).toEqual({ added: 2, known: 1, refused: 1 })
  expect(await call(session, 'feed', 'list', undefined)).toMatchObject([
    { title: 'A', fetchedAt: null },
    { title: 'B', fetchedAt: null },
  ])
  const out = await call(session, 'feed', 'exportOpml', undefined)
  expect(await call(session, 'feed', 'importOpml', out)).toEqual({ added: 0, known: 2, refused: 0 })
  await call(session, 'journal', 'undo', undefined)
  expect(await call(session, 'feed', 'list', undefined)).toEqual([])
})

test('the latest come first whatever their zone, of a feed of too many the oldest are never new, and a feed that goes meanwhile fails nothing', async () => {
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toUTCString()
  const dated = (name: string, date: string) =>
    `<item><title>${name}</title><link>/${name}</link><guid isPermaLink="false">${name}</guid><pubDate>${date}</pubDate></item>`
  const many = Array.from({ length: 700 }, (_, n) => dated(`n${n}`, day(n)))
  const late = [
    dated('evening', 'Mon, 02 Mar 2026 23:00:00 -0500'),
    dated('night', 'Tue, 03 Mar 2026 01:00:00 +0000'),
  ]
  let meanwhile = async () => {}
  const { session, at } = await siteOf({
    '/feed.xml': async (_, response) => {
      await meanwhile()
      response
        .writeHead(200, xml)
        .end(`<rss version="2.0"><channel><title>Much</title>${[...many, ...late].join('')}</channel></rss>`)
    },
  })
  const { id } = await call(session, 'feed', 'add', { url: at('/feed.xml') })
  const { rows: items } = await call(session, 'feed', 'items', { limit: 5000 })
  expect(items).toHaveLength(500)
  expect(items.slice(0, 3).map(({ title }) => title)).toEqual(['evening', 'night', 'n699'])
  expect(await call(session, 'feed', 'refresh', {})).toMatchObject({ newItems: 0, failed: [] })
  meanwhile = async () => {
    await call(session, 'feed', 'trash', { ids: [id] })
    await call(session, 'trash', 'empty', undefined)
  }
  expect(await call(session, 'feed', 'refresh', {})).toEqual({ feeds: 1, newItems: 0, failed: [] })
})

test('a feed is followed where it has moved for good, as a step that can be undone, and not where it is led to for the moment', async () => {
  const to = (status: number, location: string): Answer => {
    return (_, response) => response.writeHead(status, { location }).end()
  }
  const feed: Answer = (_, response) => response.writeHead(200, xml).end(rss('one'))
  const answers: Record<string, Answer> = {
    '/old': to(301, '/moved'),
    '/moved': to(308, '/for-now'),
    '/for-now': to(302, '/behind'),
    '/behind': to(301, '/feed.xml'),
    '/feed.xml': feed,
    '/still': feed,
  }
  const { session, at, titles } = await siteOf(answers)
  const urls = async () => (await call(session, 'feed', 'list', undefined)).map(({ url }) => url)
  const { id } = await call(session, 'feed', 'add', { url: at('/old') })
  expect(await urls()).toEqual([at('/for-now')])
  await call(session, 'feed', 'trash', { ids: [id] })
  await call(session, 'feed', 'add', { url: at('/still') })
  answers['/still'] = to(307, '/feed.xml')
  await call(session, 'feed', 'refresh', {})
  expect(await urls()).toEqual([at('/still')])
  answers['/still'] = to(301, '/feed.xml')
  await call(session, 'feed', 'refresh', {})
  expect(await urls()).toEqual([at('/feed.xml')])
  await call(session, 'journal', 'undo', undefined)
  expect(await urls()).toEqual([at('/still')])
  answers['/feed.xml'] = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in</p>')
  expect(await call(session, 'feed', 'refresh', {})).toMatchObject({ failed: [{ title: 'River Post' }] })
  expect(await urls()).toEqual([at('/still')])
  expect(await titles()).toEqual(['one'])
})

test('a feed does not move to where another is subscribed to', async () => {
  const feed: Answer = (_, response) => response.writeHead(200, xml).end(rss('one'))
  const answers: Record<string, Answer> = { '/a': feed, '/b': feed }
  const { session, at } = await siteOf(answers)
  await call(session, 'feed', 'add', { url: at('/a') })
  await call(session, 'feed', 'add', { url: at('/b') })
  answers['/a'] = (_, response) => response.writeHead(301, { location: '/b' }).end()
  await call(session, 'feed', 'refresh', {})
  const urls = (await call(session, 'feed', 'list', undefined)).map(({ url }) => url)
  expect(urls.toSorted()).toEqual([at('/a'), at('/b')])
})

test('after many feeds are fetched the windows are told once, and of the feeds alone', async () => {
  const feed: Answer = (_, response) => response.writeHead(200, xml).end(rss('one'))
  const paths = Array.from({ length: 12 }, (_, n) => `/${n}`)
  const { session, at } = await siteOf(Object.fromEntries(paths.map((path) => [path, feed])))
  for (const path of paths) await call(session, 'feed', 'add', { url: at(path) })
  const ids = (await call(session, 'feed', 'list', undefined)).map(({ id }) => id)
  const told: ChangeEvent[] = []
  session.notebook.onChange((event) => told.push(event))
  await call(session, 'feed', 'refresh', {})
  // On a machine so busy that it takes seconds, once a second.
  expect(told.length).toBeLessThan(6)
  for (const { operation, entities } of told) {
    expect(operation).toBeNull()
    expect(Object.keys(entities)).toEqual(['feed'])
  }
  expect(told.flatMap(({ entities }) => entities.feed ?? []).toSorted()).toEqual(ids.toSorted())
})

test('a list of ten thousand feeds is taken in apart, says how far it is, is one step, and leaves nothing when it is cancelled', async () => {
  const { session } = await siteOf({})
  const outlines = Array.from(
    { length: 10_000 },
    (_, n) => `<outline text="Feed ${n}" xmlUrl="https://a.example/${n}"/>`,
  )
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
  const watched = async (taskId: string, onShare: () => void) => {
    const shares: number[] = []
    for await (const { step, share } of session.tasks.watch(taskId, undefined)) {
      expect(step).toBe('changing')
      shares.push(share)
      onShare()
    }
    return shares
  }
  const given = uuidv7()
  const ended = watched(given, () => session.tasks.cancel(given))
  const cancelled = thrownBy(() => call(session, 'feed', 'importOpml', { text, taskId: given }))
  expect((await cancelled).code).toBe('cancelled')
  await ended
  expect(await call(session, 'feed', 'list', undefined)).toEqual([])
  const taskId = uuidv7()
  const shares = watched(taskId, () => {})
  expect(await call(session, 'feed', 'importOpml', { text, taskId })).toEqual({
    added: 10_000,
    known: 0,
    refused: 0,
  })
  expect((await shares).length).toBeGreaterThan(1)
  expect(await call(session, 'feed', 'list', undefined)).toHaveLength(10_000)
  await call(session, 'journal', 'undo', undefined)
  expect(await call(session, 'feed', 'list', undefined)).toEqual([])
})

test('a stretch of the tray is told with how much waits, by what its items are known, and where they lead', async () => {
  const dated = (n: number) =>
    `<item><title>n${n}</title><link>/n${n}</link><pubDate>${new Date(Date.UTC(2026, 0, n)).toUTCString()}</pubDate></item>`
  const feedOf = (title: string, days: number[]): Answer => {
    const text = `<rss version="2.0"><channel><title>${title}</title>${days.map(dated).join('')}</channel></rss>`
    return (_, response) => response.writeHead(200, xml).end(text)
  }
  const { session, at } = await siteOf({ '/a': feedOf('A', [1, 3, 5]), '/b': feedOf('B', [2, 4]) })
  const a = await call(session, 'feed', 'add', { url: at('/a') })
  await call(session, 'feed', 'add', { url: at('/b') })
  const stretch = async (request: { feedId?: string; offset?: number; limit?: number }) => {
    const { total, rows } = await call(session, 'feed', 'items', request)
    return [total, ...rows.map(({ title }) => title)]
  }
  expect(await stretch({ offset: 1, limit: 2 })).toEqual([5, 'n4', 'n3'])
  expect(await stretch({ offset: 3, limit: 9 })).toEqual([5, 'n2', 'n1'])
  expect(await stretch({ offset: 9, limit: 2 })).toEqual([5])
  expect(await stretch({ feedId: a.id, offset: 1, limit: 1 })).toEqual([3, 'n3'])
  const refs = await call(session, 'feed', 'itemRefs', { feedId: a.id, offset: 1, limit: 2 })
  const gone = { feedId: a.id, key: 'gone' }
  expect(await call(session, 'feed', 'addresses', { items: [...refs, gone] })).toEqual([at('/n3'), at('/n1')])
  await call(session, 'feed', 'dismiss', { items: refs })
  expect(await stretch({})).toEqual([3, 'n5', 'n4', 'n2'])
})

test('thousands of items are dismissed apart, as one step', async () => {
  const { session } = await siteOf({})
  const outlines = Array.from(
    { length: 10 },
    (_, n) => `<outline text="${n}" xmlUrl="https://a.example/${n}"/>`,
  )
  await call(session, 'feed', 'importOpml', { text: `<opml><body>${outlines.join('')}</body></opml>` })
  const feeds = await call(session, 'feed', 'list', undefined)
  session.notebook.maintain((db) => {
    for (const { id } of feeds)
      keepFetched(db, id, {
        state: { etag: null, lastModified: null },
        items: Array.from({ length: 300 }, (_, n) => ({
          key: `${n}`,
          url: `https://a.example/${id}/${n}`,
          urlKey: `a.example/${id}/${n}`,
          title: `${n}`,
          summary: '',
          publishedAt: null,
        })),
      })
  })
  const items = await call(session, 'feed', 'itemRefs', { limit: 100_000 })
  const taskId = uuidv7()
  const watched = session.tasks.watch(taskId, undefined)[Symbol.asyncIterator]().next()
  await call(session, 'feed', 'dismiss', { items, taskId })
  expect(await watched).toMatchObject({ value: { step: 'changing' } })
  expect(await call(session, 'feed', 'items', {})).toEqual({ total: 0, rows: [] })
  await call(session, 'journal', 'undo', undefined)
  expect(await call(session, 'feed', 'items', { limit: 1 })).toMatchObject({ total: 3000 })
})
