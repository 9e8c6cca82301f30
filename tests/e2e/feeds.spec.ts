import { expectAccessible } from '../helpers/axe.ts'
import { openSite, type Site } from '../helpers/site.ts'
import { test as base, expect } from '../helpers/test.ts'
import { ferryPage } from './samples/articles.ts'

const test = base.extend<{ site: Site }>({
  // Only the browser host can be started with rules of the tests' own; elsewhere this is skipped.
  site: async ({ host: _ }, use) => {
    const site = await openSite()
    await use(site)
    site.close()
  },
})
test.use({ hostEntry: new URL('../helpers/serve-with-site.ts', import.meta.url) })

const item = (path: string, title: string, day: number) =>
  `<item><title>${title}</title><link>${path}</link><guid>${path}</guid><description>What the two harbours said.</description>
   <pubDate>Mon, ${day} Mar 2026 08:00:00 +0200</pubDate></item>`

test('a site is followed by its feed: an item is clipped and another dismissed, by keyboard, and a feed that fails says so', async ({
  app,
  page,
  site,
}) => {
  let items = [item('/talks', 'Harbour talks pause', 2), item('/ice', 'Ice on the strait', 9)]
  site.answers('/', (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml">'),
  )
  site.answers('/feed.xml', (response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>The Strait Courier</title>${items.join('')}</channel></rss>`),
  )
  site.answers('/talks', (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(ferryPage),
  )
  await app.press('g f')
  await expect(page.getByRole('heading', { name: 'Follow the outlets you read' })).toBeVisible()
  expect(site.asked).toEqual([])
  await app.press('f')
  await page.keyboard.type(site.at('/'))
  await page.keyboard.press('Enter')
  await expect(app.toasts.with('Subscribed to The Strait Courier.')).toBeVisible()
  const tray = page.getByRole('list', { name: 'Items' }).getByRole('listitem')
  await expect(tray).toHaveCount(2)
  await expect(tray.first()).toContainText('Ice on the strait')
  await expectAccessible(page, 'the tray of feeds')
  await page.getByRole('heading', { level: 1 }).click()
  await app.press('x')
  await expect(tray).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(app.toasts.with('Clipped “Harbour talks pause')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The tray is empty' })).toBeVisible()
  items = [item('/fares', 'Fares again', 16), ...items]
  await app.press('r')
  await expect(tray).toHaveCount(1)
  await expect(tray).toContainText('Fares again')
  site.answers('/feed.xml', (response) => response.writeHead(503).end())
  await app.press('r')
  await expect(page.getByRole('navigation', { name: 'Subscriptions' })).toContainText('it answered 503')
  await expect(tray).toHaveCount(1)
})
