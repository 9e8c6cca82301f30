import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchPage } from './fetch-page.ts'

const seen: { host: string | undefined; cookie: string | undefined; referer: string | undefined }[] = []
let server: Server
let port = 0

function respond(request: IncomingMessage, response: ServerResponse): void {
  const { host, cookie, referer } = request.headers
  seen.push({ host, cookie, referer })
  const html = { 'content-type': 'text/html; charset=windows-1251', 'set-cookie': 'a=b' }
  const path = request.url ?? ''
  if (path === '/page') response.writeHead(200, html).end('<p>page</p>')
  else if (path === '/hop') response.writeHead(302, { ...html, location: '/page#part' }).end()
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (path === '/to-private')
    response.writeHead(302, { location: `http://inner.example:${port}/page` }).end()
  else if (path === '/to-file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  else if (path === '/bomb') {
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(30_000_000, 'a')))
  } else if (path === '/pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-')
  else if (path === '/film') response.writeHead(200, { 'content-type': 'video/mp4' }).end('film')
  else if (path === '/slow') response.writeHead(200, html).write('<p>')
  else response.writeHead(404, html).end('<p>no</p>')
}

beforeAll(async () => {
  server = createServer(respond)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The tests' server is on loopback: only here, by these parameters, is it allowed. */
function local(more: FetchOptions = {}): FetchOptions {
  return {
    resolve: async (hostname) => (hostname === 'outer.example' ? ['127.0.0.1'] : ['127.0.0.2']),
    isAllowed: (address) => address === '127.0.0.1',
    ...more,
  }
}

const at = (path: string) => `http://outer.example:${port}${path}`

describe('fetching a page', () => {
  test('connects to the resolved address, keeps the name, and sends no cookie and no referrer', async () => {
    const page = await fetchPage(at('/hop'), local())
    expect(new TextDecoder().decode(page.bytes)).toBe('<p>page</p>')
    expect(page).toMatchObject({ contentType: 'text/html; charset=windows-1251', url: at('/page') })
    expect(seen.slice(-2)).toEqual([
      { host: `outer.example:${port}`, cookie: undefined, referer: undefined },
      { host: `outer.example:${port}`, cookie: undefined, referer: undefined },
    ])
  })

  test('resolves a host once a hop, so that a second answer cannot lead elsewhere', async () => {
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2'])
    await fetchPage(at('/page'), local({ resolve }))
    expect(asked).toBe(1)
  })

  test('refuses a redirect to an address that is not allowed', async () => {
    await expect(fetchPage(at('/to-private'), local())).rejects.toMatchObject({ code: 'address-not-allowed' })
  })

  test('refuses a host of which one address is private', async () => {
    const resolve = async () => ['127.0.0.1', '10.0.0.1']
    await expect(fetchPage(at('/page'), local({ resolve }))).rejects.toMatchObject({
      code: 'address-not-allowed',
    })
  })

  test('refuses loopback in every spelling when nothing is allowed specially', async () => {
    const before = seen.length
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '127.1',
      '0',
    ]) {
      await expect(fetchPage(`http://${host}:${port}/page`)).rejects.toMatchObject({
        code: 'address-not-allowed',
      })
    }
    expect(seen.length).toBe(before)
  })

  test('refuses other schemes, also behind a redirect, and addresses with a password', async () => {
    await expect(fetchPage('file:///etc/passwd')).rejects.toMatchObject({ code: 'bad-url' })
    await expect(fetchPage('javascript:alert(1)')).rejects.toMatchObject({ code: 'bad-url' })
    await expect(fetchPage('http://')).rejects.toMatchObject({ code: 'bad-url' })
    await expect(fetchPage('https://me:secret@example.org/')).rejects.toMatchObject({ code: 'bad-url' })
    await expect(fetchPage(at('/to-file'), local())).rejects.toMatchObject({ code: 'bad-url' })
  })

  test('gives up on redirects without end, missing pages and what is no text', async () => {
    await expect(fetchPage(at('/loop'), local())).rejects.toMatchObject({ code: 'too-many-redirects' })
    await expect(fetchPage(at('/missing'), local())).rejects.toMatchObject({ code: 'http-status' })
    await expect(fetchPage(at('/film'), local())).rejects.toMatchObject({ code: 'content-type-not-accepted' })
  })

  test('takes a document that can be opened', async () => {
    expect(await fetchPage(at('/pdf'), local())).toMatchObject({ contentType: 'application/pdf' })
  })

  test('counts bytes after decompression', async () => {
    await expect(fetchPage(at('/bomb'), local())).rejects.toMatchObject({ code: 'page-too-large' })
  })

  test('stops at the time limit and when cancelled', async () => {
    await expect(fetchPage(at('/slow'), local({ timeLimitMs: 300 }))).rejects.toMatchObject({
      code: 'fetch-timed-out',
    })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 200)
    await expect(fetchPage(at('/slow'), local({ signal: controller.signal }))).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  test('says when a host does not exist or does not answer', async () => {
    const resolve = async () => {
      throw new Error('ENOTFOUND')
    }
    await expect(fetchPage('https://nowhere.example/', local({ resolve }))).rejects.toMatchObject({
      code: 'host-not-found',
    })
    await expect(fetchPage('http://outer.example:1/', local())).rejects.toMatchObject({
      code: 'connection-failed',
    })
  })
})
