import { expectAccessible } from '../helpers/axe.ts'
import type { App } from '../helpers/app/app.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'

const sentences = [
  'The ferry sails every day of the year',
  'We can pay for the ice',
  'The fare stays as it is',
  'Nobody spoke of the night crossing',
]

/** Four quotes, the first said last, three of them by one speaker. */
async function prepare(notes: NotebookClient) {
  const { articleId } = await notes.capture.clipText.mutate({
    text: sentences.map((sentence) => `“${sentence},” she said.`).join('\n\n'),
    title: 'The ferry and the ice',
    publishedAt: '2026-03-10',
  })
  const east = await notes.actor.create.mutate({ name: 'Eastern harbour', kind: 'party' })
  const mira = await notes.actor.create.mutate({ name: 'Mira Holt', memberOfId: east.id })
  const ferry = await notes.topic.create.mutate({ name: 'Ferry' })
  const ice = await notes.topic.create.mutate({ name: 'Ice' })
  const ids: string[] = []
  for (const [index, exact] of sentences.entries()) {
    const { id } = await notes.quote.createByWords.mutate({
      articleId,
      exact,
      speakerId: index === 3 ? null : mira.id,
      saidOn: `2026-03-0${9 - index}`,
    })
    ids.push(id)
  }
  return { ids, mira: mira.id, ferry: ferry.id, ice: ice.id }
}

async function openQuotes(app: App, count: number): Promise<void> {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('q')
  await expect(rows(app)).toHaveCount(count)
}

const table = (app: App) => app.page.getByRole('listbox', { name: 'Quotes' })
const rows = (app: App) => table(app).getByRole('option')

test('all quotes stand in a table that is sorted, narrowed and grouped', async ({ app, notes }) => {
  await prepare(notes)
  await openQuotes(app, 4)
  await expect(rows(app).first()).toContainText('The ferry sails')
  await expect(rows(app).first()).toContainText('Eastern harbour')
  await expectAccessible(app.page, 'the table of quotes')
  await app.page.getByRole('button', { name: 'Said on: earliest first' }).click()
  await expect(rows(app).first()).toContainText('Nobody spoke')
  await app.page.getByRole('combobox', { name: 'Party' }).selectOption('Eastern harbour')
  await expect(rows(app)).toHaveCount(3)
  await app.page.getByRole('combobox', { name: 'Group' }).selectOption('By speaker')
  const groups = app.page.getByRole('listbox', { name: 'Speakers' })
  await groups.getByRole('option', { name: /Speaker not named/ }).click()
  await expect(app.page.getByRole('heading', { name: 'No quote fits' })).toBeVisible()
  await app.page.getByRole('button', { name: /Show all/ }).click()
  await expect(rows(app)).toHaveCount(4)
  await expectAccessible(app.page, 'the table of quotes with groups')
})

test('a view is saved by name with its filter and columns, and is there after a reload', async ({
  app,
  notes,
}) => {
  await prepare(notes)
  await openQuotes(app, 4)
  await app.page.getByRole('combobox', { name: 'Party' }).selectOption('Eastern harbour')
  await app.page.getByRole('button', { name: 'Columns' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Outlet' }).click()
  await app.page.getByRole('button', { name: 'Views' }).click()
  await app.page.getByRole('menuitem', { name: 'Save this view' }).click()
  await app.page.getByRole('dialog').getByLabel('Name').fill('The east')
  await app.page.keyboard.press('Enter')
  await app.page.reload()
  await expect(rows(app)).toHaveCount(4)
  await app.page.getByRole('button', { name: 'Views' }).click()
  await app.page.getByRole('menuitem', { name: 'The east' }).click()
  await expect(rows(app)).toHaveCount(3)
  await expect(app.page.getByText('Outlet', { exact: true })).toHaveCount(0)
})

test('many quotes are changed at once, each time in one step that can be undone', async ({ app, notes }) => {
  const { ids, mira, ferry } = await prepare(notes)
  await openQuotes(app, 4)
  await table(app).focus()
  await app.page.keyboard.press('ControlOrMeta+a')
  const bulk = app.page.getByRole('toolbar', { name: 'The chosen quotes' })
  await expect(bulk).toContainText('4 quotes chosen')
  await bulk.getByRole('button', { name: 'Topic and stance' }).click()
  await app.page.getByRole('radio', { name: 'Opposes' }).click()
  await app.page.getByRole('combobox', { name: 'Topics' }).fill('ferry')
  await app.page.keyboard.press('Enter')
  const links = async () =>
    (await notes.quote.list.query({})).rows.flatMap(({ links }) =>
      links.map(({ topicId, stance }) => `${topicId} ${stance}`),
    )
  await expect.poll(links).toEqual(ids.map(() => `${ferry} opposes`))
  await bulk.getByRole('button', { name: 'Speaker' }).click()
  await app.page.getByRole('combobox', { name: 'Speaker' }).fill('Arne Vik')
  await app.page.keyboard.press('Enter')
  await expect(rows(app).filter({ hasText: 'Arne Vik' })).toHaveCount(4)
  await app.page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(rows(app).filter({ hasText: 'Mira Holt' })).toHaveCount(3)
  expect((await notes.quote.list.query({ actorId: mira })).total).toBe(3)
})

test('quotes are coded one after another from the keyboard alone, each with the name of the coder', async ({
  app,
  notes,
}) => {
  const { ids, ferry, ice } = await prepare(notes)
  const { keyboard } = app.page
  await keyboard.press('Shift+C')
  await expect(app.page.getByRole('combobox', { name: 'Who is coding' })).toBeFocused()
  await keyboard.type('Olena')
  await keyboard.press('Enter')
  await expect(app.page.getByRole('button', { name: 'Coding as Olena' })).toBeVisible()
  await openQuotes(app, 4)
  await keyboard.press('w')
  const mode = app.page.getByRole('region', { name: 'Code quotes' })
  const exact = mode.locator('mark')
  await expect(exact).toHaveText(sentences[0] ?? '')
  await expectAccessible(app.page, 'the coding of quotes')
  // It says “ferry”, so that topic is in hand.
  await expect(mode.getByRole('button', { name: /^Ferry/ })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('1')
  await expect(exact).toHaveText(sentences[1] ?? '')
  await expect(mode.getByRole('button', { name: /^Ice/ })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('Shift+3')
  await expect(mode.getByRole('button', { name: /^Conditional/ })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('j')
  await expect(exact).toHaveText(sentences[2] ?? '')
  await keyboard.press('t')
  await keyboard.type('fare')
  await keyboard.press('Enter')
  await expect(mode.getByRole('button', { name: /^fare/ })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('2')
  await expect(exact).toHaveText(sentences[3] ?? '')
  await keyboard.press('s')
  await keyboard.type('Arne Vik')
  await keyboard.press('Enter')
  await expect(mode).toContainText('Arne Vik')
  await expect(mode.getByRole('status')).toHaveText('4 of 4 · 3 coded')
  await keyboard.press('j')
  await expect(mode).toContainText('You coded 3 of 4 quotes.')
  await keyboard.press('Escape')
  await expect(rows(app)).toHaveCount(4)
  const [coder] = await notes.coder.list.query()
  const fare = (await notes.topic.list.query()).find(({ name }) => name === 'fare')?.id
  const coded = await Promise.all(
    ids.map(async (id) =>
      (await notes.quote.get.query({ id })).links.map(({ topicId, stance, coderId }) => [
        topicId,
        stance,
        coderId,
      ]),
    ),
  )
  expect(coded).toEqual([
    [[ferry, 'supports', coder?.id]],
    [[ice, 'conditional', coder?.id]],
    [[fare, 'opposes', coder?.id]],
    [],
  ])
})

test('a notebook without quotes says how they come to be', async ({ app }) => {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('q')
  await expect(app.page.getByRole('heading', { name: 'No quotes yet' })).toBeVisible()
  await expectAccessible(app.page, 'the table without quotes')
})
