import type { Page } from '@playwright/test'
import type { App } from '../helpers/app/app.ts'
import { expectAccessible } from '../helpers/axe.ts'
import { startTestHost } from '../helpers/host.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'

const title = 'The ferry, the ice and the fare'
const url = 'https://harbour.example/ferry-and-ice'
const paragraphs = [
  'The two harbours met again on Tuesday, and for the first time they met about money.',
  '“The ferry sails every day of the year or it does not sail under our flag,” said Mira Holt, who speaks for the eastern harbour.',
  'Her colleague from the west was shorter. “We can pay for the ice, not for empty benches,” he told reporters on the quay.',
  'Nobody spoke of the night crossing. “That is for the spring,” an official said.',
]
const words = {
  daily: 'The ferry sails every day of the year',
  ice: 'We can pay for the ice, not for empty benches',
  spring: 'That is for the spring',
}

/** An article with three quotes that say nothing yet but their words. */
async function prepare(notes: NotebookClient): Promise<{ articleId: string; ids: string[] }> {
  const { articleId } = await notes.capture.clipText.mutate({
    text: paragraphs.join('\n\n'),
    title,
    url,
    publishedAt: '2026-03-04T09:30:00+02:00',
  })
  const ids: string[] = []
  for (const exact of Object.values(words))
    ids.push((await notes.quote.createByWords.mutate({ articleId, exact })).id)
  return { articleId, ids }
}

async function openArticle(app: App, articleId: string): Promise<void> {
  await app.page.evaluate((id) => {
    location.hash = `/article/${id}`
  }, articleId)
  await expect(app.cards.all).toHaveCount(3)
}

/** Puts the caret into the passage, as somebody does who works without a mouse from there on. */
async function activate(app: App, exact: string): Promise<void> {
  await app.reader.marks().filter({ hasText: exact }).first().click()
  await expect(app.cards.of(exact).root).toHaveAttribute('aria-current', 'true')
}

function focused(page: Page) {
  return page.locator(':focus')
}

test('everything about a quote is given with the mouse, and is there after a reload', async ({
  app,
  notes,
}) => {
  const { articleId, ids } = await prepare(notes)
  await openArticle(app, articleId)
  const card = app.cards.of(words.daily)
  await card.open()
  await card.speaker.click()
  await card.field('Speaker').fill('Mira Holt')
  await card.option('Create “Mira Holt”').click()
  await expect(card.speaker).toHaveText('Mira Holt')
  await card.date.click()
  await app.page.getByRole('button', { name: /Day of publication/ }).click()
  await expect(card.date).toHaveText('4 Mar 2026')
  await card.addTopic.click()
  await card.field('Topics').fill('Ferry > Timetable')
  await card.option('Create “Ferry > Timetable”').click()
  await card.topic(/Timetable/).click()
  await card.choice('Supports').click()
  await expect(card.topic('Ferry › Timetable: Supports')).toBeVisible()
  await card.comment.click()
  await app.page.keyboard.type('Firm on **every** day')
  await app.reader.title(title).click()
  await app.page.reload()
  const quiet = app.cards.of(words.daily).root
  await expect(quiet).toContainText('Mira Holt')
  await expect(quiet).toContainText('4 Mar 2026')
  await expect(quiet).toContainText('Timetable')
  await expect(quiet.getByRole('img', { name: 'Supports' })).toBeVisible()
  await expect(quiet).toContainText('Firm on every day')
  const quote = await notes.quote.get.query({ id: ids[0] ?? '' })
  expect(quote.saidOn).toBe('2026-03-04')
  expect(JSON.stringify(quote.comment?.document)).toContain('"bold"')
})

test('everything about a quote is given with the keyboard, without leaving the text', async ({
  app,
  notes,
}) => {
  const { articleId, ids } = await prepare(notes)
  await notes.actor.create.mutate({ name: 'Arne Vik', aliases: ['Арне Вік'] })
  await notes.topic.ensurePath.mutate({ path: ['Ferry', 'Ice'] })
  await openArticle(app, articleId)
  await activate(app, words.ice)
  const card = app.cards.of(words.ice)
  const text = app.reader.text(title)
  const { keyboard } = app.page

  await keyboard.press('s')
  await expect(card.field('Speaker')).toBeFocused()
  await keyboard.type('арне')
  await keyboard.press('Enter')
  await expect(card.speaker).toHaveText('Arne Vik')
  await expect(text).toBeFocused()

  await keyboard.press('d')
  await expect(card.field('Said on')).toBeFocused()
  await keyboard.press('b')
  await expect(card.date).toHaveText('3 Mar 2026')
  await expect(text).toBeFocused()

  // What is typed while the field is still opening is meant for it, and is no shortcut.
  await keyboard.press('t')
  await keyboard.type('ice')
  await expect(card.field('Topics')).toHaveValue('ice')
  await keyboard.press('Enter')
  await expect(card.topic('Ferry › Ice: Neutral')).toBeFocused()
  await keyboard.press('3')
  await expect(card.topic('Ferry › Ice: Conditional')).toBeVisible()
  await expect(text).toBeFocused()

  await keyboard.press('m')
  await expect(card.comment).toBeFocused()
  await keyboard.type('- pays\nonly for ice')
  await keyboard.press('Escape')
  await expect(text).toBeFocused()

  await app.page.reload()
  const quiet = app.cards.of(words.ice).root
  await expect(quiet).toContainText('Arne Vik')
  await expect(quiet).toContainText('3 Mar 2026')
  await expect(quiet.getByRole('img', { name: 'Conditional' })).toBeVisible()
  const quote = await notes.quote.get.query({ id: ids[1] ?? '' })
  expect(quote.comment?.text).toBe('pays\nonly for ice')
  expect(JSON.stringify(quote.comment?.document)).toContain('bulletList')
})

test('a date is as exact as it is typed, and Escape leaves it as it was', async ({ app, notes }) => {
  const { articleId, ids } = await prepare(notes)
  await openArticle(app, articleId)
  const card = app.cards.of(words.spring)
  await card.open()
  await card.date.click()
  await app.page.keyboard.type('2026-03')
  await app.page.keyboard.press('Enter')
  await expect(card.date).toHaveText('Mar 2026')
  await expect(card.date).toBeFocused()
  await card.date.click()
  await card.field('Said on').fill('1999')
  await app.page.keyboard.press('Escape')
  await expect(card.date).toBeFocused()
  await expect(card.date).toHaveText('Mar 2026')
  expect((await notes.quote.get.query({ id: ids[2] ?? '' })).saidOn).toBe('2026-03')
  await card.date.click()
  await app.page.keyboard.press('n')
  await expect(card.date).toHaveText('When?')
})

test('a topic is taken off with a key or the mouse, and a speaker can be nobody again', async ({
  app,
  notes,
}) => {
  const { articleId, ids } = await prepare(notes)
  const [id = ''] = ids
  const speaker = await notes.actor.ensure.mutate({ name: 'Mira Holt' })
  await notes.quote.update.mutate({ id, speakerId: speaker.id })
  for (const name of ['Fare', 'Ice']) {
    const topic = await notes.topic.ensurePath.mutate({ path: [name] })
    await notes.link.set.mutate({ quoteIds: [id], topicId: topic.id, stance: 'opposes' })
  }
  await openArticle(app, articleId)
  const card = app.cards.of(words.daily)
  await card.open()
  await card.topic('Fare: Opposes').focus()
  await app.page.keyboard.press('Delete')
  await expect(card.topic('Fare: Opposes')).toBeHidden()
  await card.root.getByRole('button', { name: 'Remove Ice' }).click()
  await expect(card.topic('Ice: Opposes')).toBeHidden()
  await card.speaker.click()
  await app.page.getByRole('button', { name: 'Nobody named' }).click()
  await expect(card.speaker).toHaveText('Who said it?')
  await expect
    .poll(async () => {
      const { speakerId, links } = await notes.quote.get.query({ id })
      return { speakerId, links }
    })
    .toEqual({ speakerId: null, links: [] })
})

test('arrow keys go from card to card, Enter opens one, and Escape leads back to the text', async ({
  app,
  notes,
}) => {
  const { articleId } = await prepare(notes)
  await openArticle(app, articleId)
  const { keyboard } = app.page
  await app.cards.of(words.daily).root.focus()
  await keyboard.press('ArrowDown')
  await expect(app.cards.of(words.ice).root).toBeFocused()
  await keyboard.press('End')
  await expect(app.cards.of(words.spring).root).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  const card = app.cards.of(words.ice)
  await expect(card.root).toHaveAttribute('aria-current', 'true')
  await keyboard.press('Enter')
  await expect(card.speaker).toBeFocused()
  await keyboard.press('Enter')
  await expect(card.field('Speaker')).toBeFocused()
  await keyboard.press('Escape')
  await expect(card.speaker).toBeFocused()
  for (const next of [card.date, card.actions, card.chain, card.addTopic, card.comment]) {
    await keyboard.press('Tab')
    await expect(next).toBeFocused()
  }
  await keyboard.press('Escape')
  await expect(card.root).toBeFocused()
  await keyboard.press('Escape')
  await expect(app.reader.text(title)).toBeFocused()
})

test('a comment typed a moment before a reload is not lost', async ({ app, notes }) => {
  const { articleId, ids } = await prepare(notes)
  await openArticle(app, articleId)
  const card = app.cards.of(words.daily)
  await card.open()
  await card.comment.click()
  await app.page.keyboard.type('Typed in haste')
  await app.page.reload()
  await expect(app.cards.of(words.daily).root).toContainText('Typed in haste')
  await expect
    .poll(async () => (await notes.quote.get.query({ id: ids[0] ?? '' })).comment?.text)
    .toBe('Typed in haste')
})

test('a comment without words is no comment', async ({ app, notes }) => {
  const { articleId, ids } = await prepare(notes)
  const quoteId = ids[0] ?? ''
  await notes.comment.saveMarkdown.mutate({ target: { quoteId }, markdown: 'To be taken back' })
  await openArticle(app, articleId)
  const card = app.cards.of(words.daily)
  await card.open()
  await card.comment.click()
  await app.page.keyboard.press('ControlOrMeta+a')
  await app.page.keyboard.press('Delete')
  await app.page.keyboard.press('Escape')
  await expect.poll(async () => (await notes.quote.get.query({ id: quoteId })).comment).toBeNull()
})

test('two windows see each other’s changes, and a comment written in both is lost in neither', async ({
  app,
  notes,
  openWindow,
}) => {
  const { articleId, ids } = await prepare(notes)
  const quoteId = ids[0] ?? ''
  await openArticle(app, articleId)
  const other = await openWindow()
  await openArticle(other, articleId)
  const [here, there] = [app.cards.of(words.daily), other.cards.of(words.daily)]
  await here.open()
  await there.open()
  await here.speaker.click()
  await here.field('Speaker').fill('Mira Holt')
  await app.page.keyboard.press('Enter')
  await expect(there.speaker).toHaveText('Mira Holt')
  await there.comment.click()
  await other.page.keyboard.type('Seen from there')
  await expect(here.comment).toHaveText('Seen from there')

  await here.comment.click()
  await app.page.keyboard.press('ControlOrMeta+End')
  await app.page.keyboard.type(' and here')
  await notes.comment.saveMarkdown.mutate({ target: { quoteId }, markdown: 'Something else' })
  await here.root.getByRole('button', { name: 'Keep both' }).click()
  await expect
    .poll(async () => (await notes.quote.get.query({ id: quoteId })).comment?.text)
    .toBe('Something else\nSeen from there and here')
  await expect(there.comment).toContainText('Seen from there and here')
})

test('a card copies its quote with the source, and goes to the trash with a way back', async ({
  app,
  notes,
}) => {
  const { articleId } = await prepare(notes)
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openArticle(app, articleId)
  const card = app.cards.of(words.ice)
  await card.open()
  await card.actions.click()
  await card.choice('Copy with citation').click()
  await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toContain(title)
  const rich = await app.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return (await item?.getType('text/html'))?.text()
  })
  expect(rich).toContain('<blockquote>')
  await card.actions.click()
  await card.choice('Move to trash').click()
  await expect(app.cards.all).toHaveCount(2)
  await expect(app.reader.text(title)).toBeFocused()
  await app.toasts.undo(/trash/).click()
  await expect(app.cards.all).toHaveCount(3)
})

test('a card says that its passage was changed by a new revision, and how it was found in each', async ({
  app,
  notes,
}) => {
  const { articleId } = await prepare(notes)
  const changed = paragraphs.join('\n\n').replace('not for empty benches', 'but not for the empty benches')
  await notes.capture.clipText.mutate({ text: changed, title, url, onDuplicate: 'revise' })
  await openArticle(app, articleId)
  const card = app.cards.of(words.ice)
  await expect(card.root).toContainText('Changed')
  await expect(app.cards.of(words.daily).root).not.toContainText('Changed')
  await card.open()
  await card.actions.click()
  await card.choice('Where it stood in each revision').click()
  const rows = app.dialog('Where it stood in each revision').getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Marked here')
  await expect(rows.last()).toContainText('similar words')
})

test('long names and long quotes stay inside their card', async ({ app, notes }) => {
  const text = `He began. “${'A long statement about the winter harbour. '.repeat(40).trim()}” He ended.`
  const { articleId } = await notes.capture.clipText.mutate({ text, title })
  const exact = text.slice(text.indexOf('“') + 1, text.indexOf('”'))
  const { id } = await notes.quote.createByWords.mutate({ articleId, exact })
  const name = 'A topic whose name is far longer than any card could show on one line of its own'
  const topic = await notes.topic.ensurePath.mutate({ path: ['Area', name] })
  await notes.link.set.mutate({ quoteIds: [id], topicId: topic.id, stance: 'supports' })
  const speaker = await notes.actor.ensure.mutate({ name: 'Somebody With '.repeat(8).trim() })
  await notes.quote.update.mutate({ id, speakerId: speaker.id, saidOn: '2026-03-04' })
  await app.page.evaluate((id) => {
    location.hash = `/article/${id}`
  }, articleId)
  const card = app.cards.of('A long statement')
  const overflow = () =>
    card.root.evaluate((element) => {
      const { right } = element.getBoundingClientRect()
      const inside = [...element.querySelectorAll('button, p, blockquote, [role="textbox"]')]
      return inside.filter((one) => one.getBoundingClientRect().right > right).map((one) => one.textContent)
    })
  await expect(card.root).toBeVisible()
  expect(await overflow()).toEqual([])
  await card.open()
  await expect(card.actions).toBeVisible()
  expect(await overflow()).toEqual([])
  await card.root.getByLabel('Quote', { exact: true }).focus()
  await app.page.keyboard.press('End')
  await expect.poll(() => focused(app.page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
})

test('of many quotes only those near the screen have cards, and every one is within reach', async ({
  app,
  notes,
}) => {
  const sentence = (index: number) => `Sentence number ${index} speaks of the harbour and of the ice.`
  const text = Array.from({ length: 300 }, (_, index) => sentence(index)).join('\n\n')
  const { articleId } = await notes.capture.clipText.mutate({ text, title: 'Long' })
  const { currentRevisionId } = await notes.article.get.query({ id: articleId })
  const content = await notes.article.content.query({ revisionId: currentRevisionId })
  await Promise.all(
    Array.from({ length: 600 }, (_, index) => {
      const start = content.text.indexOf(sentence(index % 300)) + (index < 300 ? 0 : 9)
      return notes.quote.create.mutate({ revisionId: currentRevisionId, start, end: start + 30 })
    }),
  )
  await app.page.evaluate((id) => {
    location.hash = `/article/${id}`
  }, articleId)
  const first = app.cards.of(/: Sentence number 0 /).root
  await expect(first).toBeVisible()
  expect(await app.cards.all.count()).toBeLessThan(100)
  await first.focus()
  await app.page.keyboard.press('End')
  await expect(focused(app.page)).toHaveAccessibleName(/number 299/)
  await expect(focused(app.page)).toBeInViewport()
  await expect(focused(app.page)).toHaveAttribute('aria-posinset', '600')
  expect(await app.cards.all.count()).toBeLessThan(100)
})

test('a read-only notebook shows its cards and offers no change', async ({ host, notes, browser }) => {
  const { articleId, ids } = await prepare(notes)
  await notes.comment.saveMarkdown.mutate({
    target: { quoteId: ids[0] ?? '' },
    markdown: 'Read **this**\n\n- and that',
  })
  const reading = await startTestHost({ notebook: host.notebookPath, readOnly: true })
  const page = await browser.newPage()
  await page.goto(reading.url)
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  await page.evaluate((id) => {
    location.hash = `/article/${id}`
  }, articleId)
  const card = page.getByRole('article', { name: words.daily })
  await card.click()
  await expect(card.getByRole('strong')).toHaveText('this')
  await expect(card.getByRole('listitem')).toHaveText('and that')
  await expect(card.getByRole('textbox')).toHaveCount(0)
  await expect(card.getByRole('button')).toHaveCount(1)
  await page.close()
  await reading.stop()
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on cards, quiet and open, in the ${theme} theme`, async ({ app, notes }) => {
    const { articleId, ids } = await prepare(notes)
    const [id = ''] = ids
    const topic = await notes.topic.ensurePath.mutate({ path: ['Ferry', 'Timetable'] })
    await notes.link.set.mutate({ quoteIds: ids, topicId: topic.id, stance: 'conditional' })
    await notes.comment.saveMarkdown.mutate({ target: { quoteId: id }, markdown: 'A comment' })
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openArticle(app, articleId)
    await expectAccessible(app.page, 'quiet')
    const card = app.cards.of(words.daily)
    await card.open()
    await card.comment.click()
    await expectAccessible(app.page, 'open')
    for (const [button, field] of [
      [card.speaker, 'Speaker'],
      [card.date, 'Said on'],
      [card.addTopic, 'Topics'],
    ] as const) {
      await button.click()
      await expect(card.field(field)).toBeFocused()
      await expectAccessible(app.page, field)
      await app.page.keyboard.press('Escape')
    }
  })
}

test('a quiet card is dragged out as text and as HTML with its source', async ({ app, notes }) => {
  const { articleId } = await prepare(notes)
  await openArticle(app, articleId)
  const card = app.cards.of(words.ice).root
  const dragged = await card.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    element.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }))
    return Object.fromEntries([...dataTransfer.types].map((type) => [type, dataTransfer.getData(type)]))
  })
  expect(Object.keys(dragged)).toEqual(['text/plain', 'text/html'])
  expect(dragged['text/plain']).toContain(title)
  expect(dragged['text/html']).toContain(`<blockquote>“${words.ice}`)
})
