import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import { getAsset } from '../store/assets.ts'
import { checkEvidence } from '../store/check.ts'
import { opened } from '../store/notebook.fixture.ts'
import { emptyTrash, moveToTrash } from '../store/trash.ts'
import { extractArticle } from './extract-article.ts'
import { keepImages } from './keep-images.ts'
import { storeCapture } from './store-capture.ts'

/** One transparent pixel. */
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const words = 'The delegations met for the third time and agreed on a list of open questions. '.repeat(8)

let server: Server
let port = 0
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url} ${request.headers.referer ?? '-'}`)
    const type = { 'content-type': 'image/gif' }
    if (request.url === '/bridge.gif') response.writeHead(200, type).end(gif)
    else if (request.url === '/script.gif') response.writeHead(200, type).end('<svg onload="alert(1)"/>')
    else if (request.url === '/page.gif') response.writeHead(200, { 'content-type': 'text/html' }).end(gif)
    else if (request.url === '/slow.gif') response.writeHead(200, type).write('GIF89a')
    else response.writeHead(404, type).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const outer = { resolve: async () => ['127.0.0.1'], isAllowed: (address: string) => address === '127.0.0.1' }

function page(...sources: string[]) {
  const images = sources.map((src) => `<p>${words}</p><p><img alt="A bridge" src="${src}"></p>`).join('')
  const html = `<!doctype html><title>Talks go on</title><article><h1>Talks go on</h1>${images}<p>${words}</p></article>`
  const bytes = Buffer.from(html)
  return {
    bytes,
    extracted: { ...extractArticle({ bytes, url: `http://news.example:${port}/talks` }), pages: null },
  }
}

function assetsIn(node: ArticleNodeJson): unknown[] {
  return [
    ...(node.type === 'image' ? [node.attrs?.['asset'] ?? null] : []),
    ...(node.content ?? []).flatMap(assetsIn),
  ]
}

test('an image is fetched without a referrer and named in the document by its hash', async () => {
  const kept = await keepImages(page('/bridge.gif').extracted, outer)
  const [image] = kept.images
  expect(image?.asset).toMatchObject({ mediaType: 'image/gif' })
  expect(Buffer.from(image?.asset?.bytes ?? [])).toEqual(gif)
  expect(assetsIn(kept.document)).toEqual([image?.asset?.sha256])
  expect(kept.text).toBe(page('/bridge.gif').extracted.text)
  expect(kept.warnings).toEqual([])
  expect(asked.at(-1)).toBe(`news.example:${port} /bridge.gif -`)
})

test('what is no image, says it is a page, or is not there stays as its description, and a warning says so', async () => {
  const { extracted } = page('/bridge.gif', '/script.gif', '/page.gif', '/gone.gif')
  const kept = await keepImages(extracted, outer)
  expect(assetsIn(kept.document).map((asset) => asset !== null)).toEqual([true, false, false, false])
  expect(kept.warnings.map(({ code }) => code)).toEqual(['images-missing'])
})

test('an image on this machine or in its network is not asked for', async () => {
  const before = asked.length
  const { extracted } = page('/bridge.gif', `http://127.0.0.1:${port}/bridge.gif`, 'http://[::1]/a.gif')
  const kept = await keepImages(extracted, { resolve: async () => ['10.0.0.7'] })
  expect(assetsIn(kept.document)).toEqual([null, null, null])
  expect(asked.length).toBe(before)
})

test('an image that never ends is given up, and the others are kept', async () => {
  const { extracted } = page('/slow.gif', '/bridge.gif')
  const kept = await keepImages(extracted, outer, { most: 60, bytes: 1_000_000, timeLimitMs: 700 })
  expect(assetsIn(kept.document).map((asset) => asset !== null)).toEqual([false, true])
})

test('all images together stay within their bounds', async () => {
  const { extracted } = page('/bridge.gif?1', '/bridge.gif')
  const few = await keepImages(extracted, outer, { most: 1, bytes: 1_000_000, timeLimitMs: 5000 })
  expect(assetsIn(few.document).filter((asset) => asset !== null).length).toBeLessThanOrEqual(1)
  const small = await keepImages(extracted, outer, { most: 60, bytes: 10, timeLimitMs: 5000 })
  expect(assetsIn(small.document)).toEqual([null, null])
})

test('an image that a saved page carries inside itself is kept without asking anybody', async () => {
  const before = asked.length
  const { extracted } = page(`data:image/gif;base64,${gif.toString('base64')}`)
  expect(assetsIn(extracted.document)).toEqual([extracted.images[0]?.asset?.sha256])
  expect(asked.length).toBe(before)
  const disguised = page(`data:image/gif;base64,${Buffer.from('<svg/>').toString('base64')}`)
  expect(assetsIn(disguised.extracted.document)).toEqual([null])
})

test('images are stored once, checked like other evidence, and go with the last article that shows them', async () => {
  const notebook = await opened()
  const clip = (html: ReturnType<typeof page>, url: string) =>
    notebook.mutate('capture.clipFile', (db) =>
      storeCapture(db, { extracted: html.extracted, original: html.bytes, url }, 'separate'),
    )
  const inline = page(`data:image/gif;base64,${gif.toString('base64')}`)
  const first = clip(inline, 'https://one.example/a')
  const second = clip(inline, 'https://two.example/a')
  const name = inline.extracted.images[0]?.asset?.sha256 ?? ''
  const count = () => notebook.reader().get<{ n: number }>('SELECT count(*) AS n FROM asset')?.n
  expect(count()).toBe(1)
  expect(Buffer.from(getAsset(notebook.reader(), name).bytes)).toEqual(gif)
  expect(await checkEvidence(notebook.reader())).toEqual([])

  notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [first.articleId]))
  notebook.maintain(emptyTrash)
  expect(count()).toBe(1)
  notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [second.articleId]))
  notebook.maintain(emptyTrash)
  expect(count()).toBe(0)
})
