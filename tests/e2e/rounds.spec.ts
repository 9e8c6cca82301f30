import { expectAccessible } from '../helpers/axe.ts'
import { expect, test } from '../helpers/test.ts'

const words = 'The ferry sails every day of the year'

test('a round is made, described, and shows what was said there', async ({ app, notes }) => {
  const { articleId } = await notes.capture.clipText.mutate({
    text: `“${words},” said Mira Holt.`,
    title: 'The ferry and the ice',
  })
  const mira = await notes.actor.create.mutate({ name: 'Mira Holt' })
  const ferry = await notes.topic.create.mutate({ name: 'Ferry' })
  const quote = await notes.quote.createByWords.mutate({ articleId, exact: words, speakerId: mira.id })
  await notes.link.set.mutate({ quoteIds: [quote.id], topicId: ferry.id, stance: 'supports' })
  const { keyboard } = app.page
  await keyboard.press('g')
  await keyboard.press('r')
  await expect(app.page.getByRole('heading', { name: 'No rounds yet' })).toBeVisible()
  await keyboard.press('n')
  const name = app.page.getByRole('textbox', { name: 'Name of the round' })
  await expect(name).toBeFocused()
  await keyboard.type('Second round on the quay')
  await keyboard.press('Enter')
  await app.page.getByLabel('First day').fill('2026-03-03')
  await app.page.getByRole('textbox', { name: 'Where' }).fill('Old customs house')
  await app.page.getByRole('button', { name: 'Add somebody who took part' }).click()
  await keyboard.type('mira')
  await keyboard.press('Enter')
  await app.page.getByRole('button', { name: 'Add a topic of the agenda' }).click()
  await keyboard.type('ferry')
  await keyboard.press('Enter')
  await expect(app.page.getByRole('main').getByRole('link', { name: 'Ferry' })).toBeVisible()
  await expect
    .poll(() => notes.round.list.query())
    .toMatchObject([
      {
        name: 'Second round on the quay',
        fromOn: '2026-03-03',
        place: 'Old customs house',
        participantIds: [mira.id],
        agendaIds: [ferry.id],
      },
    ])
  const [round] = await notes.round.list.query()
  await notes.round.assign.mutate({ roundId: round?.id ?? null, quoteIds: [quote.id] })
  const said = app.page.getByRole('article', { name: new RegExp(words) })
  await expect(said).toContainText('Mira Holt')
  await expectAccessible(app.page, 'the page of a round')
})

test('articles are put into a round in the library, and everything they quote was said there', async ({
  app,
  notes,
}) => {
  const { articleId } = await notes.capture.clipText.mutate({
    text: `“${words},” said Mira Holt.`,
    title: 'The ferry and the ice',
  })
  await notes.quote.createByWords.mutate({ articleId, exact: words })
  await notes.round.create.mutate({ name: 'Second round', fromOn: '2026-03-03' })
  await app.page.getByRole('option', { name: /The ferry and the ice/ }).waitFor()
  await app.page.getByRole('listbox', { name: 'Library' }).focus()
  await app.page.keyboard.press('Space')
  await app.page.getByRole('toolbar').getByRole('button', { name: 'Round' }).click()
  await app.page.getByRole('menuitem', { name: 'Second round' }).click()
  await expect(app.toasts.with('1 article put into Second round')).toBeVisible()
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('r')
  await app.page.getByRole('option', { name: /Second round/ }).click()
  await expect(app.page.getByRole('article', { name: new RegExp(words) })).toBeVisible()
  await app.page.getByRole('button', { name: 'Take “The ferry and the ice” out of the round' }).click()
  await expect(app.page.getByRole('heading', { name: 'Nothing quoted yet' })).toBeVisible()
})
