import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/axe.ts'
import { copySampleNotebook } from '../helpers/sample-notebook.ts'
import { expect, test } from '../helpers/test.ts'

test('another notebook is looked at, imported, found in the library and taken back; what is no notebook is refused', async ({
  app,
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-import-'))
  const other = join(folder, 'Colleague.memoire')
  await copySampleNotebook(other)
  const chooseFile = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await (await chooser).setFiles(file)
  }
  await app.press('g b')
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'the place to import')
  await chooseFile({
    name: 'notebook.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"aide-memoire-notebook","version":1,"schema":1}\n'),
  })
  await expect(app.toasts.with('ends before its end')).toBeVisible()
  await page.keyboard.press('Escape')
  await chooseFile(other)
  await expect(page.getByRole('heading', { name: 'What would come Colleague.memoire' })).toBeVisible()
  const articles = page.getByRole('row', { name: /^Articles/ })
  await expect(articles).toContainText('40')
  await page.getByRole('button', { name: 'Articles' }).press('Enter')
  await expect(
    page.getByText('Meruna text is closed, and the presidents will meet on the bridge'),
  ).toBeVisible()
  await expectAccessible(page, 'what an import would bring')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Imported Colleague.memoire' })).toBeVisible()
  await expectAccessible(page, 'what an import brought')
  await page.getByRole('link', { name: 'Meruna text is closed' }).click()
  await expect(page.getByRole('heading', { name: 'Meruna text is closed' })).toBeVisible()
  await app.press('g b')
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
  await app.press('g l')
  await expect(page.getByRole('heading', { name: 'A notebook for what was said' })).toBeVisible()
  rmSync(folder, { recursive: true, force: true })
})
