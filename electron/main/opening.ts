import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import type { LaunchRequest } from './arguments.ts'
import type { BackendOptions } from './backends.ts'
import { readDeepLink } from './deep-link.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'
import type { Windows } from './windows.ts'

/** The ways to a notebook: by its path, by a dialog, by a link, or as it was last time. */
export interface Opening {
  /** Shows the notebook's window, or opens one. */
  openNotebook(path: string, options?: BackendOptions): void
  /** One more window on the notebook in front. */
  openWindow(): void
  askForNotebook(): Promise<boolean>
  askForNewNotebook(): Promise<boolean>
  /** Does what a link asks for, in the window in front or one of the last; a link that is none of ours does nothing. */
  openLink(link: string): void
  /** Clips what is on the clipboard into the notebook in front, or one of the last. */
  clipClipboard(): Promise<void>
  /** Opens what was open last, or the notebook in the user's documents. */
  openLast(): void
  /** Brings the window in front to the user, or opens one of the last. */
  show(): void
  forgetRecent(): void
  /** Ends the app, when there is nothing to show. */
  leave(): void
}

interface Options {
  state: StateFile
  texts: Texts
  windows: Windows
}

const extension = '.memoire'
const recentKept = 10

export function setUpOpening({ state, texts, windows }: Options): Opening {
  const filters = () => [{ name: texts.t('notebook'), extensions: [extension.slice(1)] }]

  function remember(path: string): void {
    state.set({ recent: [path, ...state.get().recent.filter((one) => one !== path)].slice(0, recentKept) })
    app.addRecentDocument(path)
  }

  function openNotebook(given: string, options: BackendOptions = {}): void {
    const path = realPath(given)
    if (windows.show(path)) return
    windows.open(path, options)
    remember(path)
  }

  function openLast(): void {
    const saved = state.get().windows.filter(({ notebook }) => existsSync(notebook))
    for (const window of saved) windows.open(window.notebook, {}, window)
    if (saved.length === 0) openNotebook(usualNotebook(), { create: true })
  }

  function inFront(): BrowserWindow | undefined {
    if (windows.current() === undefined) openLast()
    return windows.current()
  }

  return {
    openNotebook,
    openWindow() {
      const current = windows.current()
      const notebook = current === undefined ? undefined : windows.notebookOf(current.webContents)
      if (notebook !== undefined) windows.open(notebook)
    },
    async askForNotebook() {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters: filters() })
      const [path] = filePaths
      if (path !== undefined) openNotebook(path)
      return path !== undefined
    },
    async askForNewNotebook() {
      const defaultPath = join(app.getPath('documents'), `${texts.t('newNotebookName')}${extension}`)
      const { filePath } = await dialog.showSaveDialog({ defaultPath, filters: filters() })
      if (!filePath) return false
      openNotebook(filePath.toLowerCase().endsWith(extension) ? filePath : filePath + extension, {
        create: true,
      })
      return true
    },
    openLink(link) {
      const command = readDeepLink(link)
      if (command === null) return
      const window = inFront()
      if (window === undefined) return
      windows.command(window, command)
      windows.raise(window)
    },
    async clipClipboard() {
      const content = await readClipboard()
      const window = inFront()
      if (window === undefined) return
      windows.command(window, { kind: 'clipboard', ...content })
      // Whoever clips from another program goes on reading there.
      window.flashFrame(!window.isFocused())
    },
    openLast,
    show() {
      const window = inFront()
      if (window !== undefined) windows.raise(window)
    },
    forgetRecent() {
      state.set({ recent: [] })
      app.clearRecentDocuments()
    },
    leave: () => app.quit(),
  }
}

/** Opens what a start asks for. */
export function openRequested(request: LaunchRequest, opening: Opening): void {
  const { notebook, create, sample, clipboard, link } = request
  if (notebook !== null) opening.openNotebook(notebook, { create, sample })
  else if (sample) opening.openNotebook(usualNotebook('Sample'), { create: true, sample })
  else opening.openLast()
  if (link !== null) opening.openLink(link)
  if (clipboard) void opening.clipClipboard()
}

async function readClipboard(): Promise<{ text: string; html: string }> {
  const items = await clipboard.read()
  const rich = items.find(({ types }) => types.includes('text/html'))
  const html = (await rich?.getType('text/html'))?.text() ?? ''
  return { text: await clipboard.readText(), html: await html }
}

/** Among the user's documents, where the browser host keeps it too. */
function usualNotebook(name = 'Notebook'): string {
  const folder = join(app.getPath('documents'), 'Aide-Mémoire')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}${extension}`)
}

/** One file is one notebook, by whatever name it is opened. */
function realPath(given: string): string {
  try {
    return realpathSync(given)
  } catch {
    return resolve(given)
  }
}
