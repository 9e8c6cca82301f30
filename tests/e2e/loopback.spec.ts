import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, expect, type Page, test } from '@playwright/test'
import { chromiumSwitches } from '../helpers/chromium-switches.ts'
import { startTestHost, type TestHost } from '../helpers/host.ts'

let host: TestHost
/** What any page on the web could be: here another port of the same machine, which browsers take for the same site. */
let stranger: Server
let strangerOrigin: string

test.beforeAll(async () => {
  host = await startTestHost()
  stranger = createServer((_, res) => {
    res.setHeader('Content-Type', 'text/html')
    res.end('<!doctype html><link rel="icon" href="data:,"><title>Stranger</title>')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  strangerOrigin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
})
test.afterAll(async () => {
  stranger.closeAllConnections()
  stranger.close()
  await host.stop()
})

/** A session secret that nobody should be able to do anything with from elsewhere. */
async function openSecret(page: Page): Promise<string> {
  await page.goto(`${host.origin}/`)
  return page.evaluate(async (token) => {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    return ((await response.json()) as { secret: string }).secret
  }, new URL(host.freshUrl()).hash.slice('#token='.length))
}

/** Whether a WebSocket of this page opens. */
function dial(page: Page, secret: string): Promise<string> {
  return page.evaluate(
    ([url, secret]) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url, ['aide-memoire', `session.${secret}`])
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve('refused')
      }),
    [`${host.origin.replace('http', 'ws')}/rpc`, secret] as const,
  )
}

test('the page itself opens the socket with its secret; a page of another port cannot, even with that secret', async ({
  page,
}) => {
  const secret = await openSecret(page)
  expect(await dial(page, secret)).toBe('open')
  expect(await dial(page, 'wrong')).toBe('refused')
  await page.goto(strangerOrigin)
  expect(await dial(page, secret)).toBe('refused')
})

test('a page of another port reads nothing, posts nothing, and runs or frames none of our files', async ({
  page,
}) => {
  const token = new URL(host.freshUrl()).hash.slice('#token='.length)
  await page.goto(`${host.origin}/`)
  const script = await page.locator('script[src]').first().getAttribute('src')
  await page.goto(strangerOrigin)
  const outcome = await page.evaluate(
    async ({ origin, token, script }) => {
      const attempt = (path: string, init: RequestInit) =>
        fetch(origin + path, init).then(
          (response) => `${response.type} ${response.status}`,
          () => 'failed',
        )
      const load = (element: HTMLScriptElement | HTMLImageElement, src: string) =>
        new Promise<string>((resolve) => {
          element.onload = () => resolve('loaded')
          element.onerror = () => resolve('failed')
          element.src = src
          document.body.append(element)
        })
      const body = JSON.stringify({ token })
      return {
        read: await attempt('/', {}),
        readBlindly: await attempt('/', { mode: 'no-cors' }),
        postJson: await attempt('/session', {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/json' },
        }),
        postText: await attempt('/session', { method: 'POST', body }),
        script: await load(document.createElement('script'), origin + script),
        image: await load(document.createElement('img'), `${origin}/favicon.ico`),
      }
    },
    { origin: host.origin, token, script },
  )
  expect(outcome).toEqual({
    read: 'failed',
    readBlindly: 'failed',
    postJson: 'failed',
    postText: 'failed',
    script: 'failed',
    image: 'failed',
  })
  // A form needs no permission to send, but it can only send what the host does not read; the token is still unused.
  const form = page.waitForResponse(`${host.origin}/session`)
  await page.evaluate(
    ({ origin, token }) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'text/plain' })
      form.action = `${origin}/session`
      form.append(
        Object.assign(document.createElement('input'), { name: `{"token":"${token}","x":"`, value: '"}' }),
      )
      document.body.append(form)
      form.submit()
    },
    { origin: host.origin, token },
  )
  expect((await form).status()).toBe(403)
  await page.waitForURL(`${host.origin}/session`)
  await page.goto(`${host.origin}/`)
  const status = await page.evaluate(
    (token) =>
      fetch('/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token }),
      }).then((response) => response.status),
    token,
  )
  expect(status).toBe(200)
})

test('a page of another port can neither frame the app nor hold on to its window', async ({
  page,
  context,
}) => {
  await page.goto(strangerOrigin)
  await page.evaluate((origin) => {
    const frame = document.createElement('iframe')
    frame.src = `${origin}/`
    document.body.append(frame)
  }, host.origin)
  await expect.poll(() => page.frames().length).toBe(2)
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
  const opened = context.waitForEvent('page')
  await page.evaluate((origin) => {
    Object.assign(globalThis, { app: open(`${origin}/`) })
  }, host.origin)
  await (await opened).waitForLoadState()
  await expect(await opened).toHaveTitle(/Aide-Mémoire/)
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { app: Window }).app.closed))
    .toBe(true)
})

test('DNS rebinding: a name that was pointed at 127.0.0.1 gets no page', async () => {
  const executablePath = process.env['CHROMIUM_PATH'] || undefined
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...chromiumSwitches, '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
  })
  try {
    const page = await browser.newPage()
    const response = await page.goto(host.origin.replace('127.0.0.1', 'rebound.example'))
    expect(response?.status()).toBe(403)
    expect(await page.content()).not.toContain('Aide-Mémoire')
  } finally {
    await browser.close()
  }
})

test('nothing that a clipped page could smuggle in runs: no inline script, no handler, no markup from text', async ({
  page,
}) => {
  await page.goto(`${host.origin}/`)
  const outcome = await page.evaluate(async () => {
    const state = globalThis as unknown as { ran?: boolean }
    const script = document.createElement('script')
    const refusals: string[] = []
    const attempt = (name: string, work: () => void) => {
      try {
        work()
      } catch {
        refusals.push(name)
      }
    }
    attempt('script text', () => {
      script.textContent = 'globalThis.ran = true'
    })
    attempt('inner HTML', () => {
      document.body.innerHTML = '<img src="x" onerror="globalThis.ran = true">'
    })
    attempt('script address', () => {
      script.src = 'https://example.org/x.js'
    })
    script.append('globalThis.ran = true')
    document.body.append(script)
    const button = document.createElement('button')
    attempt('handler', () => button.setAttribute('onclick', 'globalThis.ran = true'))
    button.click()
    // In a task of its own: what the test's own protocol evaluates may evaluate more.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
        attempt('eval', () => eval('globalThis.ran = true'))
        resolve()
      }, 100)
    })
    return { ran: state.ran === true, refusals }
  })
  expect(outcome).toEqual({
    ran: false,
    refusals: ['script text', 'inner HTML', 'script address', 'handler', 'eval'],
  })
})
