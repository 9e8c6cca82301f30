import { openSite, type Site } from '../helpers/site.ts'
import { expect, test as base } from '../helpers/test.ts'
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

const html = { 'content-type': 'text/html; charset=utf-8' }

test('a pasted address is fetched by the host, and becomes an article with its picture, outlet and date', async ({
  app,
  page,
  site,
  notes,
}) => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const figure = '<figure><img src="/ferry.png" alt="The ferry" width="800" height="500"></figure>'
  site.answers('/talks', (response) =>
    response.writeHead(302, { location: '/talks/2026', 'set-cookie': 'who=you' }).end(),
  )
  site.answers('/talks/2026', (response) =>
    response.writeHead(200, html).end(ferryPage.replace('</h1>', `</h1>${figure}`)),
  )
  site.answers('/ferry.png', (response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(pixel),
  )
  await page.keyboard.press('c')
  await app.library.clipDialog.paste({ text: site.at('/talks') })
  await page.keyboard.press('Enter')
  await expect(app.toasts.with('Clipped “Harbour talks pause over the winter ferry”.')).toBeVisible()
  const row = app.library.row('Harbour talks pause')
  await expect(row).toContainText('The Strait Courier')
  await expect(row).toContainText('12 Mar 2026')
  expect(site.asked).toEqual(['/talks', '/talks/2026', '/ferry.png'])
  const { rows } = await notes.article.list.query({})
  const { revisions } = await notes.article.get.query({ id: rows[0]?.id ?? '' })
  expect(revisions).toHaveLength(1)
  await app.toasts.with('Clipped').getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('main').getByRole('img', { name: 'The ferry' })).toBeVisible()
})

for (const { what, path, answer, said } of [
  {
    what: 'a page that the site fails to give',
    path: '/error',
    answer: 503,
    said: 'it answered 503',
  },
  { what: 'a page that is not there', path: '/gone', answer: 404, said: 'does not exist (any more)' },
  {
    what: 'a film in place of a page',
    path: '/film',
    answer: 'video/mp4',
    said: 'The address leads to video/mp4, not to a page of text',
  },
] as const) {
  test(`${what} is named with the reason, and its address can be tried again`, async ({
    app,
    page,
    site,
    notes,
  }) => {
    site.answers(path, (response) => {
      if (typeof answer === 'number') response.writeHead(answer, html).end('<p>Sorry</p>')
      else response.writeHead(200, { 'content-type': answer }).end('0')
    })
    await page.keyboard.press('c')
    await app.library.clipDialog.paste({ text: site.at(path) })
    await page.keyboard.press('Enter')
    const report = app.dialog('Not everything could be clipped')
    await expect(report).toContainText(site.at(path))
    await expect(report).toContainText(said)
    await expect(report).toContainText('Nothing was clipped.')
    expect((await notes.article.list.query({})).total).toBe(0)
    site.answers(path, (response) => response.writeHead(200, html).end(ferryPage))
    await report.getByRole('button', { name: 'Try again' }).click()
    await expect(app.library.row('Harbour talks pause')).toBeVisible()
    await expect(report).toBeHidden()
  })
}

test('a site that does not answer in time is given up, and what was clipped beside it stays', async ({
  app,
  page,
  site,
}) => {
  site.answers('/talks', (response) => response.writeHead(200, html).end(ferryPage))
  await page.keyboard.press('c')
  await app.library.clipDialog.paste({ text: `${site.at('/silent')}\n${site.at('/talks')}` })
  await expect(app.library.clipDialog.submit).toHaveText('Clip 2 addresses')
  await page.keyboard.press('Control+Enter')
  const report = app.dialog('Not everything could be clipped')
  await expect(report).toContainText(site.at('/silent'))
  await expect(report).toContainText('took too long to answer')
  await expect(report).toContainText('1 article was clipped.')
  await page.keyboard.press('Escape')
  await expect(app.library.rows).toHaveCount(1)
})

test('a host that does not exist is said to, and no other name leads to this machine', async ({
  app,
  page,
  site,
}) => {
  await page.keyboard.press('c')
  const elsewhere = site.at('/talks').replace('courier.example', 'other.example')
  await app.library.clipDialog.paste({ text: elsewhere })
  await page.keyboard.press('Enter')
  await expect(app.dialog('Not everything could be clipped')).toContainText(
    'There is no host named other.example',
  )
  expect(site.asked).toEqual([])
})

test('a page that leads on to a private address is not followed', async ({ app, page, site }) => {
  site.answers('/inward', (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end())
  await page.keyboard.press('c')
  await app.library.clipDialog.paste({ text: site.at('/inward') })
  await page.keyboard.press('Enter')
  await expect(app.dialog('Not everything could be clipped')).toContainText('is not on the public internet')
})
