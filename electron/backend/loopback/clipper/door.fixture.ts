import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { doorPaths } from '#shared/clipper/protocol.ts'
import type { DoorClip, Paired } from '#shared/domain/clipper.ts'
import { type Answer, send } from '../host.fixture.ts'
import { type Devices, openDevices } from './devices.ts'
import { type DoorLimits, openClipperDoor } from './door.ts'
import { createPairing, type Pairing } from './pairing.ts'

/** The origin that the built extension has in Chromium. */
export const extensionOrigin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'

export interface RunningDoor {
  origin: string
  port: number
  devices: Devices
  pairing: Pairing
  /** What was clipped, in order. */
  clips: DoorClip[]
  errors: unknown[]
}

/** An open door before a desk that writes down what it is given; closed when the test ends. */
export async function openTestDoor(limits: Partial<DoorLimits> = {}): Promise<RunningDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-door-'))
  const devices = openDevices(folder)
  devices.setEnabled(true)
  const pairing = createPairing()
  const clips: DoorClip[] = []
  const errors: unknown[] = []
  const door = await openClipperDoor({
    ports: [0],
    devices,
    pairing,
    desk: {
      state: () => ({ notebook: { id: 'n', name: 'Notebook', isReadOnly: false }, page: null }),
      names: () => ({ topics: [], actors: [] }),
      clip: async (clip) => {
        clips.push(clip)
        if (clip.clip.url === 'https://broken.example/') throw new Error('on purpose')
        return { outcome: 'created' } as never
      },
    },
    onError: (error) => errors.push(error),
    limits,
  })
  onTestFinished(async () => {
    await door.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { origin: `http://127.0.0.1:${door.port}`, port: door.port, devices, pairing, clips, errors }
}

/** Asks as the extension does; `headers` replace its own, and one that is undefined is left out. */
export function ask(
  { origin }: RunningDoor,
  path: string,
  value: unknown,
  headers: Record<string, string | undefined> = {},
  method = 'POST',
): Promise<Answer> {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  const own: Record<string, string | undefined> = {
    Origin: extensionOrigin,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Aide-Memoire-Clipper': '1',
    ...headers,
  }
  const sent = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== undefined))
  return send(origin, path, { method, headers: sent as Record<string, string> }, body)
}

/** Pairs as the user does, and answers the header that opens the door from then on. */
export async function pair(door: RunningDoor): Promise<{ device: string; Authorization: string }> {
  door.pairing.begin()
  const code = door.pairing.current()?.code ?? ''
  const { body } = await ask(door, doorPaths.pair, { code, name: 'A browser' })
  const { device, token } = JSON.parse(body) as Paired
  return { device, Authorization: `Bearer ${token}` }
}

export const linkClip = (url = 'https://news.example/a') => ({
  key: 'a-key-of-sixteen-or-more',
  clip: { kind: 'link', url },
})
