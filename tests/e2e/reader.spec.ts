import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../helpers/app/app.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { copySampleNotebook } from '../helpers/sample-notebook.ts'
import { expect, test } from '../helpers/test.ts'
import { clipPage } from './samples/clip-page.ts'
import { faresPage } from './samples/fares.ts'

const title = 'Ferry fares frozen for a year'

/** Clips the page about fares and opens it from the library. */
async function openFares(app: App, notes: NotebookClient): Promise<string> {
  const { articleId } = await clipPage(notes, faresPage)
  await app.library.row(title).click()
  await expect(app.reader.text(title)).toBeFocused()
  return articleId
}

const quotesOf = (notes: NotebookClient, articleId: string) => notes.quote.ofArticle.query({ articleId })
const wordsOf = async (notes: NotebookClient, articleId: string) =>
  (await quotesOf(notes, articleId)).map(({ exact }) => exact)

test('a passage dragged over with the mouse becomes a quote, and its card opens', async ({ app, notes }) => {
  const id = await openFares(app, notes)
  await app.reader.drag('We will keep', 'until spring')
  await app.reader.toolbar.getByRole('button', { name: 'Quote', exact: true }).click()
  await expect(app.reader.active()).toHaveText(
    'We will keep the price of a crossing where it is until spring',
  )
  await expect(app.reader.margin.getByText('Who said it?')).toBeVisible()
  await expect(app.reader.toolbar).toBeHidden()
  const [quote] = await quotesOf(notes, id)
  expect(quote?.exact).toBe('We will keep the price of a crossing where it is until spring')
  expect(app.page.url()).toContain(`/article/${id}/${quote?.id}`)
})

test('a quote is marked with the keyboard alone, from the caret to the topic', async ({
  app,
  notes,
  page,
}) => {
  const id = await openFares(app, notes)
  // Down into the second paragraph, then its sentence.
  await page.keyboard.press('Control+ArrowDown')
  await app.press('w w')
  await expect.poll(() => app.reader.selectedWords()).toMatch(/^“We will keep .* in the talks\.$/)
  await app.press('q')
  await expect(app.reader.active().first()).toBeVisible()
  await app.press('1')
  await page.keyboard.type('Fares')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await quotesOf(notes, id))[0]?.links.map(({ stance }) => stance))
    .toEqual(['supports'])
  await expect(app.reader.marks().first()).toHaveClass(/stance-supports/)
})

test('words are selected with Shift and the arrows, and a key makes them a quote', async ({
  app,
  notes,
  page,
}) => {
  const id = await openFares(app, notes)
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect.poll(() => app.reader.selectedWords()).toBe('The two ports')
  await app.press('q')
  await expect.poll(() => wordsOf(notes, id)).toEqual(['The two ports'])
})

test('the selection grows by sentences and shrinks again', async ({ app, notes }) => {
  await openFares(app, notes)
  await app.reader.caretBefore('southern port')
  await app.press('.')
  const first = 'The southern port had asked for a rise of nine per cent.'
  await expect.poll(() => app.reader.selectedWords()).toBe(first)
  await app.press('.')
  await expect.poll(() => app.reader.selectedWords()).toMatch(/would have cost more\.$/)
  await app.press(',')
  await expect.poll(() => app.reader.selectedWords()).toBe(first)
})

test('a quote spans list items, one nests in it, and where they lie over each other a click asks which', async ({
  app,
  notes,
  page,
}) => {
  const id = await openFares(app, notes)
  await app.reader.drag('fares stay', 'every second month')
  await app.press('q')
  await expect(app.reader.active()).toHaveText([
    'fares stay as they are until the first of March;',
    'freight pays a surcharge of four per cent;',
    'a joint board meets every second month',
  ])
  await app.press('Escape')
  await app.reader.drag('a surcharge of', 'four per cent')
  await app.press('q')
  await expect(app.reader.active()).toHaveText('a surcharge of four per cent')
  expect(await wordsOf(notes, id)).toHaveLength(2)

  await app.press('Escape')
  await app.reader.marks().filter({ hasText: 'a surcharge of' }).click()
  const chooser = page.getByRole('menu')
  await expect(chooser.getByRole('menuitemcheckbox')).toHaveCount(2)
  await chooser.getByRole('menuitemcheckbox', { name: /fares stay/ }).click()
  await expect(app.reader.active()).toHaveCount(5)

  await app.press('v')
  await expect(app.reader.active()).toHaveText('a surcharge of four per cent')
  await app.press('v')
  await expect(app.reader.active()).toHaveCount(5)
})

test('quotes may overlap without one holding the other', async ({ app, notes }) => {
  const id = await openFares(app, notes)
  await app.reader.drag('The southern port', 'nine per cent')
  await app.press('q')
  await expect.poll(() => wordsOf(notes, id)).toHaveLength(1)
  await app.reader.drag('a rise of', 'hard to swallow')
  await app.press('q')
  await expect.poll(() => wordsOf(notes, id)).toHaveLength(2)
  await expect(app.reader.marks()).toHaveText([
    'The southern port had asked for ',
    'a rise of nine per cent',
    '. Its spokesman said the freeze was hard to swallow',
  ])
})

test('keys go from quote to quote, copy one with its source, and throw one away with a way back', async ({
  app,
  notes,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { articleId: id } = await clipPage(notes, faresPage)
  for (const exact of ['freeze ferry fares', 'a tax on the islands'])
    await notes.quote.createByWords.mutate({ articleId: id, exact })
  await app.library.row(title).click()
  await expect(app.reader.text(title)).toBeFocused()
  await app.press('n')
  await expect(app.reader.active()).toHaveText('freeze ferry fares')
  await app.press('n')
  await expect(app.reader.active()).toHaveText('a tax on the islands')
  await app.press('y')
  await expect(app.toasts.with('Copied the quote with its source')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(
    `“a tax on the islands”\n${title}, Strait News, 2026-03-05\nhttps://strait-news.example/ferry-fares`,
  )
  await app.press('Delete')
  await expect(app.reader.marks()).toHaveText(['freeze ferry fares'])
  await app.toasts.undo('Moved the quote to the trash').click()
  await expect(app.reader.marks()).toHaveText(['freeze ferry fares', 'a tax on the islands'])
})

test('the address of a quote opens it in view, and follows the quote that is active', async ({
  app,
  notes,
  page,
}) => {
  const { articleId: id } = await clipPage(notes, faresPage)
  const { id: first } = await notes.quote.createByWords.mutate({
    articleId: id,
    exact: 'freeze ferry fares',
  })
  const { id: last } = await notes.quote.createByWords.mutate({
    articleId: id,
    exact: 'minutes will be public',
  })
  await page.setViewportSize({ width: 1280, height: 500 })
  await page.evaluate((address) => {
    location.hash = address
  }, `/article/${id}/${last}`)
  await expect(app.reader.active()).toHaveText('minutes will be public')
  await expect(app.reader.active()).toBeInViewport()
  await app.press('p')
  await expect(app.reader.active()).toHaveText('freeze ferry fares')
  expect(page.url()).toContain(`/article/${id}/${first}`)
  await page.goBack()
  await expect(app.frame.title('Library')).toBeVisible()
})

test('the details of the article say where they come from, and become the reader’s own when written', async ({
  app,
  notes,
}) => {
  const id = await openFares(app, notes)
  await app.press('i')
  const details = app.dialog('Article details')
  await expect(details).toContainText('the page’s Open Graph data')
  await details.getByRole('textbox', { name: 'Author' }).fill('A. Reporter')
  await details.getByRole('textbox', { name: 'Address' }).fill('nowhere')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(details).toContainText('Write a whole web address')
  await details.getByRole('textbox', { name: 'Address' }).fill('https://strait-news.example/fares')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(details).toBeHidden()
  await expect(app.frame.main).toContainText('A. Reporter')
  const { provenance } = await notes.article.get.query({ id })
  expect([provenance['byline'], provenance['title']]).toEqual(['user', 'h1'])
})

test('the fingerprint of the captured bytes is shown', async ({ app, notes, page }) => {
  const id = await openFares(app, notes)
  const { revisions } = await notes.article.get.query({ id })
  await app.press('x')
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toContainText(revisions[0]?.sha256 ?? '-')
})

const readOnly = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  notebookPath: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-read-only-'))
    const path = join(folder, 'Sample.memoire')
    await copySampleNotebook(path)
    await use(path)
    rmSync(folder, { recursive: true, force: true })
  },
})
test.describe('a notebook open for reading only', () => {
  readOnly.use({ readOnly: true })

  readOnly(
    'in a notebook that is open for reading only nothing can be marked, and the reader says so',
    async ({ app }) => {
      await app.library.row('Three gaps left').click()
      await expect(app.frame.main).toContainText('open for reading only')
      const before = await app.reader.marks().count()
      await app.reader.drag('Four weeks', 'a river is')
      await expect.poll(() => app.reader.selectedWords()).toMatch(/^Four weeks/)
      await expect(app.reader.toolbar).toBeHidden()
      await app.press('q e')
      expect(await app.reader.marks().count()).toBe(before)
      await expect(app.reader.status('Done')).toBeDisabled()
    },
  )
})
