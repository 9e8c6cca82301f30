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

test('a site is followed by its feed: items are clipped and dismissed, one or several chosen, and it is renamed; a feed that fails says so', async ({
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
  const tray = page.getByRole('listbox', { name: 'Items' }).getByRole('option')
  await expect(tray).toHaveCount(2)
  await expect(tray.first()).toContainText('Ice on the strait')
  await expectAccessible(page, 'the tray of feeds')
  await page.getByRole('heading', { level: 1 }).click()
  await app.press('x')
  await expect(tray).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(app.toasts.with('Clipped “Harbour talks pause')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The tray is empty' })).toBeVisible()
  items = [
    ...['Fares again', 'Tolls', 'Pilots', 'Nets'].map((title, n) => item(`/${n}`, title, 23 - n)),
    ...items,
  ]
  await app.press('r')
  await expect(tray).toHaveCount(4)
  await tray.first().click()
  await page.keyboard.press('Shift+ArrowDown')
  await tray.nth(3).click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByRole('toolbar', { name: 'Chosen items' })).toContainText('3 chosen')
  await page.keyboard.press('Space')
  await expect(page.getByRole('toolbar', { name: 'Chosen items' })).toContainText('2 chosen')
  await expectAccessible(page, 'chosen items of feeds')
  await app.press('x')
  await expect(app.toasts.with('Dismissed 2 items.')).toBeVisible()
  await expect(tray).toHaveText([/Pilots/, /Nets/])
  await app.press('F2')
  await page.keyboard.type('The Courier')
  await page.keyboard.press('Enter')
  const feeds = page.getByRole('listbox', { name: 'Subscriptions' }).getByRole('option')
  await expect(feeds.nth(1)).toContainText('The Courier')
  site.answers('/feed.xml', (response) => response.writeHead(503).end())
  await app.press('r')
  await expect(feeds.nth(1)).toContainText('it answered 503')
  await expect(tray).toHaveCount(2)
  await feeds.nth(1).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'Follow the outlets you read' })).toBeVisible()
})
