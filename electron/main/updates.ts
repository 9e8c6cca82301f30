import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { describeError } from './problem-report.ts'
import type { StateFile } from './state-file.ts'
import { isSignatureChecked, readUpdateFeed } from './update-feed.ts'

/** Newer versions: the only thing the shell itself asks anybody for, and only once the user has turned it on. */
export interface Updates {
  isOn(): boolean
  /** From the next start: until then Chromium can reach nobody. */
  turn(on: boolean): void
  /** The hosts that Chromium must be able to reach in this run. */
  readonly hosts: readonly string[]
  /**
   * Asks once for a newer version and fetches it; it is installed when the app ends, so that the next start is the newer one.
   * What goes wrong is told to `onProblem`, and to nobody else: the app works as it did.
   */
  check(onProblem: (what: string) => void): Promise<void>
}

/** @returns undefined for an app that was packaged without a feed, or whose updates nobody would check the signature of */
export function createUpdates(state: StateFile): Updates | undefined {
  const path = join(process.resourcesPath ?? '', 'app-update.yml')
  if (!app.isPackaged || !existsSync(path)) return undefined
  const feed = readUpdateFeed(readFileSync(path, 'utf8'))
  if (feed === null || !isSignatureChecked(process.platform, feed)) return undefined
  const isOn = () => state.get().updates
  const hosts = isOn() ? feed.hosts : []
  return {
    isOn,
    turn: (on) => state.set({ updates: on }),
    hosts,
    async check(onProblem) {
      if (hosts.length === 0) return
      try {
        // Nothing of it is even loaded before the user wants it.
        const { autoUpdater } = (await import('electron-updater')).default
        autoUpdater.logger = null
        autoUpdater.allowDowngrade = false
        autoUpdater.autoInstallOnAppQuit = true
        await autoUpdater.checkForUpdates()
      } catch (error) {
        onProblem(`update: ${describeError(error)}`)
      }
    },
  }
}
