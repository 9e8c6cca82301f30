import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReadable } from '../../electron/backend/store/connection.ts'
import { expectAccessible } from '../helpers/axe.ts'
import { copySampleNotebook } from '../helpers/sample-notebook.ts'
import { test as base, expect } from '../helpers/test.ts'

/** The sample, with rubbish in every page that knows of its links. */
const test = base.extend<{ notebookPath: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  notebookPath: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-damaged-'))
    const path = join(folder, 'Damaged.memoire')
    await copySampleNotebook(path)
    const db = openReadable(path)
    const size = db.get<{ page_size: number }>('PRAGMA page_size')?.page_size ?? 0
    const ids = db.all<{ id: string }>('SELECT id FROM link').map(({ id }) => id)
    db.close()
    const bytes = readFileSync(path)
    for (const id of ids) {
      for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id)) {
        const page = Math.floor(at / size)
        bytes.fill(0xee, page * size, (page + 1) * size)
      }
    }
    writeFileSync(path, bytes)
    await use(path)
    rmSync(folder, { recursive: true, force: true })
  },
})

test('a damaged notebook opens for reading, says so, and what can be read is saved into a new one', async ({
  app,
  page,
}) => {
  await expect(page.getByRole('button', { name: /damaged/ })).toBeVisible()
  await app.library.holds(40)
  await app.frame.go('Settings')
  await page.getByRole('button', { name: 'Save what can be read' }).click()
  const said = page.getByRole('status').filter({ hasText: 'The new notebook:' })
  await expect(said).toContainText(/Saved [1-9][\d,]* rows and lost \d/)
  const saved = await said.locator('bdi').textContent()
  expect(existsSync(saved ?? '')).toBe(true)
  await expectAccessible(page, 'the settings of a damaged notebook')
})
