import { join } from 'node:path'
import { app, BrowserWindow, screen, type WebContents } from 'electron'
import { channels, type DesktopCommand } from '#shared/desktop/bridge.ts'
import { pageUrl, placeOf } from './app-url.ts'
import { accentCommand, backgroundColour } from './appearance.ts'
import type { BackendOptions, Backends } from './backends.ts'
import { iconPath } from './program-files.ts'
import type { StateFile } from './state-file.ts'
import { besides, placeWindow, type SavedWindow, smallest } from './window-place.ts'

export interface Windows {
  /** Opens a window on a notebook, as it was saved or beside the one in front. */
  open(notebook: string, options?: BackendOptions, saved?: SavedWindow): BrowserWindow
  /** Brings the window of a notebook to the front; false where there is none. */
  show(notebook: string): boolean
  /** Brings a window to the front, also one that is minimised. */
  raise(window: BrowserWindow): void
  notebookOf(contents: WebContents): string | undefined
  /** The window in front, or the one that was last. */
  current(): BrowserWindow | undefined
  /** Tells a window's page, at the latest when it is there. */
  command(window: BrowserWindow, command: DesktopCommand): void
  /** Lets go of the windows of a notebook that is not open, so that it can be opened anew beside them. @returns those windows */
  release(notebook: string): BrowserWindow[]
  /** Notes every window that is open, for the next start; windows that close from now on are on their way out. */
  noteForNextStart(): void
}

interface Options {
  state: StateFile
  backends: Backends
  /** Called when a window shows its page. */
  onShown: () => void
  /** Called when a page cannot be shown, with the reason: its window would never be seen. */
  onUnshown: (reason: string) => void
}

const preload = join(import.meta.dirname, '..', 'preload', 'preload.cjs')
const saveDelayMs = 400
/** A page that dies again within this time of its last death is not loaded a third time. */
const crashWindowMs = 30_000

/** The windows: several on one notebook if wanted, each put back where it was. */
export function createWindows({ state, backends, onShown, onUnshown }: Options): Windows {
  const notebooks = new Map<BrowserWindow, string>()
  /** Pages that have been there: before that, nobody would hear what they are sent. */
  const loaded = new WeakSet<WebContents>()
  let timer: NodeJS.Timeout | undefined
  let isEnding = false

  const save = () => {
    clearTimeout(timer)
    // Where the last window was closed, it stays noted: it is what the next start opens.
    if (isEnding || notebooks.size === 0) return
    state.set({ windows: [...notebooks].map(([window, notebook]) => snapshotOf(window, notebook)) })
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, saveDelayMs)
  }

  function closed(window: BrowserWindow): void {
    const notebook = notebooks.get(window)
    notebooks.delete(window)
    saveSoon()
    if (notebook !== undefined && ![...notebooks.values()].includes(notebook)) void backends.close(notebook)
  }

  const windows: Windows = {
    open(notebook, options = {}, saved) {
      const window = createWindow(windows.current(), saved)
      notebooks.set(window, notebook)
      backends.start(notebook, options)
      for (const event of ['move', 'resize', 'enter-full-screen', 'leave-full-screen'] as const) {
        window.on(event as 'move', saveSoon)
      }
      window.webContents.on('did-navigate-in-page', saveSoon)
      window.webContents.on('did-finish-load', () => {
        if (window.isDestroyed()) return
        loaded.add(window.webContents)
        windows.command(window, accentCommand())
      })
      window.on('close', () => {
        if (notebooks.size === 1) save()
      })
      window.once('closed', () => closed(window))
      window.once('ready-to-show', () => {
        if (saved?.isMaximized) window.maximize()
        window.setFullScreen(saved?.isFullScreen ?? false)
        window.show()
        onShown()
        saveSoon()
      })
      reloadWhenGone(window)
      window.loadURL(pageUrl(saved?.place)).catch((error: unknown) => {
        if (!isGivenUp(window, error)) onUnshown(String(error))
      })
      return window
    },
    show(notebook) {
      const window = [...notebooks].find(([, of]) => of === notebook)?.[0]
      if (window !== undefined) windows.raise(window)
      return window !== undefined
    },
    raise(window) {
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    notebookOf(contents) {
      const window = BrowserWindow.fromWebContents(contents)
      return window === null ? undefined : notebooks.get(window)
    },
    current: () => BrowserWindow.getFocusedWindow() ?? [...notebooks.keys()].at(-1),
    command(window, command) {
      if (window.isDestroyed()) return
      const { webContents } = window
      // A page may finish loading while its window is closed.
      const send = () => {
        if (!webContents.isDestroyed()) webContents.send(channels.command, command)
      }
      if (loaded.has(webContents) && !webContents.isLoadingMainFrame()) send()
      else webContents.once('did-finish-load', send)
    },
    release(notebook) {
      const released = [...notebooks].filter(([, of]) => of === notebook).map(([window]) => window)
      for (const window of released) notebooks.delete(window)
      return released
    },
    noteForNextStart() {
      save()
      isEnding = true
    },
  }
  return windows
}

function createWindow(beside: BrowserWindow | undefined, saved: SavedWindow | undefined): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const wanted = saved?.bounds ?? (beside === undefined ? null : besides(beside.getNormalBounds()))
  return new BrowserWindow({
    ...placeWindow(
      wanted,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Aide-Mémoire',
    // Elsewhere the program has it.
    ...(process.platform === 'linux' ? { icon: iconPath } : {}),
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
}

/** A load that another one replaces, or the end of its window, is given up: nobody waits for it any more. */
function isGivenUp(window: BrowserWindow, error: unknown): boolean {
  return window.isDestroyed() || (error as { code?: unknown }).code === 'ERR_ABORTED'
}

function snapshotOf(window: BrowserWindow, notebook: string): SavedWindow {
  return {
    notebook,
    place: placeOf(window.webContents.getURL()),
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    isFullScreen: window.isFullScreen(),
  }
}

/** A page whose process died is loaded again at the same place, once; one that keeps dying is left as it is. */
function reloadWhenGone(window: BrowserWindow): void {
  let diedAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || performance.now() - diedAt < crashWindowMs) return
    diedAt = performance.now()
    // Chromium is still taking the dead process apart: a load from within that ends the whole app.
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    })
  })
}
