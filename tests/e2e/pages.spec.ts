import { expectAccessible } from '../helpers/axe.ts'
import { expect, test } from '../helpers/test.ts'

const wordings = [
  'We will release a third of the inflow every summer, and not a drop less than that',
  'We will release a third of the inflow in every summer and not one drop less',
]

test('quotes that may be the same words stand side by side, and count as one once somebody says so', async ({
  app,
  notes,
}) => {
  const speaker = await notes.actor.create.mutate({ name: 'Kyra Tolvane' })
  const ids: string[] = []
  for (const [index, exact] of wordings.entries()) {
    const { articleId } = await notes.capture.clipText.mutate({
      text: `“${exact},” she told reporters on the bridge.`,
      title: `The summer flow, told ${index + 1}`,
      publishedAt: '2026-09-20',
    })
    await notes.article.update.mutate({ id: articleId, outlet: `Outlet ${index + 1}` })
    const { id } = await notes.quote.createByWords.mutate({
      articleId,
      exact,
      speakerId: speaker.id,
      saidOn: '2026-09-19',
    })
    ids.push(id)
  }
  const { keyboard } = app.page
  await keyboard.press('g')
  await keyboard.press('w')
  const pair = app.page.getByRole('article', { name: /^Pair/ })
  await expect(pair).toContainText('Outlet 1')
  await expect(pair).toContainText('Outlet 2')
  await expect(pair.locator('em').filter({ hasText: 'in' }).first()).toBeVisible()
  await expectAccessible(app.page, 'wordings side by side')
  await keyboard.press('y')
  await expect(app.page.getByRole('heading', { name: 'Nothing to compare' })).toBeVisible()
  const first = await notes.quote.get.query({ id: ids[0] ?? '' })
  const second = await notes.quote.get.query({ id: ids[1] ?? '' })
  expect(first.utteranceId).not.toBeNull()
  expect(second.utteranceId).toBe(first.utteranceId)
  await app.page.evaluate((address) => {
    location.hash = address
  }, `/article/${first.articleId}/${first.id}`)
  const card = app.cards.of(/We will release a third/)
  await card.root.getByRole('button', { name: '2 sources' }).click()
  await expect(card.root).toContainText('Outlet 2')
  await card.root.getByRole('button', { name: 'Not the same words: take it out' }).click()
  await expect(card.root.getByRole('button', { name: '2 sources' })).toHaveCount(0)
})

test('an actor’s page keeps memberships with role and time, offers a merge with its reason, and splits one in two', async ({
  app,
  notes,
}) => {
  await notes.actor.create.mutate({ name: 'River ministry', kind: 'organisation' })
  const kyra = await notes.actor.create.mutate({ name: 'Zelinska', aliases: ['The minister'] })
  await notes.actor.create.mutate({ name: 'Зелінська' })
  await app.page.evaluate((id) => {
    location.hash = `/actors/${id}`
  }, kyra.id)
  await expect(app.page.getByText('are spelt alike across scripts')).toContainText('Зелінська')
  await app.page.getByRole('button', { name: 'Add a membership' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Add a membership' })
  await dialog.getByLabel('As what').fill('minister of water')
  await dialog.getByLabel('From', { exact: true }).fill('2024-03')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(app.page.getByRole('button', { name: /^minister of water/ })).toBeVisible()
  expect(await notes.actor.memberships.query()).toMatchObject([
    { actorId: kyra.id, role: 'minister of water', fromOn: '2024-03', untilOn: null },
  ])
  await expectAccessible(app.page, 'the page of an actor')
  await app.page.getByRole('button', { name: 'Merge into this one' }).click()
  await expect(app.page.getByText('are spelt alike across scripts')).toHaveCount(0)
  await app.page.getByRole('heading', { name: 'Memberships' }).click()
  await app.page.keyboard.press('Shift+M')
  const split = app.page.getByRole('dialog', { name: 'Split Zelinska in two' })
  await split.getByLabel('Name of the other one').fill('Petro Holub')
  await split.getByRole('checkbox', { name: 'The minister' }).click()
  await split.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(split).toBeHidden()
  await expect(app.page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Petro Holub')
  const actors = await notes.actor.list.query()
  expect(actors.find(({ name }) => name === 'Petro Holub')?.aliases).toContain('The minister')
})

test('a topic’s page keeps its way from step to step and a memo that saves itself', async ({
  app,
  notes,
}) => {
  const { id } = await notes.topic.create.mutate({ name: 'Flow' })
  await app.page.evaluate((topic) => {
    location.hash = `/topics/${topic}`
  }, id)
  await app.page.getByRole('button', { name: 'Add a step' }).click()
  const steps = app.page.getByRole('region', { name: 'Status history' })
  await steps.getByLabel('Status').selectOption({ label: 'Agreed in principle' })
  await steps.getByLabel('Since').fill('2026-09-27')
  await steps.getByLabel('Why, or by whom').fill('A share instead of a number')
  await steps.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(steps.getByRole('listitem')).toContainText('A share instead of a number')
  expect((await notes.topic.list.query())[0]?.status).toBe('agreed')
  await app.page.getByRole('textbox', { name: 'Memo' }).click()
  await app.page.keyboard.type('Watch who reads the gauge.')
  await expect
    .poll(async () => (await notes.topic.memo.query({ topicId: id }))?.text)
    .toBe('Watch who reads the gauge.')
  await expectAccessible(app.page, 'the page of a topic')
})
