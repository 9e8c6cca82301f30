import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launchStandIn } from '../../helpers/electron-stand-in/launch.ts'
import { expect, test } from '../../helpers/desktop-test.ts'

test('a page whose process dies is loaded again at the same place', async ({ launch }) => {
  const desktop = await launch({ args: ['--sample'] })
  const app = await desktop.app()
  await app.library.row('Grend says reopening').click()
  const title = await app.frame.main.getByRole('heading', { level: 1 }).textContent()
  await expect(app.reader.marks().first()).toBeVisible()
  const { backends } = await desktop.ask('look')
  await desktop.ask('crashPage', 0)
  await expect.poll(() => app.page.isClosed()).toBe(true)
  const there = await desktop.app()
  await expect(there.frame.main.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(there.reader.marks().first()).toBeVisible()
  const after = await desktop.ask('look')
  expect([after.windows.length, after.backends]).toEqual([1, backends])
})

test('a window that is minimised comes back for a second start, a link, a file, and "Show" in the tray', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  await desktop.app()
  await desktop.ask('clickMenu', 'clipHelper')
  const notebook = join(desktop.folder, 'Documents', 'Aide-Mémoire', 'Sample.memoire')
  const ways: Record<string, () => Promise<unknown>> = {
    'a second start': () => expect(launchStandIn({ folder: desktop.folder })).rejects.toThrow('code 0'),
    'a link': () => desktop.ask('openUrl', 'aide-memoire://clip?url=https://example.org/article'),
    'a file': () => desktop.ask('openFile', notebook),
    '"Show" in the tray': () => desktop.ask('clickMenu', 'Show Aide-Mémoire'),
  }
  for (const [way, come] of Object.entries(ways)) {
    await desktop.ask('minimizeWindow', 0)
    expect((await desktop.ask('look')).windows, way).toMatchObject([{ isMinimized: true, isFocused: false }])
    await come()
    await expect
      .poll(async () => (await desktop.ask('look')).windows, way)
      .toMatchObject([{ isMinimized: false, isFocused: true }])
  }
})

test('a notebook file that the system hands over opens, and is opened again only once it is free and whole', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  await desktop.app()
  const path = join(desktop.folder, 'Other.memoire')
  await desktop.ask('answerDialog', { canceled: false, filePath: path })
  const backends = async () => (await desktop.ask('look')).backends
  const [first] = await backends()
  await desktop.ask('clickMenu', 'newNotebook')
  await expect.poll(backends).toHaveLength(2)
  for (const moment of ['while it is being made', 'while it is open']) {
    const page = await desktop.page(1)
    const [, second = 0] = await backends()
    // Held up, it cannot let go of its notebook.
    process.kill(second, 'SIGSTOP')
    await desktop.ask('closeWindow', 1)
    // Until its page is gone, it would be taken for that of the next window.
    await expect.poll(() => page.isClosed()).toBe(true)
    await desktop.ask('openFile', path)
    expect(await backends(), moment).toEqual([first, second])
    process.kill(second, 'SIGCONT')
    const again = await desktop.app(1)
    await expect(again.frame.main.getByRole('heading', { name: 'Library' }).first()).toBeVisible()
    await expect.poll(async () => (await backends()).includes(second), moment).toBe(false)
    await expect.poll(backends, moment).toHaveLength(2)
    await expect.poll(() => existsSync(path)).toBe(true)
  }
  const { dialogs } = await desktop.ask('look')
  expect(dialogs.filter(({ kind }) => kind === 'message')).toEqual([])
})

test('the only notebook, when it cannot be opened, is tried again without the app ending', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  const before = await desktop.app()
  await before.library.holds(40)
  const [backend = 0] = (await desktop.ask('look')).backends
  await desktop.ask('answerDialog', { response: 0 })
  // Five deaths within a minute are as many as are made good by themselves.
  let last = backend
  for (let death = 0; death < 5; death += 1) {
    process.kill(last, 'SIGKILL')
    const next = async () => (await desktop.ask('look')).backends.find((pid) => pid !== last) ?? 0
    await expect.poll(next).toBeGreaterThan(0)
    last = await next()
  }
  const told = async () => (await desktop.ask('look')).dialogs.filter(({ kind }) => kind === 'message').length
  await expect.poll(told).toBe(1)
  await expect.poll(() => before.page.isClosed()).toBe(true)
  const app = await desktop.app()
  await app.library.holds(40)
  expect((await desktop.ask('look')).windows).toHaveLength(1)
})
