import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../helpers/desktop-test.ts'

test('the clip helper waits in the tray once it is turned on, also at the next start, and clips what was copied', async ({
  launch,
}) => {
  const desktop = await launch()
  const app = await desktop.app()
  const look = () => desktop.ask('look')

  await test.step('it is off to begin with', async () => {
    expect(await look()).toMatchObject({ trays: [], globalShortcuts: [] })
  })

  await test.step('turned on in the menu, its key clips the text that was copied', async () => {
    await desktop.ask('clickMenu', 'clipHelper')
    expect((await look()).globalShortcuts).toEqual(['CmdOrCtrl+Alt+Shift+C'])
    const text = 'Envoys meet\n\nThe two envoys met for an hour, and agreed to meet again.'
    await desktop.ask(
      'copy',
      text,
      '<h1>Envoys meet</h1><p>The two envoys met for an hour, and agreed to meet again.</p>',
    )
    await desktop.ask('pressGlobally', 'CmdOrCtrl+Alt+Shift+C')
    await expect(app.toasts.with('Clipped')).toBeVisible()
    await expect(app.library.row('Envoys meet')).toBeVisible()
  })

  await test.step('an address that was copied is fetched as one that is typed', async () => {
    await desktop.ask('copy', 'http://127.0.0.1:9/article')
    await desktop.ask('clickMenu', 'clipClipboard')
    await expect(app.page.getByText('127.0.0.1:9').first()).toBeVisible()
  })

  await desktop.end('SIGTERM')
  const again = await launch({ folder: desktop.folder })
  await again.app()
  await test.step('it is there at the next start, until it is turned off in its own menu', async () => {
    const [menu] = (await again.ask('look')).trays
    expect(menu).toContain('Clip What Is on the Clipboard')
    await again.ask('clickMenu', 'Turn Off')
    expect(await again.ask('look')).toMatchObject({ trays: [], globalShortcuts: [] })
    expect(await again.ask('isChecked', 'clipHelper')).toBe(false)
  })
})

test('a key that another program has is told of, and the tray works without it', async ({ launch }) => {
  const desktop = await launch()
  const app = await desktop.app()
  await desktop.ask('takeKey', 'CmdOrCtrl+Alt+Shift+C')
  await desktop.ask('clickMenu', 'clipHelper')
  const { dialogs, globalShortcuts, trays } = await desktop.ask('look')
  expect(dialogs).toMatchObject([
    { kind: 'message', options: { message: 'Another program has the key Ctrl+Alt+Shift+C.' } },
  ])
  expect([globalShortcuts, trays.length]).toEqual([[], 1])
  expect(await desktop.ask('isChecked', 'clipHelper')).toBe(true)
  await desktop.ask('copy', 'Envoys meet\n\nThe two envoys met for an hour, and agreed to meet again.')
  await desktop.ask('clickMenu', 'Clip What Is on the Clipboard')
  await expect(app.library.row('Envoys meet')).toBeVisible()
})

test('while the helper is on, the app stays in the tray without a window, and ends when it is turned off there', async ({
  launch,
}) => {
  const desktop = await launch()
  await desktop.app()
  await desktop.ask('clickMenu', 'clipHelper')
  await desktop.ask('closeWindow', 0)
  await expect.poll(async () => (await desktop.ask('look')).backends).toEqual([])
  await desktop.ask('clickMenu', 'Show Aide-Mémoire')
  await desktop.app()
  await desktop.ask('closeWindow', 0)
  expect((await desktop.ask('look')).windows).toEqual([])
  await desktop.ask('clickMenu', 'Turn Off')
  expect(await desktop.ended).toBe(0)
})

test('a problem is reported in a text file that the user saves, without what they read', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  await desktop.app()
  const filePath = join(desktop.folder, 'problem.html')
  await desktop.ask('answerDialog', { canceled: false, filePath })
  await desktop.ask('clickMenu', 'report')
  await expect.poll(async () => (await desktop.ask('look')).shownInFolder).toEqual([`${filePath}.txt`])
  expect((await desktop.ask('look')).opened).toEqual([])
  const report = readFileSync(`${filePath}.txt`, 'utf8')
  expect(report).toContain('has been sent to nobody')
  expect(report).toContain('windows: 1')
  expect(report).not.toContain(desktop.folder)
  expect(report).not.toContain('.memoire')
})
