import { expectAccessible } from '../helpers/axe.ts'
import { expect, test } from '../helpers/test.ts'
import { clipPage } from './samples/clip-page.ts'
import { faresPage, faresPageCorrected, longPage } from './samples/fares.ts'

const fares = 'Ferry fares frozen for a year'
const record = 'The whole record of the session'

test('words are found in the article, counted, stepped through, and the last stays selected', async ({
  app,
  notes,
  page,
}) => {
  await clipPage(notes, faresPage)
  await app.library.row(fares).click()
  await expect(app.reader.text(fares)).toBeFocused()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('SURCHARGE')
  await expect(app.reader.findCount).toHaveText('1 of 2')
  await page.keyboard.press('Enter')
  await expect(app.reader.findCount).toHaveText('2 of 2')
  await page.keyboard.press('Enter')
  await expect(app.reader.findCount).toHaveText('1 of 2')
  await page.keyboard.press('Shift+Enter')
  await expect(app.reader.findCount).toHaveText('2 of 2')
  expect(await page.evaluate(() => [...CSS.highlights.keys()].sort())).toEqual([
    'reader-find',
    'reader-find-current',
  ])
  await page.keyboard.press('Escape')
  await expect(app.reader.find).toBeHidden()
  await expect.poll(() => app.reader.selectedWords()).toBe('surcharge')
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('from the inbox, done leads on to the next, and the last back to the list', async ({ app, notes }) => {
  await clipPage(notes, faresPage)
  await clipPage(notes, longPage)
  await app.frame.go('Inbox')
  await app.library.row(record).click()
  await expect(app.reader.title(record)).toBeVisible()
  await app.press('j')
  await expect(app.reader.title(fares)).toBeVisible()
  await app.press('k')
  await expect(app.reader.title(record)).toBeVisible()
  await app.press('e')
  await expect(app.reader.title(fares)).toBeVisible()
  await app.press('e')
  await expect(app.frame.title('Inbox')).toBeVisible()
  const { rows } = await notes.article.list.query({})
  expect(rows.map(({ status }) => status)).toEqual(['done', 'done'])
})

test('an inbox article stays in the inbox until it is worked on; then Undo takes the quote back first', async ({
  app,
  notes,
  page,
}) => {
  const { articleId: id } = await clipPage(notes, faresPage)
  const status = async () => (await notes.article.get.query({ id })).status
  await app.library.row(fares).click()
  await expect(app.reader.status('Inbox')).toHaveAttribute('aria-pressed', 'true')
  expect(await status()).toBe('inbox')
  await app.reader.caretBefore('southern port')
  await app.press('w q')
  await expect(app.reader.marks()).toHaveCount(1)
  await expect(app.reader.status('Reading')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+z')
  await expect(app.reader.marks()).toHaveCount(0)
  expect(await status()).toBe('reading')
  await app.press('u')
  await expect(app.reader.status('Inbox')).toHaveAttribute('aria-pressed', 'true')
})

test('scrolling past the first screen begins reading, and whoever comes back finds the place again', async ({
  app,
  notes,
  page,
}) => {
  await clipPage(notes, longPage)
  await app.library.row(record).click()
  await expect(app.reader.text(record)).toBeFocused()
  const top = () => app.reader.scroller.evaluate((element) => Math.round(element.scrollTop))
  await app.reader.scroller.evaluate((element) => element.scrollTo({ top: 2000 }))
  await expect(app.reader.status('Reading')).toHaveAttribute('aria-pressed', 'true')
  const before = await top()
  await page.goBack()
  await expect(app.frame.title('Library')).toBeVisible()
  await page.goForward()
  await expect(app.reader.title(record)).toBeAttached()
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4)
})

test('a page clipped again says what became of each quote, shows what changed, and takes lost ones back by hand', async ({
  app,
  notes,
  page,
}) => {
  const { articleId: id } = await clipPage(notes, faresPage)
  for (const exact of [
    'We will keep the price of a crossing where it is until spring',
    'freight pays a surcharge of four per cent',
    'A surcharge on freight is a tax on the islands',
  ])
    await notes.quote.createByWords.mutate({ articleId: id, exact })
  await clipPage(notes, faresPageCorrected, 'revise')
  await app.library.row(fares).click()
  await expect(app.reader.banner).toContainText('1 quote stands where it did, 1 has changed words, 1 is lost')

  await app.press('h')
  await expect(app.reader.comparison.getByRole('deletion')).toContainText([
    'removed',
    'A surcharge on freight',
  ])
  await expect(app.reader.comparison.getByRole('insertion')).toContainText([
    'added',
    'single',
    'late',
    'Island',
  ])
  await app.press('n')
  await expect(app.reader.comparison.locator('[aria-current]')).toContainText('late')
  await app.press('Escape')
  await expect(app.reader.text(fares)).toBeVisible()

  await app.reader.bar.getByRole('button', { name: /^Revision 2 of 2/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /^1:/ }).click()
  await expect(app.reader.banner).toContainText('You are reading revision 1')
  await expect(app.reader.marks()).toHaveText([
    'We will keep the price of a crossing where it is until spring',
    'freight pays a surcharge of four per cent',
    'A surcharge on freight is a tax on the islands',
  ])
  await app.reader.caretBefore('southern port')
  await app.press('w q')
  await expect(app.reader.marks()).toHaveCount(3)
  await app.reader.banner.getByRole('button', { name: 'To the latest' }).click()

  await app.press('l')
  await expect(app.reader.lostTray).toContainText('A surcharge on freight is a tax on the islands')
  await app.reader.drag('Island mayors', 'night boat')
  await app.press('q')
  await expect(app.toasts.with('Attached the quote')).toBeVisible()
  await expect(app.reader.lostTray).toBeHidden()
  await expect(app.reader.active()).toHaveText('Island mayors welcomed the news and asked for a night boat')
  const lost = (await notes.quote.ofArticle.query({ articleId: id })).filter(
    ({ anchor }) => anchor.outcome === 'lost',
  )
  expect(lost).toEqual([])
})

test('in a narrow window the card of the active quote lies below the text, and the passage stays in sight', async ({
  app,
  notes,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 700 })
  const { articleId: id } = await clipPage(notes, faresPage)
  await notes.quote.createByWords.mutate({ articleId: id, exact: 'a joint board meets every second month' })
  await app.library.row(fares).click()
  await expect(app.reader.text(fares)).toBeFocused()
  await app.press('n')
  const sheet = page.getByRole('region', { name: 'The active quote' })
  await expect(sheet).toContainText('a joint board meets every second month')
  await expect
    .poll(async () => {
      const [passage, card] = [await app.reader.active().boundingBox(), await sheet.boundingBox()]
      return passage !== null && card !== null && passage.y + passage.height <= card.y
    })
    .toBe(true)
  await app.press('Escape')
  await expect(sheet).toBeHidden()
})

for (const [theme, colorScheme] of [
  ['As the app', 'light'],
  ['As the app', 'dark'],
  ['Light', 'dark'],
  ['Sepia', 'dark'],
  ['Dark', 'light'],
] as const) {
  test(`on ${theme} paper in a ${colorScheme} app, axe finds nothing`, async ({ app, notes, page }) => {
    await page.emulateMedia({ colorScheme })
    const { articleId: id } = await clipPage(notes, faresPage)
    const { id: topicId } = await notes.topic.create.mutate({ name: 'Fares' })
    for (const [exact, stance] of [
      ['We will keep the price of a crossing', 'supports'],
      ['a surcharge of four per cent', 'opposes'],
      ['a tax on the islands', 'conditional'],
      ['hard to swallow', 'neutral'],
    ] as const) {
      const { id: quoteId } = await notes.quote.createByWords.mutate({ articleId: id, exact })
      await notes.link.set.mutate({ quoteIds: [quoteId], topicId, stance })
    }
    await notes.quote.createByWords.mutate({ articleId: id, exact: 'minutes will be public' })
    await clipPage(notes, faresPageCorrected, 'revise')
    await app.library.row(fares).click()
    await expect(app.reader.text(fares)).toBeFocused()
    await app.press('a')
    await page.getByRole('radio', { name: theme }).click()
    await page.keyboard.press('Escape')
    await app.press('n')
    await expect(app.reader.active().first()).toBeVisible()
    await expectAccessible(page, `${theme} in ${colorScheme}`)
    await app.press('h')
    await expect(app.reader.comparison).toBeVisible()
    await expectAccessible(page, `the comparison, ${theme} in ${colorScheme}`)
  })
}

test('the samples of paper show each its own, also in a panel that lies on another paper', async ({
  app,
  notes,
  page,
}) => {
  await app.press('Control+Shift+L')
  await clipPage(notes, faresPage)
  await app.library.row(fares).click()
  await expect(app.reader.text(fares)).toBeFocused()
  await app.press('a')
  const papers = () =>
    Promise.all(
      ['As the app', 'Light', 'Sepia', 'Dark'].map((name) =>
        page
          .getByRole('radio', { name })
          .locator('[data-reader-theme]')
          .evaluate((sample) => getComputedStyle(sample).backgroundColor),
      ),
    )
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeVisible()
  const own = await papers()
  expect(new Set(own).size).toBe(3)
  expect(own[0]).toBe(own[3])
  for (const name of ['Sepia', 'Light']) {
    await page.getByRole('radio', { name }).click()
    await expect(page.getByRole('radio', { name })).toBeChecked()
    await expect.poll(papers).toEqual(own)
  }
})
