import { App } from '../helpers/app/app.ts'
import { startTestHost } from '../helpers/host.ts'
import { expect, test } from '../helpers/test.ts'

/** Chromium's own line for an answer of 401 or 403. */
const refusedOnConsole = /Failed to load resource: .* 40[13]/

test('an address opens the app, which asks nobody but the host, over one socket', async ({ page, host }) => {
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await new App(page).open(host.url)
  await page.waitForLoadState('networkidle')
  expect(sockets).toEqual([`${host.origin.replace('http', 'ws')}/rpc`])
})

test('the token leaves the address bar and the history, and the secret is in no cookie', async ({
  host: _,
  app,
  page,
  context,
}) => {
  expect(page.url()).not.toContain('token')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)
  const secret = await page.evaluate(() => Object.values({ ...sessionStorage }).join())
  expect(secret).toMatch(/[\w-]{43}/)
  expect(kept).not.toContain(secret)
  expect(await context.cookies()).toEqual([])
  await page.goto('about:blank')
  await page.goBack()
  await expect(app.frame.rail).toBeVisible()
  expect(page.url()).not.toContain('token')
})

test('the tab carries the icon of the app', async ({ app: _, page }) => {
  const drawn = await page.evaluate(async () => {
    const icon = new Image()
    icon.src = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? ''
    await icon.decode()
    return icon.naturalWidth
  })
  expect(drawn).toBe(512)
})

test('a reload goes on where the window was', async ({ app, page }) => {
  await app.frame.go('Topics')
  await page.reload()
  await expect(app.frame.title('Topics')).toBeVisible()
})

test('the same address again, in another window, says that it was used; a fresh one opens', async ({
  app: _,
  host,
  guard,
  browser,
}) => {
  guard.allow(refusedOnConsole)
  const context = await browser.newContext()
  guard.watch(context)
  const page = await context.newPage()
  await page.goto(host.url)
  await expect(page.getByRole('heading', { name: 'This address was used before' })).toBeVisible()
  await new App(page).open(host.freshUrl())
  await context.close()
})

test('the same address again, in the same window, finds its session', async ({ app, page, host, guard }) => {
  guard.allow(refusedOnConsole)
  await page.goto('about:blank')
  await app.open(host.url)
  expect(page.url()).not.toContain('token')
})

test('without a token the window says that it has no key', async ({ page, host }) => {
  await page.goto(host.origin)
  await expect(page.getByRole('heading', { name: 'This window has no key to the notebook' })).toBeVisible()
})

test('a window from before the host was started anew says that it has no key', async ({
  app: _,
  page,
  host,
  guard,
}) => {
  guard.allow(/WebSocket connection to .* failed|net::ERR_CONNECTION_/)
  await host.kill()
  const again = await startTestHost({
    notebook: host.notebookPath,
    args: ['--port', new URL(host.origin).port],
  })
  try {
    expect(again.origin).toBe(host.origin)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'This window has no key to the notebook' })).toBeVisible()
  } finally {
    await again.stop()
  }
})
