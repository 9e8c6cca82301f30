import { readFile } from 'node:fs/promises'
import { View } from '../helpers/app/view.ts'
import type { NotebookClient } from '../helpers/notebook-client.ts'
import { expect, test } from '../helpers/test.ts'

const words = {
  before: 'We will never open the bridge before the water is shared.',
  after: 'The bridge can open tomorrow, the water can wait.',
  other: 'Nobody in my party wants this bridge.',
}

/** Two people of one party on one topic: the one turns, and the other does not follow. */
async function addTurn(notes: NotebookClient): Promise<void> {
  const text = `The bridge at Sel\n\n“${words.before}” “${words.after}” “${words.other}”`
  const { articleId } = await notes.capture.clipText.mutate({ text })
  const { id: topicId } = await notes.topic.ensurePath.mutate({ path: ['Sel bridge'] })
  const { id: memberOfId } = await notes.actor.create.mutate({ name: 'Hill Party', kind: 'party' })
  const [dana, miro] = await Promise.all(
    ['Dana Orsul', 'Miro Teld'].map((name) => notes.actor.create.mutate({ name, memberOfId })),
  )
  const say = async (exact: string, speakerId: string, saidOn: string, stance: 'supports' | 'opposes') => {
    const { id } = await notes.quote.createByWords.mutate({ articleId, exact, speakerId, saidOn })
    await notes.link.set.mutate({ quoteIds: [id], topicId, stance })
  }
  await say(words.before, dana?.id ?? '', '2026-02-03', 'opposes')
  await say(words.after, dana?.id ?? '', '2026-04-14', 'supports')
  await say(words.other, miro?.id ?? '', '2026-04-20', 'opposes')
}

test('a turn and a contradiction stand with both quotes side by side, and lead to their places', async ({
  app,
  notes,
  page,
}) => {
  await app.press('g h')
  await expect(page.getByRole('heading', { name: 'Nobody has turned' })).toBeVisible()
  await addTurn(notes)
  const shift = page.getByRole('article').filter({ hasText: words.before })
  await expect(shift).toContainText('Opposes')
  await expect(shift).toContainText(words.after)
  await expect(shift).toContainText('within 70 days')
  const contradiction = page.getByRole('article').filter({ hasText: words.other })
  await expect(contradiction).toContainText('Dana Orsul')
  await expect(contradiction).toContainText('Miro Teld')
  await page.getByRole('radio', { name: 'Contradictions' }).click()
  await expect(shift).toHaveCount(0)
  const view = new View(page)
  const svg = await readFile(await (await view.export('Drawing (SVG)')).path(), 'utf8')
  expect(svg).toContain('Hill Party')
  await app.press('j')
  await expect(contradiction).toBeFocused()
  await contradiction.getByRole('link', { name: words.other }).click()
  await expect(app.reader.title('The bridge at Sel')).toBeVisible()
  await app.frame.back.click()
  await expect(contradiction).toBeVisible()
})

test('the timeline is walked by keys, brushed by pointer, and leads to what was said', async ({
  app,
  notes,
  page,
}) => {
  await addTurn(notes)
  await app.press('g e')
  const view = new View(page)
  const chart = page.getByRole('img', { name: /lane of statements/ })
  await expect(view.lead).toHaveText(/^3 statements from /)
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const evidence = page.getByRole('complementary', { name: 'Evidence' })
  await expect(evidence).toContainText(words.after)
  await expect(evidence).not.toContainText(words.before)
  await page.keyboard.press('Escape')
  const box = await chart.boundingBox()
  if (box === null) throw new Error('The chart is on screen.')
  await page.mouse.move(box.x + box.width - 60, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 400, box.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect(view.lead).toHaveText(/^\d statements? from /)
  await expect(view.lead).not.toHaveText(/^3 /)
  await app.press('0')
  await expect(view.lead).toHaveText(/^3 /)
  await app.press('v')
  await expect(view.table.getByRole('row')).toHaveCount(4)
})

test('the digest tells what came since a day, and the coverage what is missing', async ({
  app,
  notes,
  page,
}) => {
  await addTurn(notes)
  await notes.topic.ensurePath.mutate({ path: ['Fishing rights'] })
  await notes.actor.create.mutate({ name: 'Shore Party', kind: 'party' })
  await app.press('g d')
  const view = new View(page)
  await expect(view.lead).toContainText('1 article, 3 quotes')
  await expect(page.getByRole('heading', { name: 'New quotes 3' })).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: words.other }).first()).toBeVisible()
  await app.press('v')
  await expect(view.table.getByRole('row', { name: /Dana Orsul/ }).first()).toBeVisible()
  await app.press('g c')
  await expect(view.lead).toContainText('1 topic nobody spoke on, 1 party or organisation never quoted')
  await expect(page.getByRole('link', { name: 'Shore Party' })).toBeVisible()
  const chart = page.getByRole('img', { name: '2 topics by their latest statement' })
  await expect(chart).toContainText('Nobody spoke on it')
  await page.getByRole('link', { name: 'Miro Teld' }).click()
  await expect(page.getByRole('complementary', { name: 'Evidence' })).toContainText(words.other)
})

test('the network ties those who take sides on the same topic', async ({ app, notes, page }) => {
  await app.press('g n')
  await expect(page.getByRole('heading', { name: 'No ties yet' })).toBeVisible()
  await addTurn(notes)
  await page.getByRole('radio', { name: 'People' }).click()
  const view = new View(page)
  const chart = page.getByRole('group', { name: /A network of 2 nodes and 1 ties/ })
  const node = chart.getByRole('button', { name: /Dana Orsul/ })
  await node.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Evidence' })
  await expect(panel).toContainText('1 tie')
  await panel.getByRole('button', { name: 'Miro Teld' }).click()
  await expect(panel.getByRole('link', { name: 'Everything they said' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await app.press('v')
  await expect(
    view.table.getByRole('row', { name: /Dana Orsul.*Miro Teld|Miro Teld.*Dana Orsul/ }),
  ).toBeVisible()
})

test.describe('the sample', () => {
  test.use({ notebook: 'sample' })

  test('a deadlock is told in words and drawn, and leads by keyboard to what was said and back', async ({
    app,
    page,
  }) => {
    await app.press('g o')
    await expect(page.getByText(/26 conditions, 7 red lines, 2 deadlocks/)).toBeVisible()
    const deadlocks = page.getByRole('list', { name: 'Deadlocks' }).getByRole('listitem')
    await expect(deadlocks).toHaveCount(2)
    await expect(deadlocks.last()).toContainText(/Kyra Tolvane Costs.*waits for.*Lena Osmark Winter storage/)
    const position = page.getByRole('button', { name: /^Kyra Tolvane ?Costs ?quand le plafond/ })
    await page.locator('[data-node][tabindex="0"]').focus()
    await page.keyboard.press('Home')
    while (!(await position.evaluate((node) => node === document.activeElement)))
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const evidence = page.getByRole('complementary', { name: 'Evidence' })
    await expect(evidence).toBeFocused()
    await expect(evidence).toContainText('Kyra Tolvane')
    await page.keyboard.press('Escape')
    await expect(position).toBeFocused()
    const view = new View(page)
    const csv = await readFile(await (await view.export('Values (CSV)')).path(), 'utf8')
    expect(csv).toContain('quand le plafond sera écrit')
  })
})
