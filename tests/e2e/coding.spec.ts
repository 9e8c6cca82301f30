import type { App } from '../helpers/app/app.ts'
import { expectAccessible } from '../helpers/axe.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'

const paragraphs = [
  'The two harbours met again on Tuesday, and for the first time they met about money.',
  '“The ferry sails every day if the west pays for the ice,” said Mira Holt, who speaks for the eastern harbour.',
  '“We can pay for the ice, not for empty benches,” her colleague from the west told reporters on the quay.',
]
const words = {
  daily: 'The ferry sails every day if the west pays for the ice',
  ice: 'We can pay for the ice',
}

/** Two quotes of one speaker on one topic, which nobody has signed. */
async function prepare(notes: NotebookClient) {
  const { articleId } = await notes.capture.clipText.mutate({
    text: paragraphs.join('\n\n'),
    title: 'The ferry and the ice',
    publishedAt: '2026-03-04',
  })
  await notes.article.update.mutate({ id: articleId, outlet: 'Harbour Post' })
  const mira = await notes.actor.create.mutate({ name: 'Mira Holt' })
  const east = await notes.actor.create.mutate({ name: 'Eastern harbour', kind: 'organisation' })
  await notes.actor.saveMembership.mutate({
    actorId: mira.id,
    memberOfId: east.id,
    role: 'harbour master',
    fromOn: '2024',
  })
  const ferry = await notes.topic.create.mutate({ name: 'Ferry' })
  const ice = await notes.topic.create.mutate({ name: 'Ice' })
  const ids: string[] = []
  for (const exact of Object.values(words)) {
    const { id } = await notes.quote.createByWords.mutate({
      articleId,
      exact,
      speakerId: mira.id,
      saidOn: '2026-03-03',
    })
    ids.push(id)
  }
  const [daily = '', paid = ''] = ids
  return { articleId, daily, paid, mira: mira.id, east: east.id, ferry: ferry.id, ice: ice.id }
}

async function openQuote(app: App, articleId: string, quoteId: string): Promise<void> {
  await app.page.evaluate((address) => {
    location.hash = address
  }, `/article/${articleId}/${quoteId}`)
  await expect(app.page.locator('[data-card][aria-current]')).toBeVisible()
}

async function sit(app: App, name: string): Promise<void> {
  await app.page.keyboard.press('Shift+C')
  const field = app.page.getByRole('combobox', { name: 'Who is coding' })
  await field.fill(name)
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('button', { name: `Coding as ${name}` })).toBeVisible()
}

test('a calm card says the chain with its gaps, and More fills them in where they stand', async ({
  app,
  notes,
}) => {
  const { articleId, daily, east } = await prepare(notes)
  await openQuote(app, articleId, daily)
  const card = app.cards.of(words.daily)
  await expect(card.chain).toContainText(
    'role not given · for whom not given · channel not given · Harbour Post',
  )
  await card.chain.click()
  await card.root.getByRole('button', { name: /Then harbour master/ }).click()
  await expect(card.root.getByLabel('Role then')).toHaveValue('harbour master')
  await card.root.getByLabel('On behalf of').click()
  await app.page.getByRole('option', { name: 'Eastern harbour' }).click()
  await card.root.getByLabel('Channel').selectOption('partial')
  const citing = card.root.getByLabel('Citing')
  await citing.fill('Coast Wire')
  await citing.press('Enter')
  await card.root.getByLabel('Time zone').fill('Europe/Oslo')
  await card.root.getByLabel('In its words').fill('on Tuesday')
  await expect(card.chain).toContainText(
    'harbour master · for Eastern harbour · partial quotation · Harbour Post · citing Coast Wire',
  )
  await expectAccessible(app.page, 'the chain of a quote')
  await card.root.getByLabel('Role then').focus()
  await expect
    .poll(() => notes.quote.get.query({ id: daily }))
    .toMatchObject({
      speakerRole: 'harbour master',
      onBehalfId: east,
      channel: 'partial',
      citedOutlet: 'Coast Wire',
      saidZone: 'Europe/Oslo',
      saidWords: 'on Tuesday',
    })
})

test('Escape gives up what was written into a link of the chain', async ({ app, notes }) => {
  const { articleId, daily } = await prepare(notes)
  await openQuote(app, articleId, daily)
  const card = app.cards.of(words.daily)
  await app.page.keyboard.press('b')
  const role = card.root.getByLabel('Role then')
  await expect(role).toBeFocused()
  await role.fill('admiral')
  await role.press('Escape')
  await expect(role).not.toBeFocused()
  await expect(role).toHaveValue('')
  expect((await notes.quote.get.query({ id: daily })).speakerRole).toBeNull()
})

test('a translation names its translator and says which version counts', async ({ app, notes }) => {
  const { articleId, daily } = await prepare(notes)
  await openQuote(app, articleId, daily)
  const card = app.cards.of(words.daily)
  await app.page.keyboard.press('b')
  await card.root.getByRole('button', { name: 'Add a translation' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Add a translation' })
  await dialog
    .getByLabel('The words in another language')
    .fill('Пором ходить щодня, якщо захід платить за лід')
  await dialog.getByLabel('Language', { exact: true }).fill('uk')
  await dialog.getByLabel('Translated by').fill('O. Koval')
  await dialog.getByLabel('This is the authoritative version').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const version = card.root.getByRole('button', { name: /^Ukrainian/ })
  await expect(version).toContainText('O. Koval')
  await expect(version).toContainText('Authoritative')
  await expectAccessible(app.page, 'a translation on a card')
  await expect
    .poll(async () => (await notes.quote.get.query({ id: daily })).translations)
    .toMatchObject([{ lang: 'uk', translator: 'O. Koval', authoritative: true }])
})

test('a suggested topic is linked only when it is taken, and says on what grounds', async ({
  app,
  notes,
}) => {
  const { articleId, daily, ferry } = await prepare(notes)
  await openQuote(app, articleId, daily)
  const card = app.cards.of(words.daily)
  const suggestion = card.root.getByRole('button', { name: /Ferry.*it says “Ferry”/ })
  await expect(suggestion).toBeVisible()
  expect((await notes.quote.get.query({ id: daily })).links).toEqual([])
  await suggestion.click()
  await expect(card.topic('Ferry: Neutral')).toBeFocused()
  await app.page.keyboard.press('3')
  await expect(card.topic('Ferry: Conditional')).toBeVisible()
  await expect(suggestion).toHaveCount(0)
  await expect
    .poll(async () => (await notes.quote.get.query({ id: daily })).links)
    .toMatchObject([{ topicId: ferry, stance: 'conditional' }])
})

test('a condition, what it points to, and a red line are given from the keyboard', async ({ app, notes }) => {
  const { articleId, daily, ferry, ice } = await prepare(notes)
  await notes.link.set.mutate({ quoteIds: [daily], topicId: ferry, stance: 'conditional' })
  await openQuote(app, articleId, daily)
  const card = app.cards.of(words.daily)
  await card.topic('Ferry: Conditional').focus()
  await app.page.keyboard.press('r')
  await expect(card.root.getByText('Red line')).toBeVisible()
  await app.page.keyboard.press('c')
  const panel = app.page.getByRole('dialog', { name: 'What else is said on Ferry' })
  await expect(panel.getByLabel('Condition')).toBeFocused()
  await app.page.keyboard.type('the west pays for the ice')
  await panel.getByLabel('It is about').click()
  await app.page.getByRole('option', { name: 'Ice' }).click()
  await panel.getByRole('radio', { name: 'strong' }).click()
  await expectAccessible(app.page, 'what else is said of a link')
  await panel.getByRole('button', { name: 'Done' }).click()
  await expect(
    card.root.getByRole('button', { name: /Red line if the west pays for the ice · about Ice · strong/ }),
  ).toBeVisible()
  await expect
    .poll(async () => (await notes.quote.get.query({ id: daily })).links)
    .toMatchObject([
      { condition: 'the west pays for the ice', conditionTopicId: ice, redLine: true, strength: 3 },
    ])
})

test('two coders give stances of their own, the card says whose is whose, and the page of agreement lays them side by side', async ({
  app,
  notes,
}) => {
  const { articleId, daily, paid, ferry } = await prepare(notes)
  const ben = await notes.coder.ensure.mutate({ name: 'Ben Archer' })
  for (const id of [daily, paid])
    await notes.link.set.mutate({ quoteIds: [id], topicId: ferry, stance: 'supports', coderId: ben.id })
  await openQuote(app, articleId, daily)
  await sit(app, 'Olena Koval')
  const card = app.cards.of(words.daily)
  await card.topic('Ferry: Supports, coded by Ben Archer').focus()
  await app.page.keyboard.press('3')
  await expect(card.topic('Ferry: Conditional, coded by Olena Koval')).toBeVisible()
  await expect(card.topic('Ferry: Supports, coded by Ben Archer')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('k')
  await expect(app.page.getByRole('heading', { name: 'How far coders agree' })).toBeVisible()
  const quote = app.page.getByRole('article', { name: /The ferry sails/ })
  await expect(quote).toContainText('Ben Archer')
  await expectAccessible(app.page, 'the page of agreement')
  await quote.getByRole('radio', { name: 'Supports' }).click()
  await expect(app.page.getByText('1 quote compared · 0 disagreements')).toBeVisible()
})

test('the name of who codes is given in the settings, stays on this machine, and can be changed in the notebook', async ({
  app,
  notes,
}) => {
  await app.page.evaluate(() => {
    location.hash = '/settings'
  })
  const field = app.page.getByLabel('Your name')
  await field.fill('Olena')
  await field.press('Enter')
  await expect(app.page.getByRole('button', { name: 'Coding as Olena' })).toBeVisible()
  await app.page.reload()
  await expect(app.page.getByLabel('Your name')).toHaveValue('Olena')
  await notes.coder.ensure.mutate({ name: 'Olena' })
  await app.page.getByLabel('Your name').fill('Olena Koval')
  await app.page.getByRole('button', { name: 'Rename Olena to Olena Koval in this notebook' }).click()
  await expect
    .poll(async () => (await notes.coder.list.query()).map(({ name }) => name))
    .toEqual(['Olena Koval'])
  await expect(app.page.getByRole('button', { name: 'Coding as Olena Koval' })).toBeVisible()
})
