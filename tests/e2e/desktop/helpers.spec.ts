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
  })
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
