import { expect, test } from '../helpers/test.ts'

test.describe('an empty notebook', () => {
  test('says what topics are for, and makes the first with its name to be written at once', async ({
    app,
    page,
    notes,
  }) => {
    await app.frame.go('Topics')
    await expect(page.getByRole('heading', { name: 'No topics yet' })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'New topic' }).last().click()
    await expect(page.getByRole('textbox', { name: 'New name for New topic' })).toBeFocused()
    await page.keyboard.type('Harbour access')
    await page.keyboard.press('Enter')
    await expect(app.topics.item('Harbour access')).toBeVisible()
    await expect(app.topics.name).toHaveValue('Harbour access')
    await expect(app.topics.tree).toBeFocused()
    await page.keyboard.press('Shift+N')
    await expect(page.getByRole('textbox', { name: 'New name for New topic' })).toBeFocused()
    await page.keyboard.type('Berthing fees')
    await page.keyboard.press('Enter')
    await expect(app.topics.item('Berthing fees')).toHaveAttribute('aria-level', '2')
    expect((await notes.topic.list.query()).map(({ name }) => name).sort()).toEqual([
      'Berthing fees',
      'Harbour access',
    ])
  })
})

test.describe('the sample', () => {
  test.use({ notebook: 'sample' })

  test('the tree is walked, renamed and rearranged from the keyboard, each step to be undone', async ({
    app,
    page,
  }) => {
    const { topics } = app
    await app.press('g t')
    await expect(topics.tree).toBeFocused()
    await expect(topics.item('Water')).toHaveAttribute('aria-selected', 'true')
    await app.press('ArrowDown ArrowDown ArrowDown')
    await expect(topics.name).toHaveValue('Orlec Dam inspections')
    await page.keyboard.press('F2')
    await page.keyboard.type('Dam visits')
    await page.keyboard.press('Enter')
    await expect(topics.item('Dam visits')).toBeVisible()
    await expect(app.toasts.with('Renamed to Dam visits.')).toBeVisible()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(topics.item('Dam visits')).toHaveAttribute('aria-posinset', '1')
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    await expect(topics.item('Dam visits')).toHaveAttribute('aria-level', '1')
    for (const what of ['Move a topic', 'Move a topic', 'Edit a topic']) {
      await page.keyboard.press('Control+z')
      await expect(app.toasts.with(`Undone: ${what}`).first()).toBeVisible()
    }
    await expect(topics.item('Orlec Dam inspections')).toHaveAttribute('aria-level', '2')
    await expect(topics.item('Orlec Dam inspections')).toHaveAttribute('aria-posinset', '2')
  })

  test('a topic is dragged under another', async ({ app, notes }) => {
    const { topics } = app
    await app.frame.go('Topics')
    await topics.item('Gauge data').dragTo(topics.item('Guarantor'))
    await expect(topics.item('Gauge data')).toHaveAttribute('aria-level', '3')
    await expect(app.toasts.with('Moved Gauge data.')).toBeVisible()
    const all = await notes.topic.list.query()
    const parent = all.find(({ id }) => id === all.find(({ name }) => name === 'Gauge data')?.parentId)
    expect(parent?.name).toBe('Guarantor')
    await app.toasts.undo('Moved Gauge data.').click()
    await expect(topics.item('Gauge data')).toHaveAttribute('aria-level', '2')
  })

  test('merging takes the quotes and the name along, and one undo takes it back', async ({ app }) => {
    const { topics } = app
    await app.frame.go('Topics')
    await topics.item('Gauge data').click()
    await expect(topics.quotes).toHaveCount(18)
    await topics.more.click()
    await topics.merge.click()
    await app.mergeInto('Water › Orlec Dam inspections')
    await expect(topics.name).toHaveValue('Orlec Dam inspections')
    // Thirteen and eighteen, one of which was linked to both.
    await expect(topics.quotes).toHaveCount(30)
    await expect(topics.item('Gauge data')).toBeHidden()
    await expect(app.page.getByRole('button', { name: 'Remove Gauge data' })).toBeVisible()
    await app.toasts.undo('Merged.').click()
    await expect(topics.item('Gauge data')).toBeVisible()
    await expect(topics.quotes).toHaveCount(13)
  })

  test('a deleted topic takes what is below it along, and Undo brings all of it back', async ({
    app,
    page,
  }) => {
    const { topics } = app
    await app.frame.go('Topics')
    await topics.item('Crossings').click()
    await page.keyboard.press('Delete')
    await expect(app.toasts.with('Moved Crossings to the trash.')).toBeVisible()
    await expect(topics.item('Veshka Bridge')).toBeHidden()
    await expect(topics.item('Security guarantees')).toHaveAttribute('aria-selected', 'true')
    await app.toasts.undo('Moved Crossings').click()
    await expect(topics.item('Veshka Bridge')).toBeVisible()
  })

  test('a topic’s page groups its quotes by speaker, latest first, with stance, and leads to the source and back', async ({
    app,
  }) => {
    const { topics } = app
    await app.frame.go('Topics')
    await topics.item('Dry-year flow').click()
    await expect(topics.quotes).toHaveCount(35)
    const reveik = topics.group('Tomas Reveik')
    await expect(reveik.getByRole('article')).toHaveCount(7)
    const days = await reveik
      .locator('time')
      .evaluateAll((times) => times.map((t) => t.getAttribute('datetime')))
    expect(days.slice(0, 5)).toEqual(['2026-09-30', '2026-09-27', '2026-09-18', '2026-09-03', '2026-08-20'])
    await expect(reveik.getByRole('article').last()).toContainText('Opposes')
    await topics.stance.selectOption({ label: 'Opposes' })
    await expect(topics.quotes).not.toHaveCount(35)
    for (const quote of await topics.quotes.all()) await expect(quote).toContainText('Opposes')
    await topics.stance.selectOption({ label: 'Any stance' })
    await reveik.getByRole('link', { name: /A river is not a pipe/ }).click()
    await expect(app.reader.title(/^Ardovia and Karvenia open river talks/)).toBeVisible()
    await app.frame.back.click()
    await expect(topics.name).toHaveValue('Dry-year flow')
  })

  test('facts of a topic are written where they stand, and stay', async ({ app, page }) => {
    const { topics } = app
    await app.frame.go('Topics')
    await topics.item('Guarantor').click()
    await topics.description.fill('Who answers for the treaty.')
    await topics.description.blur()
    await topics.status.selectOption({ label: 'Blocked' })
    await topics.addAlias.fill('гарант')
    await topics.addAlias.press('Enter')
    await page.getByRole('radio', { name: 'Colour 8' }).click()
    await expect(page.getByRole('radio', { name: 'Colour 8' })).toBeChecked()
    await page.reload()
    await expect(topics.description).toHaveValue('Who answers for the treaty.')
    await expect(topics.status).toHaveValue('blocked')
    await expect(page.getByRole('button', { name: 'Remove гарант' })).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Colour 8' })).toBeChecked()
    await topics.find.fill('ГАРАНТ')
    await expect(topics.tree.getByRole('treeitem')).toHaveCount(2)
  })
})
