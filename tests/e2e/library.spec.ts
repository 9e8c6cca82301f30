import { createLongNotebook, minutesTitle } from '../helpers/long-notebook.ts'
import { expect, test } from '../helpers/test.ts'

test.describe('an empty notebook', () => {
  test('welcomes with what it is for, and fills with the sample on request', async ({ app, page }) => {
    await expect(page.getByRole('heading', { name: 'A notebook for what was said' })).toBeVisible()
    await page.getByRole('button', { name: 'Open the sample notebook' }).click()
    // Forty articles are taken apart, which a busy machine takes its time for.
    await expect(app.toasts.with('The sample negotiation is here.')).toBeVisible({ timeout: 40_000 })
    await app.library.holds(40)
  })
})

test.describe('the sample', () => {
  test.use({ notebook: 'sample' })

  test('is narrowed by words, status, outlet and language, and says when nothing fits', async ({
    app,
    page,
  }) => {
    const { library } = app
    await library.holds(40)
    await library.filters.getByRole('textbox').fill('camera')
    await expect(library.rows).toHaveCount(1)
    await library.filters.getByRole('textbox').fill('no such thing')
    await expect(page.getByRole('heading', { name: 'No article fits' })).toBeVisible()
    await page.getByRole('button', { name: 'Show every article' }).click()
    await library.holds(40)
    await library.filter('Status').selectOption({ label: 'Done (36)' })
    await library.holds(36)
    await library.filter('Language').selectOption({ label: 'French (7)' })
    await expect(library.rows).toHaveCount(7)
    await expect(library.row('La Ligue du Littoral veut bien observer, pas garantir')).toBeVisible()
    await library.filter('Language').selectOption({ label: 'Any language' })
    await library.filter('Outlet').selectOption({ label: 'Meruna Wire (6)' })
    await expect(library.rows).toHaveCount(6)
  })

  test('is sorted either way, and keeps filter and order on the way back from an article', async ({
    app,
  }) => {
    const { library } = app
    await library.filter('Order').selectOption({ label: 'By publication' })
    await expect.poll(async () => (await library.titles())[0]).toMatch(/^Meruna text is closed/)
    await library.filters.getByRole('button', { name: 'Descending: turn round' }).click()
    await expect
      .poll(async () => (await library.titles())[0])
      .toMatch(/^Karvenia asks for the level of Orlec/)
    await library.filter('Language').selectOption({ label: 'Ukrainian (9)' })
    await library.rows.first().click()
    await expect(app.reader.title(/^Садівники нижньої долини/)).toBeVisible()
    await app.frame.back.click()
    await expect(library.rows).toHaveCount(9)
    await expect(library.filter('Order')).toHaveValue('published')
  })

  test('a status set on several at once is one step to undo', async ({ app, notes }) => {
    const { library } = app
    await library.rows.nth(1).click({ modifiers: ['ControlOrMeta'] })
    await library.rows.nth(3).click({ modifiers: ['Shift'] })
    await expect(library.bulk.getByRole('status')).toHaveText('3 chosen')
    await library.bulk.getByRole('button', { name: 'To inbox' }).click()
    await expect(app.toasts.with('3 articles are now: Inbox.')).toBeVisible()
    await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox, 4 articles')
    await expect(library.bulk).toBeHidden()
    await app.toasts.undo('3 articles').click()
    await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox, 1 article')
    expect((await notes.article.facets.query()).status).toEqual({ inbox: 1, reading: 3, done: 36 })
  })

  test('the box in a row chooses it by the mouse alone', async ({ app }) => {
    const { library } = app
    await library.rows.nth(2).hover()
    await library.rows.nth(2).locator('[data-selects]').click()
    await library.rows.nth(4).locator('[data-selects]').click()
    await expect(library.bulk.getByRole('status')).toHaveText('2 chosen')
    await library.bulk.getByRole('button', { name: 'Choose none' }).click()
    await expect(library.bulk).toBeHidden()
    await expect(library.list()).toBeFocused()
  })

  test('is worked through from the keyboard: choose, mark as done, throw away, undo, open', async ({
    app,
    page,
  }) => {
    const { library } = app
    await app.press('g l')
    await expect(library.list()).toBeFocused()
    await library.holds(40)
    await app.press('ArrowDown Shift+ArrowDown Shift+ArrowDown')
    await expect(library.bulk.getByRole('status')).toHaveText('3 chosen')
    await page.keyboard.press('Delete')
    await expect(app.toasts.with('Moved 3 articles to the trash.')).toBeVisible()
    await library.holds(37)
    await page.keyboard.press('Control+z')
    await library.holds(40)
    await page.keyboard.press('Control+a')
    await expect(library.bulk.getByRole('status')).toHaveText('40 chosen')
    await page.keyboard.press('3')
    await expect(app.toasts.with('40 articles are now: Done.')).toBeVisible()
    await expect(library.bulk).toBeHidden()
    await app.press('Home Enter')
    await expect(app.reader.title(/^Meruna text is closed/)).toBeVisible()
  })

  test('the inbox empties as its articles are done, and says so', async ({ app, page }) => {
    await app.press('g i')
    await expect(app.library.list('Inbox')).toBeFocused()
    // The list is there, and has the focus, before what is in it.
    await expect(app.library.rows).toHaveCount(1)
    await page.keyboard.press('3')
    await expect(page.getByRole('heading', { name: 'The inbox is empty' })).toBeVisible()
    await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox')
    await page.keyboard.press('Control+z')
    await expect(app.library.rows).toHaveCount(1)
  })
})

const longTest = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  notebookPath: async ({}, use) => {
    const notebook = await createLongNotebook(5000)
    await use(notebook.path)
    notebook.remove()
  },
})

longTest(
  'of five thousand articles only those in sight are drawn, and the keyboard reaches and chooses all',
  async ({ app, page }) => {
    const { library } = app
    await expect(library.list()).toBeFocused()
    await expect(library.row(minutesTitle(5000))).toHaveAttribute('aria-setsize', '5000')
    await page.keyboard.press('End')
    await expect(library.row(minutesTitle(1))).toHaveAttribute('aria-posinset', '5000')
    expect(await library.rows.count()).toBeLessThan(60)
    await page.keyboard.press('PageUp')
    await expect(library.list()).toHaveAttribute('aria-activedescendant', /-49\d\d$/)
    await library.list().evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }))
    await expect(library.row(minutesTitle(2500))).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await expect(library.bulk.getByRole('status')).toHaveText('5,000 chosen')
    await page.keyboard.press('3')
    await expect(app.toasts.with('5,000 articles are now: Done.')).toBeVisible()
    await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox')
    await app.toasts.undo('5,000 articles').click()
    await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox, 5,000 articles')
  },
)
