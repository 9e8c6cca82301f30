import { expect, test } from '../helpers/test.ts'

test.describe('an empty notebook', () => {
  test('says who actors are, and takes the first by name', async ({ app, page }) => {
    await app.frame.go('Actors')
    await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()
    await app.actors.find.fill('Edda Morrin')
    await app.actors.addButton('Edda Morrin').click()
    await expect(app.actors.name).toHaveValue('Edda Morrin')
    await expect(page.getByRole('heading', { name: 'No quotes yet' })).toBeVisible()
    await app.toasts.undo('Added Edda Morrin.').click()
    await expect(app.actors.list.getByRole('option')).toHaveCount(0)
  })
})

test.describe('the sample', () => {
  test.use({ notebook: 'sample' })

  test('the list is found by any name in any script, and walked from the keyboard', async ({ app, page }) => {
    const { actors } = app
    await app.press('g a')
    await expect(actors.list).toBeFocused()
    await expect(actors.name).toHaveValue('Anton Belisar')
    await page.keyboard.press('ArrowDown')
    await expect(actors.name).toHaveValue('Bertil Anso')
    await page.keyboard.press('f')
    await expect(actors.find).toBeFocused()
    await page.keyboard.type('ТОЛВЕЙН')
    await expect(actors.list.getByRole('option')).toHaveCount(1)
    await actors.find.press('Enter')
    await expect(actors.name).toHaveValue('Kyra Tolvane')
  })

  test('an actor’s page shows all their quotes by topic, and leads to the topic and the source', async ({
    app,
    page,
  }) => {
    await app.frame.go('Actors')
    await app.actors.open('Joren Hask')
    await expect(app.actors.quotes).not.toHaveCount(0)
    await app.actors.quotes.first().getByRole('link').first().click()
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    await app.frame.back.click()
    await expect(app.actors.name).toHaveValue('Joren Hask')
    const topic = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first()
    const name = await topic.textContent()
    await topic.click()
    await expect(app.topics.name).toHaveValue(name ?? '')
  })

  test('kind, membership and other names are kept, and who belongs to an organisation stands on its page', async ({
    app,
    page,
  }) => {
    const { actors } = app
    await app.frame.go('Actors')
    await actors.open('Noor Havelin')
    await actors.memberOf.selectOption({ label: 'National Security Council' })
    await actors.addAlias.fill('Нур Гавелін')
    await actors.addAlias.press('Enter')
    const alias = page.getByRole('button', { name: 'Remove Нур Гавелін' })
    await expect(alias).toBeVisible()
    await page.reload()
    await expect(alias).toBeVisible()
    await actors.open('National Security Council')
    await expect(actors.kind).toHaveValue('organisation')
    await page.getByRole('main').getByRole('link', { name: 'Noor Havelin' }).click()
    await expect(actors.name).toHaveValue('Noor Havelin')
  })

  test('merging takes quotes and names along, and one undo takes it back', async ({ app, page }) => {
    const { actors } = app
    await app.frame.go('Actors')
    await actors.open('Joren Hask')
    await page.getByRole('main').focus()
    await page.keyboard.press('m')
    await app.mergeInto('Tomas Reveik')
    await expect(actors.name).toHaveValue('Tomas Reveik')
    await expect(page.getByRole('button', { name: 'Remove Joren Hask' })).toBeVisible()
    await expect(actors.item('Joren Hask')).toBeHidden()
    await app.toasts.undo('Merged.').click()
    await expect(actors.item('Joren Hask')).toBeVisible()
  })

  test('a deleted actor goes to the trash, and their quotes stay', async ({ app, notes }) => {
    const { actors } = app
    const before = (await notes.quote.list.query({})).total
    await app.frame.go('Actors')
    await actors.open('Osip Grend')
    await actors.more.click()
    await actors.trash.click()
    await expect(actors.item('Osip Grend')).toBeHidden()
    expect((await notes.quote.list.query({})).total).toBe(before)
    await app.toasts.undo('Moved Osip Grend').click()
    await expect(actors.item('Osip Grend')).toBeVisible()
  })
})
