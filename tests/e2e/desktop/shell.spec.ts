import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchStandIn } from '../../helpers/electron-stand-in/launch.ts'
import { expect, test } from '../../helpers/desktop-test.ts'

test('menu, links and a second start reach the window that is there', async ({ launch }) => {
  const desktop = await launch({ args: ['--sample'] })
  const app = await desktop.app()
  await app.library.holds(40)

  await test.step('a menu item does what its keys do', async () => {
    await desktop.ask('clickMenu', 'goTopics')
    await expect(app.frame.title('Topics')).toBeVisible()
    await desktop.ask('clickMenu', 'palette')
    await expect(app.palette.dialog).toBeVisible()
    await app.page.keyboard.press('Escape')
    await desktop.ask('clickMenu', 'back')
    await expect(app.frame.title('Library')).toBeVisible()
    await desktop.ask('clickMenu', 'about')
    expect((await desktop.ask('look')).about).toMatchObject({ applicationName: 'Aide-Mémoire' })
  })

  await test.step('menu and native parts follow the theme and the language of the interface', async () => {
    await desktop.ask('clickMenu', 'theme')
    await expect.poll(async () => (await desktop.ask('look')).theme).toBe('dark')
    await app.page.evaluate(() => {
      const stored = JSON.parse(localStorage.getItem('aide-memoire.preferences') ?? '{}')
      localStorage.setItem('aide-memoire.preferences', JSON.stringify({ ...stored, language: 'uk' }))
    })
    await app.page.reload()
    const labels = async () => (await desktop.ask('look')).menu.map(({ label }) => label)
    await expect.poll(labels).toContain('Відкрити записник…')
    await app.page.evaluate(() => localStorage.removeItem('aide-memoire.preferences'))
    await app.page.reload()
    await expect.poll(labels).toContain('Open Notebook…')
    await app.library.holds(40)
  })

  await test.step('the accent of the system is taken, made readable, and given back', async () => {
    const accent = () => app.page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'))
    await desktop.ask('chooseAccent', '107c10ff')
    await expect.poll(accent).toMatch(/^light-dark\(#0f7[\da-f]{3}|^light-dark\(#107c10/)
    await app.page.reload()
    await expect.poll(accent).toContain('light-dark')
    await desktop.ask('chooseAccent', '')
    await expect.poll(accent).toBe('')
    await app.library.holds(40)
  })

  await test.step('a second start hands its link over, and a clip is only offered', async () => {
    const link = `aide-memoire://clip?url=${encodeURIComponent('https://example.org/article')}`
    await expect(launchStandIn({ folder: desktop.folder, args: [link] })).rejects.toThrow('ended with code 0')
    const offer = app.dialog('Clip this page?')
    await expect(offer).toContainText('https://example.org/article')
    await offer.getByRole('button', { name: 'Cancel' }).click()
    await app.library.holds(40)
  })

  await test.step('a link opens an article; one that asks for anything else does nothing', async () => {
    await app.library.row('Grend says reopening').click()
    const title = app.frame.main.getByRole('heading', { level: 1 })
    await expect(title).toContainText('Grend says reopening')
    const id = /\/article\/([\w-]+)/.exec(app.page.url())?.[1]
    await app.frame.go('Library')
    await desktop.ask('openUrl', 'aide-memoire://open?article=../../settings')
    await expect(app.frame.title('Library')).toBeVisible()
    await desktop.ask('openUrl', `aide-memoire://open?article=${id}`)
    await expect(title).toContainText('Grend says reopening')
  })

  await test.step('what a window shows is saved as a PDF, which the backend as built can read', async () => {
    const filePath = join(desktop.folder, 'page.pdf')
    await desktop.ask('answerDialog', { canceled: false, filePath })
    await desktop.ask('clickMenu', 'savePdf')
    await expect.poll(() => existsSync(filePath)).toBe(true)
    await desktop.ask('clickMenu', 'clip')
    await app.library.clipDialog.files.setInputFiles(filePath)
    await expect(app.toasts.with('Clipped')).toBeVisible()
  })

  await test.step('another notebook opens in a window of its own, and is shown again when asked for again', async () => {
    const filePath = join(desktop.folder, 'Other')
    await desktop.ask('answerDialog', { canceled: false, filePath })
    await desktop.ask('clickMenu', 'newNotebook')
    const other = await desktop.app(1)
    await expect(other.page.getByText('Other', { exact: true })).toBeVisible()
    await desktop.ask('answerDialog', { canceled: false, filePaths: [`${filePath}.memoire`] })
    await desktop.ask('clickMenu', 'openNotebook')
    const { windows, backends, recent } = await desktop.ask('look')
    expect([windows.length, backends.length]).toEqual([2, 2])
    expect(recent.at(-1)).toBe(`${filePath}.memoire`)
    await desktop.ask('closeWindow', 1)
    await expect.poll(async () => (await desktop.ask('look')).backends.length).toBe(1)
  })
})

test('no page leaves the app, opens a window, or reaches anybody', async ({ launch, guard }) => {
  // They are asked for, and the app cancels them: what it lets through is a problem of the stand-in's list.
  guard.allow(/^https:\/\/example\.org\//)
  guard.allow(/Not allowed to load local resource/)
  const desktop = await launch()
  const app = await desktop.app()
  const { page } = app
  const opened = async () => (await desktop.ask('look')).opened

  await test.step('what a page does without a click opens nothing outside', async () => {
    await page.evaluate(() => void window.open('https://example.org/unasked'))
    await page.evaluate(() => {
      location.href = 'https://example.org/away'
    })
    await page.evaluate(() => document.body.focus())
    expect(await opened()).toEqual([])
    expect(page.url()).toMatch(/^https:\/\/aide-memoire\.app\.stand-in\/#\//)
  })

  await test.step('a click opens one web address in the browser of the system, and no other scheme', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.target = '_blank'
      link.textContent = 'A link to try'
      link.addEventListener('click', () => {
        window.open('file:///etc/passwd')
        window.open('https://example.org/second')
      })
      link.href = 'https://example.org/first'
      document.body.prepend(link)
    })
    await page.getByText('A link to try').click()
    await expect.poll(opened).toHaveLength(1)
    expect((await opened())[0]).toMatch(/^https:\/\/example\.org\//)
    await expect.poll(() => page.context().pages().length).toBe(2)
  })

  await test.step('permissions are refused, but for copying', async () => {
    const own = 'app://aide-memoire/'
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
    ]) {
      expect(await desktop.ask('askPermission', permission, own), permission).toBe(false)
    }
    expect(await desktop.ask('askPermission', 'clipboard-sanitized-write', own)).toBe(true)
    expect(await desktop.ask('askPermission', 'clipboard-sanitized-write', 'https://example.org/')).toBe(
      false,
    )
  })

  await test.step('the page has the bridge and nothing else of the shell', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { desktop: object }).desktop).sort(),
      others: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    }))
    expect(found).toEqual({ bridge: ['connect', 'onCommand', 'onLost', 'setAppearance'], others: [] })
    const { windows, spellChecker, switches } = await desktop.ask('look')
    expect(windows[0]?.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
    })
    expect(windows[0]?.preferences).not.toHaveProperty('enableBlinkFeatures')
    expect(spellChecker).toBe(false)
    expect(switches).toContain('host-resolver-rules')
  })
})

test('a notebook that cannot be opened is named with the reason, and another one can be chosen', async ({
  launch,
}) => {
  const desktop = await launch()
  await desktop.app()
  const notOne = join(desktop.folder, 'letter.memoire')
  writeFileSync(notOne, 'Dear Ada, this is no notebook at all.')
  await desktop.ask('answerDialog', { canceled: false, filePaths: [notOne] })
  await desktop.ask('clickMenu', 'openNotebook')
  const failure = async () => (await desktop.ask('look')).dialogs.find(({ kind }) => kind === 'message')
  await expect.poll(failure).toMatchObject({ options: { message: '“letter.memoire” cannot be opened.' } })
  await expect.poll(async () => (await desktop.ask('look')).windows.length).toBe(1)
})

test('a link that starts the app is answered in the window it opens, and the end of the session ends it', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['aide-memoire://clip?url=https://example.org/first'] })
  // The question covers the screen behind it.
  const dialog = (await desktop.page()).getByRole('dialog', { name: 'Clip this page?' })
  await expect(dialog).toContainText('https://example.org/first')
  await desktop.ask('shutdown')
  expect(await desktop.ended).toBe(0)
  const documents = join(desktop.folder, 'Documents', 'Aide-Mémoire')
  expect(readdirSync(documents).filter((name) => /-wal|-shm|lock/.test(name))).toEqual([])
})

test('after two failed starts nothing is opened without asking', async ({ launch }) => {
  const desktop = await launch()
  await desktop.app()
  await desktop.end('SIGTERM')
  const state = join(desktop.folder, 'userData')
  mkdirSync(state, { recursive: true })
  writeFileSync(join(state, 'state.json'), '{"failedStarts":2}')
  const again = await launch({ folder: desktop.folder, env: { STAND_IN_ANSWER: '{"response":0}' } })
  await again.app()
  const [asked] = (await again.ask('look')).dialogs
  expect(asked).toMatchObject({
    kind: 'message',
    options: { message: 'Aide-Mémoire did not come up the last two times.' },
  })
})
