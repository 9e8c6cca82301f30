import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../scripts/lib/choose-host.mjs'
import { copySampleNotebook } from './sample-notebook.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where the pages of the real app are. */
export const appOrigin = 'app://aide-memoire'

export interface RealElectronOptions {
  notebook?: string | undefined
  sample?: boolean
}

/** The built desktop app in Electron itself. */
export interface RealElectron {
  app: ElectronApplication
  page(): Promise<Page>
  /** Opens one more window, as the menu does. */
  openWindow(): Promise<Page>
  /** Ends it, and removes everything it wrote. */
  stop(): Promise<void>
}

/** Starts the built desktop app in the Electron that is installed. @throws where none is */
export async function launchRealElectron({
  notebook,
  sample = false,
}: RealElectronOptions): Promise<RealElectron> {
  const executablePath = findElectron({ root, env: process.env, platform: process.platform })
  if (executablePath === undefined) throw new Error('Electron is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-electron-'))
  const path = notebook ?? join(folder, 'Test.memoire')
  if (sample && !existsSync(path)) await copySampleNotebook(path)
  const app = await _electron.launch({
    executablePath,
    args: [
      root,
      // Root is refused Chromium's sandbox on Linux; everybody else keeps it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-GB',
      `--user-data-dir=${join(folder, 'user')}`,
      '--notebook',
      path,
    ],
    env: { ...process.env, AIDE_MEMOIRE_CONFIG: join(folder, 'config') } as Record<string, string>,
  })
  return {
    app,
    page: () => app.firstWindow(),
    async openWindow() {
      const opened = app.waitForEvent('window')
      await app.evaluate(({ Menu }, label) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
        items.find((item) => item.label === label)?.click()
      }, 'New Window')
      return opened
    },
    async stop() {
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
