import { app } from './app.ts'
import { attacks } from './attacks.ts'
import { BrowserWindow } from './browser-window.ts'
import { unlessGone } from './child-gone.ts'
import { Menu } from './menu.ts'
import { nativeTheme, powerMonitor, systemPreferences } from './native-parts.ts'
import { MessageChannelMain } from './ports.ts'
import { session } from './session.ts'
import { running } from './utility-process.ts'
import { world } from './world.ts'

const tell = (message: object) => process.send?.(message, undefined, undefined, unlessGone)

const testPorts = new Map<string, MessageChannelMain['port2']>()

/** What a test asks of the native side; each answers with plain data. */
const controls = {
  ...attacks,
  problems: () => world.problems,
  /** Everything a test may look at. */
  look: () => ({
    menu: Menu.items().map(({ id, label, role, accelerator }) => ({ id, label, role, accelerator })),
    opened: world.opened,
    shownInFolder: world.shownInFolder,
    dialogs: world.shownDialogs,
    switches: [...world.switches.keys()],
    recent: world.recentDocuments,
    globalShortcuts: [...world.globalShortcuts.keys()],
    trays: [...world.trayMenus.values()].map(({ template }) => template.map(({ label }) => label)),
    about: world.isAboutShown ? world.aboutPanel : undefined,
    theme: nativeTheme.themeSource,
    spellChecker: session.defaultSession.isSpellCheckerEnabled,
    backends: [...running].map(({ pid }) => pid),
    windows: BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isMinimized: window.isMinimized(),
      isFocused: window.isFocused(),
      preferences: window.options.webPreferences,
    })),
  }),
  clickMenu(id: string) {
    const items = [...Menu.items(), ...[...world.trayMenus.values()].flatMap(({ template }) => template)]
    const item = items.find((one) => one.id === id || one.label === id)
    if (item?.click === undefined) throw new Error(`There is no menu item "${id}" to click.`)
    // A checkbox is turned before it tells.
    if (item.type === 'checkbox') item.checked = !item.checked
    ;(item.click as (item: object) => void)(item)
  },
  chooseAccent: (rgba: string) => systemPreferences.chooseAccent(rgba),
  copy: (text: string, html = '') => void Object.assign(world.clipboard, { text, html }),
  pressGlobally: (accelerator: string) => world.globalShortcuts.get(accelerator)?.(),
  answerDialog: (answer: object) => void world.answers.push(answer),
  /** What the app decides about a permission, asked for by its own page or by another. */
  askPermission(permission: string, requestingUrl: string) {
    const ask = session.defaultSession.permissionRequest as
      | ((contents: unknown, permission: string, decide: (granted: boolean) => void, details: object) => void)
      | null
    let granted = true
    ask?.(BrowserWindow.getAllWindows()[0]?.webContents, permission, (decision) => (granted = decision), {
      requestingUrl,
    })
    return granted
  },
  /** Opens a port to the backend beside those of the windows. @returns its name */
  openPort() {
    const { port1, port2 } = new MessageChannelMain()
    const [backend] = running
    if (backend === undefined) throw new Error('There is no backend.')
    const port = port2.end.id
    testPorts.set(port, port2)
    port2.on('message', ({ data }) => tell({ port, text: data }))
    backend.postMessage({ kind: 'serve' }, [port1])
    port2.start()
    return port
  },
  sendToPort: (port: string, text: string) => testPorts.get(port)?.postMessage(text),
  closePort: (port: string) => testPorts.get(port)?.close(),
  openUrl: (url: string) => void app.emit('open-url', { preventDefault: () => {} }, url),
  openFile: (path: string) => void app.emit('open-file', { preventDefault: () => {} }, path),
  minimizeWindow: (index: number) => BrowserWindow.getAllWindows()[index]?.minimize(),
  crashPage: (index: number) => BrowserWindow.getAllWindows()[index]?.webContents.crash(),
  /** Another program has this key from now on. */
  takeKey: (accelerator: string) => void world.takenKeys.add(accelerator),
  /** What would be shown to be checked in the menu. */
  isChecked: (id: string) => Menu.items().find((item) => item.id === id)?.checked,
  closeWindow: (index: number) => BrowserWindow.getAllWindows()[index]?.close(),
  shutdown: () => void powerMonitor.emit('shutdown'),
  quit: () => app.quit(),
}

export type Controls = typeof controls
type Call = { id: number; name: keyof Controls; args: unknown[] }

/** Tells the test where the browser is, and does what it asks. */
export function answerTests(endpoint: string): void {
  tell({ endpoint })
  process.on('message', ({ id, name, args }: Call) => {
    try {
      const value = (controls[name] as (...args: unknown[]) => unknown)(...args)
      tell({ id, value })
    } catch (error) {
      tell({ id, error: String(error) })
    }
  })
  process.on('disconnect', () => app.exit(1))
}
