import { expect, test } from '../helpers/test.ts'

test.use({ notebook: 'sample' })

test('the palette finds a place by a few letters and goes there', async ({ app, page }) => {
  await page.keyboard.press('Control+k')
  await expect(app.palette.field).toBeFocused()
  await page.keyboard.type('sett')
  await expect(app.palette.options).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(app.frame.title('Settings')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzz')
  await expect(app.palette.dialog).toContainText('Nothing is called that')
  await page.keyboard.press('Escape')
  await expect(app.palette.dialog).toBeHidden()
})

test('the palette offers what the screen can do', async ({ app, page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('clip')
  await page.keyboard.press('Enter')
  await expect(app.library.clipDialog.field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(app.library.clipDialog.field).toBeHidden()
})

test('the question mark lists every shortcut, and one Escape puts the list away', async ({ app, page }) => {
  await page.keyboard.press('?')
  await expect(app.keys.dialog).toBeVisible()
  for (const place of ['Anywhere', 'Go to', 'In a list', 'While reading', 'In the topic tree'])
    await expect(app.keys.dialog.getByRole('heading', { name: place })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(app.keys.dialog).toBeHidden()
})

test('whatever is closed gives the focus back to where it was', async ({ app, page }) => {
  const list = app.library.list()
  await list.focus()
  for (const [key, field] of [
    ['Control+k', app.palette.field],
    ['?', app.keys.dialog],
    ['c', app.library.clipDialog.field],
  ] as const) {
    await page.keyboard.press(key)
    await expect(field).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(field).toBeHidden()
    await expect(list).toBeFocused()
  }
})

test('Back and Forward go the way one came, by button and by key, and know their ends', async ({
  app,
  page,
}) => {
  await expect(app.frame.back).toBeDisabled()
  await app.frame.go('Trash')
  await app.frame.go('Settings')
  await app.frame.back.click()
  await expect(app.frame.title('Trash')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(app.frame.title('Library')).toBeVisible()
  await expect(app.frame.back).toBeDisabled()
  await page.keyboard.press('Alt+ArrowRight')
  await app.frame.forward.click()
  await expect(app.frame.title('Settings')).toBeVisible()
  await expect(app.frame.forward).toBeDisabled()
})

test('panes are resized from the keyboard, and remembered', async ({ app, page }) => {
  await app.frame.go('Topics')
  const border = page.getByRole('separator', { name: 'Resize the panes' })
  const before = await border.getAttribute('aria-valuenow')
  await border.focus()
  await app.press('ArrowRight ArrowRight')
  await expect(border).not.toHaveAttribute('aria-valuenow', before ?? '')
  const width = () => page.getByRole('navigation', { name: 'Topics' }).evaluate((pane) => pane.clientWidth)
  const wide = await width()
  await page.reload()
  await expect(border).toBeVisible()
  await expect.poll(async () => Math.abs((await width()) - wide)).toBeLessThan(3)
})

test('the first Tab offers to skip to the content', async ({ app, page }) => {
  await app.frame.go('Settings')
  await page.reload()
  await expect(app.frame.title('Settings')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.frame.main).toBeFocused()
})

test('a search field shows the focus once: around the field, and not again inside', async ({ app, page }) => {
  await page.keyboard.press('/')
  await expect(app.frame.search).toBeFocused()
  await expect(app.frame.search).toHaveCSS('outline-style', 'none')
  await expect(app.frame.search.locator('..')).toHaveCSS('outline-style', 'solid')
})

test('an address that leads nowhere says so, and leads home', async ({ app, page }) => {
  await page.evaluate(() => {
    location.hash = '/no/such/place'
  })
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the library' }).click()
  await expect(app.frame.title('Library')).toBeVisible()
})
