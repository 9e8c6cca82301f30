import { expect, test } from '../helpers/test.ts'

test.use({ notebook: 'sample' })

test('finds as one types, marks what was found, and opens a hit at its quote from the keyboard', async ({
  app,
  page,
}) => {
  await app.press('/')
  await expect(app.frame.search).toBeFocused()
  await page.keyboard.type('pip')
  await expect(app.search.hits).not.toHaveCount(0)
  await expect(app.search.marks.first()).toHaveText(/^pip/i)
  await page.keyboard.type('e topic:water')
  const quote = app.search.hits.filter({ has: page.getByRole('img', { name: 'Quote' }) }).first()
  await expect(quote).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(app.search.hits.first()).toBeFocused()
  await app.press('ArrowDown ArrowUp')
  await expect(app.search.hits.first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(app.frame.search).toBeFocused()
  await quote.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/article\/[\w-]+\/[\w-]+$/)
  await expect(app.reader.marks().first()).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(app.frame.search).toHaveValue('pipe topic:water')
})

test('phrases are taken exactly, fields narrow, and word forms are found in every language', async ({
  app,
}) => {
  const count = async (query: string) => {
    await app.frame.search.fill(query)
    await expect(app.search.status).toBeVisible()
    return app.search.status
  }
  await expect(await count('"nothing is agreed until each side can explain it"')).toHaveText(
    /^[1-9]\d* results?$/,
  )
  await expect(await count('"agreed is nothing until"')).toHaveText('0 results')
  await expect(await count('lang:uk гарантія')).toHaveText(/^[1-9]\d* results?$/)
  for (const hit of await app.search.hits.all()) await expect(hit).toContainText('uk')
  await expect(await count('is:inbox presidents')).toHaveText('1 result')
  await expect(app.search.hits).toContainText(
    'Meruna text is closed, and the presidents will meet on the bridge',
  )
})

test('what is wrong with a query is said, and nothing found is said with what to try', async ({
  app,
  page,
}) => {
  await app.frame.search.fill('water date:2026-12..2026-01')
  await expect(page.getByText('ends before it begins')).toBeVisible()
  await app.frame.search.fill('zzzzqq')
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
})

test('the empty screen teaches by queries that can be tried', async ({ app, page }) => {
  await app.press('g s')
  await app.search.example('"security guarantees"').click()
  await expect(app.frame.search).toHaveValue('"security guarantees"')
  await expect(page.getByRole('status').filter({ hasText: 'result' })).toBeVisible()
})

test('what is changed elsewhere is found without asking again; a dossier opens at the words that were found', async ({
  app,
  notes,
  page,
}) => {
  await app.frame.search.fill('lighthouse')
  await expect(app.search.status).toHaveText('0 results')
  await notes.capture.clipText.mutate({
    text: 'The lighthouse stays lit\n\nSo the commission decided on Monday.',
  })
  await expect(app.search.status).toHaveText('1 result')
  const lines = [...Array(40).keys()].map((number) => `Line ${number} tells of the ferry.`)
  lines[30] = 'No keeper has left their lighthouses.'
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  await notes.dossier.create.mutate({ title: 'Brief on the coast', document: { type: 'doc', content } })
  await expect(app.search.status).toHaveText('2 results')
  await app.search.kind('Dossiers').click()
  await expect(app.frame.search).toHaveValue('lighthouse kind:dossier')
  await expect(app.search.hits).toHaveCount(1)
  await expect(app.search.hits).toHaveText(/Brief on the coast.*No keeper has left their lighthouses/)
  await app.search.hits.click()
  await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toHaveValue('lighthouses')
  await expect(page.locator('.found.is-current')).toHaveText('lighthouses')
  await expect(page.locator('.found.is-current')).toBeInViewport()
  await page.keyboard.press('Escape')
  await app.press('Control+k')
  await page.keyboard.type('coast')
  await expect(page.getByRole('option', { name: 'Brief on the coast' })).toBeVisible()
})
