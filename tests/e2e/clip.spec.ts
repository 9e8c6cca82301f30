import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../helpers/test.ts'
import { ferryPage, ferryPageLater, ferryText, ukrainianText } from './samples/articles.ts'

const title = 'Harbour talks pause over the winter ferry'

test('a pasted text becomes an article, said in a toast whose Undo takes it back', async ({ app, page }) => {
  await page.keyboard.press('c')
  await expect(app.library.clipDialog.field).toBeFocused()
  await app.library.clipDialog.paste({ text: ferryText })
  await app.library.clipDialog.submit.click()
  await expect(app.toasts.with(`Clipped “${title}”.`)).toBeVisible()
  await expect(app.library.row(title)).toContainText('72 words')
  await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox, 1 article')
  await app.toasts.undo('Clipped').click()
  await expect(app.toasts.with('Undone: Clip an article')).toBeVisible()
  await expect(app.library.rows).toHaveCount(0)
})

test('pasted markup keeps its structure and loses everything else', async ({ app, page, notes }) => {
  await page.keyboard.press('c')
  const html = '<h2>Fees</h2><p>Fees are <b>halved</b>.</p><ul><li>bay</li><li>islands</li></ul>'
  await app.library.clipDialog.paste({ html, text: 'Fees\n\nFees are halved.\n\nbay\n\nislands' })
  await page.keyboard.press('Control+Enter')
  await app.toasts.with('Clipped').getByRole('button', { name: 'Open' }).click()
  const text = page.getByRole('main').getByRole('textbox').first()
  await expect(text.getByRole('listitem')).toHaveText(['bay', 'islands'])
  await expect(text.locator('strong')).toHaveText('halved')
  expect((await notes.article.list.query({})).total).toBe(1)
})

test('a chosen file is read with its outlet, its author and its date', async ({ app, page }) => {
  await app.library.clipButton
    .or(page.getByRole('button', { name: 'Clip your first article' }))
    .first()
    .click()
  const file = { name: 'saved.html', mimeType: 'text/html', buffer: Buffer.from(ferryPage) }
  await app.library.clipDialog.files.setInputFiles([file])
  const row = app.library.row(title)
  await expect(row).toContainText('The Strait Courier')
  await expect(row).toContainText('Mina Tolgrave')
  await expect(row).toContainText('12 Mar 2026')
})

test('several dropped files are clipped, and the one that cannot be is named with what to do', async ({
  app,
}) => {
  await app.frame.go('Settings')
  await app.library.drop([
    { name: 'harbour.html', type: 'text/html', text: ferryPage },
    { name: 'broken.pdf', type: 'application/pdf', text: '%PDF-1.7 and so on' },
    { name: 'порт.txt', type: 'text/plain', text: ukrainianText },
  ])
  const report = app.dialog('Not everything could be clipped')
  await expect(report).toContainText('2 articles were clipped.')
  await expect(report.getByRole('listitem')).toHaveCount(1)
  await expect(report.getByRole('listitem')).toContainText('broken.pdf')
  await expect(report.getByRole('listitem')).toContainText('copy and paste the part you need')
  await app.page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  await app.frame.go('Library')
  await expect(app.library.rows).toHaveCount(2)
  await expect(app.library.row('Порт відкриють навесні')).toBeVisible()
})

test('a paste outside any field clips what was pasted', async ({ app }) => {
  await app.library.paste({ text: ukrainianText })
  await expect(app.toasts.with('Порт відкриють навесні')).toBeVisible()
  await expect(app.library.row('Порт відкриють навесні')).toContainText('uk')
})

test('the same page again asks first, and a revision keeps the article one', async ({ app, notes }) => {
  await app.library.drop([{ name: 'a.html', type: 'text/html', text: ferryPage }])
  await expect(app.library.rows).toHaveCount(1)
  await app.library.drop([{ name: 'b.html', type: 'text/html', text: ferryPageLater }])
  const ask = app.dialog('In the notebook already')
  await expect(ask).toContainText('An article from the same address is in the notebook.')
  await ask.getByRole('button', { name: 'Add a revision' }).click()
  await expect(app.toasts.with('Added a revision')).toBeVisible()
  await expect(ask).toBeHidden()
  await expect(app.library.rows).toHaveCount(1)
  const { rows } = await notes.article.list.query({})
  const article = await notes.article.get.query({ id: rows[0]?.id ?? '' })
  expect(article.revisions).toHaveLength(2)
})

test('the same text again can be kept apart', async ({ app, notes }) => {
  await app.library.paste({ text: ukrainianText })
  await expect(app.library.rows).toHaveCount(1)
  await app.library.paste({ text: ukrainianText })
  const ask = app.dialog('In the notebook already')
  await expect(ask).toContainText('An article with exactly this text is in the notebook.')
  await ask.getByRole('button', { name: 'Keep both' }).click()
  await expect.poll(async () => (await notes.article.list.query({})).total).toBe(2)
  // Two of the same words are one report, with its copies.
  await expect(app.library.rows).toHaveCount(1)
  await app.library.rows.first().getByText('1 copy').click()
  await expect(app.library.rows).toHaveCount(2)
})

test('an address on this machine is not fetched, and why is said', async ({ app, page, host }) => {
  await page.keyboard.press('c')
  await app.library.clipDialog.paste({ text: `${host.origin}/` })
  await expect(app.library.clipDialog.submit).toHaveText('Clip 1 address')
  await page.keyboard.press('Enter')
  const report = app.dialog('Not everything could be clipped')
  await expect(report).toContainText('is not on the public internet')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(app.page.getByRole('heading', { name: 'A notebook for what was said' })).toBeVisible()
})

test('a chosen folder is imported as one step to undo, and choosing it again passes over what is there', async ({
  app,
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('clippings')
  mkdirSync(join(folder, 'bay'), { recursive: true })
  writeFileSync(join(folder, 'ferry.html'), ferryPage)
  writeFileSync(join(folder, 'bay', 'порт.txt'), ukrainianText)
  writeFileSync(join(folder, 'style.css'), 'p { color: red }')
  const importIt = async () => {
    await page.keyboard.press('c')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import folder…' }).click()
    await (await chooser).setFiles(folder)
  }
  await importIt()
  await expect(app.toasts.with('2 articles were clipped.')).toBeVisible()
  await expect(app.library.rows).toHaveCount(2)
  await app.toasts.undo('2 articles were clipped.').click()
  await expect(app.library.rows).toHaveCount(0)
  await importIt()
  await expect(app.library.rows).toHaveCount(2)
  await importIt()
  await expect(app.toasts.with('2 were there already.')).toBeVisible()
  await expect(app.library.rows).toHaveCount(2)
})

test('files of a folder that fail are listed, can be saved as a list and tried again', async ({
  app,
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('clippings')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7 and so on')
  await page.keyboard.press('Control+k')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('option', { name: 'Import folder…' }).click()
  await (await chooser).setFiles(folder)
  const report = app.dialog('Not everything could be clipped')
  await expect(report.getByRole('listitem')).toContainText('clippings/broken.pdf')
  const download = page.waitForEvent('download')
  await report.getByRole('button', { name: 'Save list…' }).click()
  const list = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  expect(list).toMatchObject([{ name: 'clippings/broken.pdf', error: { code: 'document-unreadable' } }])
  await report.getByRole('button', { name: 'Try again' }).click()
  await expect(report.getByRole('listitem')).toContainText('clippings/broken.pdf')
})
