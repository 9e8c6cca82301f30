import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClipperState } from '#shared/domain/clipper.ts'
import { AppError } from '#shared/util/app-error.ts'
import { openBrowser } from '../open-browser.ts'
import type { Devices } from './devices.ts'
import { type ClipperDoor, type DoorLimits, openClipperDoor } from './door.ts'
import { createPairing } from './pairing.ts'
import type { ClipperDesk } from './routes.ts'

/** The browser clipper as the app's settings see it, for the notebook of this process. */
export interface Clipper {
  /** Opens or closes the door, should another window have turned the clipper on or off. */
  state(): Promise<ClipperState>
  setEnabled(enabled: boolean): Promise<ClipperState>
  /** Shows a new code. @throws AppError `clipper-closed` where no browser could come with it */
  beginPairing(): Promise<ClipperState>
  cancelPairing(): void
  revoke(deviceId: string): void
  /** Opens the extension's folder in the file manager; false where there is none to be seen. */
  reveal(browser: 'chromium' | 'firefox'): boolean
  close(): Promise<void>
}

export interface ClipperOptions {
  devices: Devices
  desk: ClipperDesk
  ports: readonly number[]
  /** The built extension, with a folder for each kind of browser. */
  packageFolder: string
  onError: (error: unknown) => void
  limits?: Partial<DoorLimits>
}

/** Opens the door if the user has turned the clipper on; until then nothing listens. */
export async function createClipper(options: ClipperOptions): Promise<Clipper> {
  const { devices, packageFolder, onError } = options
  const pairing = createPairing()
  let door: ClipperDoor | null = null
  let isBlocked = false
  let isOver = false
  let turn: Promise<void> = Promise.resolve()

  async function follow(): Promise<void> {
    const wanted = devices.isEnabled() && !isOver
    if (!wanted) {
      pairing.cancel()
      await door?.close()
      door = null
      isBlocked = false
      return
    }
    if (door !== null) return
    try {
      door = await openClipperDoor({ ...options, pairing })
      isBlocked = false
    } catch (error) {
      isBlocked = true
      if (!(error instanceof AppError)) onError(error)
    }
  }

  /** One after another: two windows may ask at once. */
  function followInTurn(): Promise<void> {
    turn = turn.then(follow, follow)
    return turn
  }

  function snapshot(): ClipperState {
    const current = pairing.current()
    return {
      door: door !== null ? 'open' : isBlocked ? 'blocked' : 'closed',
      port: door?.port ?? null,
      pairing: current && { code: current.code, expiresAt: new Date(current.expiresAt).toISOString() },
      devices: devices.list(),
      folders: { chromium: folderOf('chromium'), firefox: folderOf('firefox') },
    }
  }

  function folderOf(browser: 'chromium' | 'firefox'): string | null {
    const folder = join(packageFolder, browser)
    return existsSync(join(folder, 'manifest.json')) ? folder : null
  }

  async function state(): Promise<ClipperState> {
    await followInTurn()
    return snapshot()
  }

  await followInTurn()
  return {
    state,
    setEnabled(enabled) {
      devices.setEnabled(enabled)
      return state()
    },
    async beginPairing() {
      await followInTurn()
      if (door === null)
        throw new AppError('clipper-closed', 'The clipper is turned off, or cannot be reached.')
      pairing.begin()
      return snapshot()
    },
    cancelPairing: () => pairing.cancel(),
    revoke: (deviceId) => devices.remove(deviceId),
    reveal(browser) {
      const folder = folderOf(browser)
      return folder !== null && openBrowser(folder)
    },
    close() {
      isOver = true
      return followInTurn()
    },
  }
}
