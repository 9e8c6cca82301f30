import { App } from '../helpers/app/app.ts'
import { expectAccessible } from '../helpers/axe.ts'
import { startTestHost } from '../helpers/host.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'
import { lockText } from './samples/lock.ts'

const title = 'Ilse Maren: lock agreement ready to be signed'

async function openLock(app: App, notes: NotebookClient): Promise<string> {
  const { articleId } = await notes.capture.clipText.mutate({ text: lockText })
  await app.library.row(title).click()
  await expect(app.reader.text(title)).toBeFocused()
  return articleId
}

/** Turns the suggestions on, and waits for the first: before it is there, its keys are nobody's. */
async function offer(app: App): Promise<void> {
  await app.press('Shift+Q')
  await expect(app.suggestions.card).toBeVisible()
}

/** Every quote with its speaker's name, in the order of the text. */
async function coded(
  notes: NotebookClient,
  articleId: string,
): Promise<[words: string, speaker: string | null][]> {
  const actors = new Map((await notes.actor.list.query()).map(({ id, name }) => [id, name]))
  const quotes = await notes.quote.ofArticle.query({ articleId })
  return quotes.map(({ exact, speakerId }) => [
    exact.slice(0, 20),
    speakerId === null ? null : (actors.get(speakerId) ?? null),
  ])
}

test('an article is coded from its suggestions alone, with the keyboard', async ({ app, notes, page }) => {
  const articleId = await openLock(app, notes)
  await expect(app.suggestions.button).toHaveAccessibleName('5 suggested quotations')
  await expect(app.suggestions.marks).toHaveCount(0)
  await app.press('Shift+Q')
  await expect(app.suggestions.button).toHaveAttribute('aria-pressed', 'true')
  expect(await coded(notes, articleId), 'nothing is written until accepted').toEqual([])
  while (await app.suggestions.card.isVisible()) {
    await expect(app.suggestions.current.first()).toBeInViewport()
    const before = await app.suggestions.current.first().getAttribute('data-suggestion')
    await app.press((await app.suggestions.card.getByText('reported speech').isVisible()) ? 'x' : 'Enter')
    await expect(app.suggestions.current.and(page.locator(`[data-suggestion="${before}"]`))).toHaveCount(0)
  }
  await expect(app.toasts.with('No quotation is left')).toBeVisible()
  await expect
    .poll(() => coded(notes, articleId))
    .toEqual([
      ['Oskar Lindqvist repo', 'Ilse Maren'],
      ['We understand that t', 'Ilse Maren'],
      ['We are telling our n', 'Ilse Maren'],
      ['And the gates are no', 'Ilse Maren'],
    ])
  expect(await notes.actor.list.query()).toHaveLength(1)
  await expect(app.reader.marks()).toHaveCount(4)
  expect((await notes.article.get.query({ id: articleId })).status).toBe('reading')
})

test('Tab and Shift+Tab go from one to the next, also round the ends; Escape leaves, and Tab is Tab again', async ({
  app,
  notes,
}) => {
  await openLock(app, notes)
  await app.suggestions.button.click()
  const label = (place: number) => new RegExp(`^Suggested quotation ${place} of `)
  await expect(app.suggestions.card).toHaveAccessibleName(label(1))
  await app.press('Tab')
  await expect(app.suggestions.card).toHaveAccessibleName(label(2))
  await app.press('Shift+Tab Shift+Tab')
  await expect(app.suggestions.card).toHaveAccessibleName(label(5))
  await app.press('Escape')
  await expect(app.suggestions.card).toBeHidden()
  await expect(app.suggestions.marks).toHaveCount(0)
  await app.press('Tab')
  await expect(app.reader.text(title)).not.toBeFocused()
})

test('what was rejected stays away after a reload, and comes back with Undo', async ({
  app,
  notes,
  page,
}) => {
  await openLock(app, notes)
  await app.press('Shift+Q')
  const first = await app.suggestions.current.first().getAttribute('data-suggestion')
  const rejected = page.locator(`[data-suggestion="${first}"]`)
  await app.press('x')
  await expect(rejected).toHaveCount(0)
  await expect(app.suggestions.button).toHaveAccessibleName('4 suggested quotations')
  await page.keyboard.press('Control+z')
  await expect(rejected.first()).toHaveClass(/is-current/)
  await app.press('x')
  await expect(rejected).toHaveCount(0)
  await page.reload()
  await expect(app.suggestions.button).toHaveAccessibleName('4 suggested quotations')
  await expect(app.suggestions.marks.first()).toBeVisible()
  await expect(rejected).toHaveCount(0)
})

test('after a rejection Undo takes back what was done last, be it the rejection or a later change', async ({
  app,
  notes,
  page,
}) => {
  const articleId = await openLock(app, notes)
  await offer(app)
  await app.press('Enter')
  await expect(app.reader.marks()).toHaveCount(1)
  await app.press('x')
  await expect(app.suggestions.button).toHaveAccessibleName('3 suggested quotations')
  await notes.actor.create.mutate({ name: 'Somebody else' })
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await notes.actor.list.query()).map(({ name }) => name))
    .toEqual(['Ilse Maren'])
  expect(await coded(notes, articleId)).toHaveLength(1)
  await expect(app.suggestions.button).toHaveAccessibleName('3 suggested quotations')
})

test('one Undo takes back the quote, the actor and the name that was learnt', async ({
  app,
  notes,
  page,
}) => {
  const articleId = await openLock(app, notes)
  await offer(app)
  await app.press('s')
  await app.suggestions.speakerField.fill('Ilse Maren-Holt')
  await page.keyboard.press('Enter')
  await expect(app.suggestions.speaker).toContainText('Ilse Maren-Holt')
  await expect(app.suggestions.teach).toBeChecked()
  await expect(app.reader.text(title)).toBeFocused()
  await app.press('Enter')
  await expect(app.toasts.with('now also known as “Ilse Maren”')).toBeVisible()
  expect(await notes.actor.list.query()).toMatchObject([{ name: 'Ilse Maren-Holt', aliases: ['Ilse Maren'] }])
  await expect(app.suggestions.speaker).toContainText('Ilse Maren-Holt')
  await page.keyboard.press('Control+z')
  await expect.poll(() => coded(notes, articleId)).toEqual([])
  expect(await notes.actor.list.query()).toEqual([])
  await expect(app.suggestions.button).toHaveAccessibleName('5 suggested quotations')
})

test('choosing somebody from the notebook teaches the article’s name only where it is wanted', async ({
  app,
  notes,
  page,
}) => {
  await notes.actor.create.mutate({ name: 'The Waterways Ministry', kind: 'organisation' })
  const articleId = await openLock(app, notes)
  await offer(app)
  await app.press('s')
  await app.suggestions.speakerField.fill('waterways')
  // Before the notebook's names are there, Enter would make somebody new of what was typed.
  await expect(page.getByRole('option', { name: 'The Waterways Ministry' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(app.suggestions.teach).toBeChecked()
  await app.press('a')
  await expect(app.suggestions.teach).not.toBeChecked()
  await app.press('Enter')
  await expect
    .poll(() => coded(notes, articleId))
    .toEqual([['the agreement on the', 'The Waterways Ministry']])
  expect(await notes.actor.list.query()).toMatchObject([{ aliases: [] }])
})

test('Shift+Enter accepts and goes straight to the topics of the quote', async ({ app, notes, page }) => {
  const articleId = await openLock(app, notes)
  await offer(app)
  await app.press('Shift+Enter')
  await expect(app.cards.of(/the agreement on the shared lock/).field('Topics')).toBeFocused()
  await page.keyboard.type('Locks > Gates')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => (await notes.quote.ofArticle.query({ articleId })).map(({ links }) => links.length))
    .toEqual([1])
  await app.press('Tab')
  await expect(app.suggestions.card).toBeVisible()
})

test('suggestions are accessible', async ({ app, notes, page }) => {
  await openLock(app, notes)
  await app.press('Shift+Q')
  await expect(app.suggestions.card).toBeVisible()
  await expectAccessible(page, 'the reader with suggestions')
})

test('in a notebook that is open for reading only, suggestions are shown and cannot be accepted', async ({
  app,
  notes,
  host,
  browser,
}) => {
  const articleId = await openLock(app, notes)
  const reading = await startTestHost({ notebook: host.notebookPath, readOnly: true })
  const page = await browser.newPage()
  const reader = new App(page)
  await reader.open(reading.url)
  await reader.library.row(title).click()
  await expect(reader.reader.text(title)).toBeFocused()
  await reader.press('Shift+Q')
  await expect(reader.suggestions.card).toContainText('Ilse Maren')
  await expect(reader.suggestions.accept).toHaveCount(0)
  await reader.press('Enter x')
  await expect(reader.toasts.with('can be accepted only')).toBeVisible()
  await expect(reader.suggestions.button).toHaveAccessibleName('5 suggested quotations')
  expect(await coded(notes, articleId)).toEqual([])
  await page.close()
  await reading.stop()
})
