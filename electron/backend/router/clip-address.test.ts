import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { printPdf } from '../capture/formats/pdf.fixture.ts'
import { call } from '../cli/call.ts'
import { newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { openSession } from './session.ts'

const words = 'The second lock opens when the tolls are shared, and not a day before, the commission said.'
const statement = printPdf([[{ text: words, x: 72, y: 72 }], [{ text: 'Nobody signed it.', x: 72, y: 72 }]])

/** A session whose every host is a site on this machine that answers with these bytes. */
async function siteOf(contentType: string, bytes: Uint8Array) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': contentType }).end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const fetching = { resolve: async () => ['127.0.0.1'], isAllowed: () => true }
  const session = await openSession(newNotebookPath(), { program: 'test', fetching })
  onTestFinished(async () => {
    await session.close()
    server.close()
  })
  const at = (path: string) => `http://river.example:${(server.address() as AddressInfo).port}/${path}`
  return { session, at }
}

test.each(['application/pdf', 'application/octet-stream'])(
  'an address that leads to a PDF is clipped with its pages, whatever the server calls it (%s)',
  async (contentType) => {
    const { session, at } = await siteOf(contentType, statement)
    const { articleId, revisionId } = await call(session, 'capture', 'clipUrl', {
      url: at('2026/Joint%20statement.pdf'),
    })
    expect(await call(session, 'article', 'get', { id: articleId })).toMatchObject({
      url: at('2026/Joint%20statement.pdf'),
    })
    const content = await call(session, 'article', 'content', { revisionId })
    expect(content).toMatchObject({ originalKind: 'pdf', text: expect.stringContaining(words) })
    const { id } = await call(session, 'quote', 'createByWords', { articleId, exact: 'Nobody signed it.' })
    expect(await call(session, 'quote', 'get', { id })).toMatchObject({ page: 2 })
    const again = await call(session, 'capture', 'clipUrl', { url: at('2026/Joint%20statement.pdf') })
    expect(again.duplicateOf).toBe(articleId)
  },
)

test('bytes that are no document and no text are refused with what to do', async () => {
  const { session, at } = await siteOf('application/octet-stream', Buffer.alloc(5000))
  const error = await thrownBy(() => call(session, 'capture', 'clipUrl', { url: at('film.bin') }))
  expect(error.code).toBe('unsupported-file')
})
