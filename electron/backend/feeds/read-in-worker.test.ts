import { expect, onTestFinished, test } from 'vitest'
import { createFeedReader } from './read-in-worker.ts'

const fetched = (text: string) => ({
  bytes: Buffer.from(text),
  url: 'https://a.example/f',
  contentType: undefined,
})
const feed =
  '<rss version="2.0"><channel><title>A</title><item><title>One</title><link>/1</link></item></channel></rss>'

function readerOf(limits?: { timeLimitMs: number }) {
  const reader = createFeedReader(limits)
  onTestFinished(() => reader.close())
  return reader
}

test('a feed is told from a page, and both are taken apart in a thread', async () => {
  const reader = readerOf()
  expect(await reader.ask(fetched(feed))).toMatchObject({ feed: { title: 'A', items: [{ title: 'One' }] } })
  const page = '<!doctype html><link rel="alternate" type="application/atom+xml" href="/atom">'
  expect(await reader.ask(fetched(page))).toEqual({ named: 'https://a.example/atom' })
  expect(await reader.ask(fetched('<html><p>No</p></html>'))).toEqual({ named: undefined })
  await expect(reader.ask(fetched('nothing of the kind'))).rejects.toMatchObject({ code: 'not-a-feed' })
  expect(await reader.ask(fetched(feed))).toMatchObject({ feed: { title: 'A' } })
})

test('a feed that takes longer than it may is none, and one that nobody waits for is left', async () => {
  await expect(readerOf({ timeLimitMs: 0 }).ask(fetched(feed))).rejects.toMatchObject({ code: 'not-a-feed' })
  const controller = new AbortController()
  const reader = readerOf()
  const left = reader.ask(fetched(feed), controller.signal)
  controller.abort()
  await expect(left).rejects.toMatchObject({ code: 'cancelled' })
  expect(await reader.ask(fetched(feed))).toMatchObject({ feed: { title: 'A' } })
})
