import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expectAccessible } from '../helpers/axe.ts'
import { expect, test } from '../helpers/test.ts'

test.use({ notebook: 'sample' })

test('what was thrown away is restored from the trash, one by one', async ({ app, page, notes }) => {
  await app.library.holds(40)
  await app.press('g l Delete')
  await app.library.holds(39)
  await app.frame.go('Trash')
  await expect(app.trash.items).toHaveCount(1)
  await app.trash.restore('Meruna text is closed').click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await expect.poll(async () => (await notes.article.list.query({})).total).toBe(40)
})

test('emptying the trash asks first, with Cancel under the finger, and then there is nothing to undo', async ({
  app,
  page,
  notes,
}) => {
  const { id } = (await notes.article.list.query({})).rows[0] ?? { id: '' }
  await notes.article.trash.mutate({ ids: [id] })
  await app.frame.go('Trash')
  await app.trash.empty.click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await app.trash.confirmEmpty.click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await expect(app.toasts.with('gone for good')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(app.toasts.with('There is nothing to undo.')).toBeVisible()
  expect((await notes.article.list.query({})).total).toBe(39)
})

test('theme, language and density take effect at once, and are remembered', async ({ app, page }) => {
  await app.frame.go('Settings')
  await app.settings.choice('Theme', 'Dark').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.settings.choice('Lists', 'Compact').click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await app.settings.choice('Language', 'Українська').click()
  await expect(page.getByRole('heading', { name: 'Налаштування' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Налаштування' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.press('g l')
  await expect(page.getByRole('listbox', { name: 'Бібліотека' }).getByRole('option').first()).toHaveCSS(
    'height',
    '46px',
  )
})

test('a backup is made, and going back to it brings back what was there', async ({ app, page, notes }) => {
  await app.frame.go('Settings')
  await app.settings.backUp.click()
  await expect(app.toasts.with('Backed up and checked.')).toBeVisible()
  const made = app.settings.backups.filter({ hasText: 'on demand' })
  await expect(made).toHaveCount(1)
  const all = await notes.article.list.query({})
  await notes.article.trash.mutate({ ids: all.rows.map(({ id }) => id) })
  await expect(page.getByText('0 articles,')).toBeVisible()
  await made.getByRole('button', { name: 'Restore' }).click()
  await app.settings.confirmRestore.click()
  await expect(app.toasts.with('The notebook is as it was in the backup.')).toBeVisible()
  await expect(page.getByText('40 articles,')).toBeVisible()
})

for (const [what, button, said, done] of [
  [
    'a check',
    'Check the notebook',
    'The check was cancelled.',
    'Sound: database, search index and evidence all agree.',
  ],
  ['a backup', 'Back up now', 'The backup was cancelled. Nothing of it was kept.', 'Backed up and checked.'],
] as const) {
  test(`${what} is begun and cancelled by the keyboard alone, and can be begun again`, async ({
    app,
    page,
    notes,
  }) => {
    await app.frame.go('Settings')
    const start = app.settings.start(button)
    await start.focus()
    const before = (await notes.backup.list.query()).length
    // One right after the other: the work must not be over before it is cancelled.
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Escape')])
    await expect(app.toasts.with(said)).toBeVisible()
    await expect(app.settings.progress).toHaveCount(0)
    await expect(start).toBeFocused()
    expect((await notes.backup.list.query()).length).toBe(before)
    await page.keyboard.press('Enter')
    await expect(page.getByText(done, { exact: true }).first()).toBeVisible()
  })
}

test('work that goes on is found as it stands when its screen is opened again', async ({ app, page }) => {
  await app.frame.go('Settings')
  await app.settings.check.click()
  await app.press('g l g ,')
  await expect(page.getByText('Sound: database, search index and evidence all agree.')).toBeVisible()
})

test('the check reads the whole notebook and says that it is sound', async ({ app, page }) => {
  await app.frame.go('Settings')
  await app.settings.check.click()
  await expect(page.getByText('Sound: database, search index and evidence all agree.')).toBeVisible()
})

test('the notebook is exported in the format chosen, and what the format cannot carry is said', async ({
  app,
  page,
}) => {
  await app.frame.go('Settings')
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'Discourse Network Analyzer' })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(/^Written: [1-9]\d* articles, [1-9]\d* quotes\.$/)).toBeVisible()
  await expect(page.getByText(/neither for nor against/)).toBeVisible()
  const path = await page.getByText(/\.dna$/).textContent()
  expect(
    readFileSync(path ?? '')
      .subarray(0, 15)
      .toString(),
  ).toBe('SQLite format 3')
})

test('a part is shared by the keyboard: what it holds is told beforehand, and the file is a notebook of that part alone', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.frame.go('Topics')
  await page.getByRole('treeitem', { name: 'Fisheries' }).click()
  await expect(page.getByRole('heading', { name: 'Fisheries' })).toBeVisible()
  await page.keyboard.press('Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Share a part of the notebook' })
  await expect(dialog.getByText('1 quote', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /^Comments and memos/ })).toBeChecked()
  await expectAccessible(page, 'sharing a part')
  await dialog.getByRole('textbox', { name: 'Name of the file' }).fill('For the ministry')
  await dialog.getByRole('button', { name: 'Write the file' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Written and checked: 1 article, 1 quote.')).toBeVisible()
  const path = (await dialog.getByText(/For the ministry .*\.memoire$/).textContent()) ?? ''
  const part = new Database(path, { readonly: true })
  expect(part.prepare('SELECT count(*) AS n FROM article').get()).toEqual({ n: 1 })
  expect(part.prepare('SELECT count(*) AS n FROM comment').get()).toEqual({ n: 0 })
  part.close()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(app.toasts.with('Sharing')).toHaveCount(0)
})
