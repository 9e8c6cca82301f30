import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type PreviewServer, preview } from 'vite'

const root = fileURLToPath(new URL('../gallery', import.meta.url))
const outDir = mkdtempSync(join(tmpdir(), 'aide-memoire-gallery-'))
let server: PreviewServer
let address: string

test.beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', reportCompressedSize: false },
  })
  server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
  })
  address = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(async () => {
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
})
test.beforeEach(async ({ page }) => {
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
})

test('a list of a million rows draws a screenful, and the keyboard and the scroll bar reach both ends and the middle', async ({
  page,
}) => {
  const list = page.getByRole('listbox', { name: 'A million articles' })
  await list.focus()
  await page.keyboard.press('End')
  await expect(list.locator('[aria-posinset="1000000"]')).toBeInViewport()
  expect(await list.getByRole('option').count()).toBeLessThan(80)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowUp')
  await expect(list.locator('[data-active]')).toBeInViewport()
  await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }))
  await expect(list.locator('[aria-posinset="500000"]')).toBeAttached()
  await page.keyboard.press('Home')
  await expect(list.locator('[aria-posinset="1"]')).toBeInViewport()
})

test('a tree opens, folds and renames by keys', async ({ page }) => {
  const tree = page.getByRole('tree', { name: 'Topics' })
  await tree.focus()
  await page.keyboard.press('End')
  await expect(tree.getByRole('treeitem', { name: /^Publication of catches/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('treeitem', { name: /^Monthly bulletin/ })).toBeVisible()
  await page.keyboard.press('F2')
  await page.keyboard.type('Catches')
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('treeitem', { name: /^Catches/ })).toBeVisible()
})

test('a picker narrows as one types, chooses by Enter, and makes what is not there', async ({ page }) => {
  const picker = page.getByRole('combobox', { name: 'Topics of this quote' })
  await picker.fill('ferry')
  await page.keyboard.press('Enter')
  await picker.fill('ferry')
  await expect(page.getByRole('option', { name: /Ferry timetable/ })).toHaveAttribute('aria-selected', 'true')
  await picker.fill('Lighthouse')
  await page.keyboard.press('Enter')
  await picker.fill('light')
  await expect(page.getByRole('option', { name: /Lighthouse/ }).first()).toBeVisible()
})

test('a menu is opened, walked and left by keys, and the focus comes back', async ({ page }) => {
  const more = page.getByRole('button', { name: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /Rename/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: /Mark as done/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
})
