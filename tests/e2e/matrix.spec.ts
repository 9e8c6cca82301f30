import { readFile } from 'node:fs/promises'
import { expect, test } from '../helpers/test.ts'

test.describe('the sample notebook', () => {
  test.use({ notebook: 'sample' })

  test('a cell leads by keyboard to the quotes behind it, from there to the article, and back', async ({
    app,
    page,
  }) => {
    const { matrix } = app
    await app.press('g m')
    await expect(app.frame.title('Position matrix')).toBeVisible()
    const cell = matrix.cell('Dry-year flow', 'Government of Karvenia')
    await expect(cell).toHaveAccessibleName(/Supports|Conditional|Opposes/)
    await cell.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Home')
    await expect(matrix.row('Dry-year flow').getByRole('rowheader')).toBeFocused()
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect(matrix.evidence).toBeFocused()
    await expect(matrix.evidence.getByRole('heading', { name: 'Government of Karvenia' })).toBeVisible()
    const words = matrix.evidence.getByRole('article').first().getByRole('link').first()
    await words.click()
    await expect(page).toHaveURL(/#\/article\//)
    await app.frame.back.click()
    await expect(matrix.evidence.getByRole('article').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(matrix.evidence).toBeHidden()
  })

  test('an earlier day shows what was known then, and stays in the address', async ({ app, page }) => {
    const { matrix } = app
    await app.press('g m')
    await expect(matrix.lead).toContainText(/\d+ positions/)
    const countOf = async () => Number(/(\d+) position/.exec((await matrix.lead.textContent()) ?? '')?.[1])
    const whole = await countOf()
    await matrix.day.focus()
    await page.keyboard.press('Home')
    await expect.poll(countOf).toBeLessThan(whole)
    await expect(page).toHaveURL(/day=\d{4}-/)
    const early = await matrix.lead.textContent()
    await page.reload()
    await expect(matrix.lead).toHaveText(early ?? '')
    await matrix.play.click()
    await expect.poll(countOf, { timeout: 60_000 }).toBe(whole)
  })

  test('a filter narrows the matrix, Back takes it away, and rows that are folded sum up', async ({
    app,
    page,
  }) => {
    const { matrix } = app
    await app.press('g m')
    await expect(matrix.row('Guarantor')).toBeVisible()
    await matrix.filter('Topic', 'Water')
    await expect(matrix.row('Guarantor')).toHaveCount(0)
    await expect(matrix.row('Dry-year flow')).toBeVisible()
    await page.goBack()
    await expect(matrix.row('Guarantor')).toBeVisible()
    await matrix.row('Water').getByRole('rowheader').click()
    await expect(matrix.row('Dry-year flow')).toHaveCount(0)
    await expect(matrix.cell('Water', 'Government of Karvenia')).toHaveAccessibleName(/Supports \d/)
  })

  test('the table has every position, and the files what is on screen', async ({ app }) => {
    const { matrix } = app
    await app.press('g m')
    await expect(matrix.lead).toContainText(/\d+ positions/)
    const count = Number(/(\d+) positions/.exec((await matrix.lead.textContent()) ?? '')?.[1])
    const drawing = await matrix.export('Drawing (SVG)')
    expect(drawing.suggestedFilename()).toBe('position-matrix.svg')
    const svg = await readFile(await drawing.path(), 'utf8')
    expect(svg).toContain('Dry-year flow')
    expect(svg).not.toContain('var(--')
    const picture = await readFile(await (await matrix.export('Picture (PNG)')).path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    await app.press('v')
    await expect(matrix.table.getByRole('row')).toHaveCount(count + 1)
    await matrix.table.getByRole('button', { name: 'Statements' }).click()
    await expect(matrix.table.getByRole('columnheader', { name: 'Statements' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    const values = await readFile(await (await matrix.export('Values (CSV)')).path(), 'utf8')
    expect(values.trimEnd().split('\r\n')).toHaveLength(count + 1)
  })
})

test('an empty notebook is told how positions come about', async ({ app }) => {
  await app.press('g m')
  await expect(app.frame.title('Position matrix')).toBeVisible()
  await expect(app.page.getByRole('heading', { name: 'No positions yet' })).toBeVisible()
})
