import { App } from '../helpers/app/app.ts'
import { startTestHost, type TestHost } from '../helpers/host.ts'
import { expect, test } from '../helpers/test.ts'

test.use({ notebook: 'sample' })

/** Chromium's own words on a host that is not there. */
const hostIsGone =
  /WebSocket connection to .* failed|Failed to load resource: net::ERR_CONNECTION|Failed to load resource: .* 40[13]/

/** The host once more, on the notebook and the port that it had. */
function startAgain(host: TestHost): Promise<TestHost> {
  return startTestHost({
    notebook: host.notebookPath,
    runtimeFolder: host.runtimeFolder,
    args: ['--port', new URL(host.origin).port],
  })
}

test('two windows on one notebook show each other’s changes at once', async ({ app, openWindow }) => {
  const other = await openWindow()
  await other.frame.go('Inbox')
  await expect(other.library.rows).toHaveCount(1)
  await app.library.rows.nth(1).click({ modifiers: ['ControlOrMeta'] })
  await app.page.keyboard.press('1')
  await expect(other.library.rows).toHaveCount(2)
  await other.page.keyboard.press('Control+z')
  await expect(other.library.rows).toHaveCount(1)
  await expect(app.frame.link('Inbox')).toHaveAccessibleName('Inbox, 1 article')
})

test('a second opener may read, is told who holds the notebook, and can change nothing', async ({
  app: _,
  host,
  context,
  guard,
}) => {
  guard.allow(hostIsGone)
  const reader = await startTestHost({ notebook: host.notebookPath })
  try {
    guard.allowHost(reader.origin)
    expect(reader.output()).toContain('for reading only: it is open in browser')
    const second = new App(await context.newPage())
    await second.open(reader.url)
    const badge = second.page.getByRole('button', { name: /has this notebook open \(browser, process \d+\)/ })
    await expect(badge).toBeVisible()
    await second.library.holds(40)
    await second.press('g l 3')
    await expect(second.toasts.with(/read/i)).toBeVisible()
  } finally {
    await reader.stop()
  }
})

test('undo and redo go on after the host was started anew', async ({ app, host, guard, page }) => {
  guard.allow(hostIsGone)
  await app.library.holds(40)
  await app.press('g l Delete')
  await app.library.holds(39)
  await host.kill()
  const again = await startAgain(host)
  try {
    await expect(app.alertOf('Aide-Mémoire was started anew.')).toBeVisible()
    await app.open(again.url)
    // The address differs in its token alone: until the page starts over with it, the old one is still there to see.
    await expect(app.alertOf('Aide-Mémoire was started anew.')).toBeHidden()
    await app.library.holds(39)
    await page.keyboard.press('Control+z')
    await app.library.holds(40)
    await page.keyboard.press('Control+Shift+z')
    await app.library.holds(39)
  } finally {
    await again.stop()
  }
})

test('a lost host is said, everything stays in sight, and its new address goes on in the same place', async ({
  app,
  host,
  guard,
}) => {
  guard.allow(hostIsGone)
  await app.frame.go('Topics')
  await app.topics.item('Guarantor').click()
  await host.kill()
  await expect(app.frame.lost).toBeVisible()
  await expect(app.topics.name).toHaveValue('Guarantor')
  const again = await startAgain(host)
  try {
    await expect(app.alertOf('Open the address it printed in this window')).toBeVisible()
    await app.page.goto(again.url)
    await expect(app.topics.name).toHaveValue('Guarantor')
    await app.topics.status.selectOption({ label: 'Blocked' })
    await expect(app.topics.status).toHaveValue('blocked')
  } finally {
    await again.stop()
  }
})
