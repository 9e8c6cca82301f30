import { expect, type Page, test } from '@playwright/test'
import { startTestHost, type TestHost } from '../helpers/host.ts'

let host: TestHost

test.beforeEach(async () => {
  host = await startTestHost({ sample: true })
})
test.afterEach(() => host.stop())

/** The app is there once the notebook has told its name. */
function app(page: Page) {
  return page.getByRole('navigation').first()
}

function title(page: Page, name: string) {
  return page.getByRole('heading', { name })
}

test('an address opens the app without a word on the console, and asks nobody but the host', async ({
  page,
}) => {
  const messages: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(error.message))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== host.origin) strangers.push(request.url())
  })
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect({ messages, strangers }).toEqual({ messages: [], strangers: [] })
  expect(sockets).toEqual([`${host.origin.replace('http', 'ws')}/rpc`])
})

test('the token leaves the address bar and the history, and the secret is in no cookie', async ({
  page,
  context,
}) => {
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  expect(page.url()).not.toContain('token')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)
  const secret = await page.evaluate(() => Object.values({ ...sessionStorage }).join())
  expect(secret).toMatch(/[\w-]{43}/)
  expect(kept).not.toContain(secret)
  expect(await context.cookies()).toEqual([])
  await page.goto('about:blank')
  await page.goBack()
  expect(page.url()).not.toContain('token')
})

test('a reload goes on where the window was', async ({ page }) => {
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  await page.reload()
  await expect(app(page)).toBeVisible()
})

test('the same address again, in another window, says that it was used; a fresh one opens', async ({
  page,
  browser,
}) => {
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto(host.url)
  await expect(title(other, 'This address was used before')).toBeVisible()
  await other.goto(host.freshUrl())
  await expect(app(other)).toBeVisible()
  await other.context().close()
})

test('the same address again, in the same window, finds its session', async ({ page }) => {
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  await page.goto('about:blank')
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  expect(page.url()).not.toContain('token')
})

test('without a token the window says that it has no key', async ({ page }) => {
  await page.goto(host.origin)
  await expect(title(page, 'This window has no key to the notebook')).toBeVisible()
})

test('a window from before the host was started anew says that it has no key', async ({ page }) => {
  await page.goto(host.url)
  await expect(app(page)).toBeVisible()
  await host.kill()
  const again = await startTestHost({
    notebook: host.notebookPath,
    args: ['--port', new URL(host.origin).port],
  })
  try {
    expect(again.origin).toBe(host.origin)
    await page.reload()
    await expect(title(page, 'This window has no key to the notebook')).toBeVisible()
  } finally {
    await again.stop()
  }
})
