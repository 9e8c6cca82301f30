import { clipperHeader, clipperPorts, doorPaths, protocolVersion } from '#shared/clipper/protocol.ts'
import type { DoorNames, DoorRefusal, DoorState, Hello, Paired } from '#shared/domain/clipper.ts'
import type { Device } from './pairing.ts'

/** A door behind which somebody proved to know this device. */
export interface Door {
  port: number
  state: DoorState
}

/** The app's answer where it is not what was asked for; `status` 0 where there was none. */
export class DoorError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, { code, message }: DoorRefusal) {
    super(message)
    this.status = status
    this.code = code
  }
}

const shortMs = 3_000
/** The app may have to extract a large page, or to fetch one. */
const clipMs = 120_000

/** Every door of this machine's range that answers as ours, the lowest port first. */
async function knock(device: Device | null): Promise<number[]> {
  const answers = await Promise.all(clipperPorts.map((port) => greet(port, device)))
  return clipperPorts.filter((_, index) => answers[index])
}

async function greet(port: number, device: Device | null): Promise<boolean> {
  const nonce = randomText()
  try {
    const hello = await ask<Hello>(port, doorPaths.hello, device ? { nonce, device: device.id } : { nonce })
    if (hello.version !== protocolVersion) return false
    return device === null || hello.proof === (await proofOf(device.token, nonce))
  } catch {
    return false
  }
}

/**
 * The notebooks that are open now, each with whether the page is in it. Nothing of the page is told to a program that has
 * not proved that it is the app.
 *
 * @throws DoorError `not-paired` where the app runs and does not know this device any more
 */
export async function openDoors(
  device: Device,
  page?: { url: string; canonicalUrl?: string },
): Promise<Door[]> {
  const ports = await knock(device)
  if (ports.length === 0) {
    if ((await knock(null)).length > 0) throw new DoorError(401, { code: 'not-paired', message: '' })
    return []
  }
  const body = page === undefined ? {} : { page }
  const doors = await Promise.all(
    ports.map(async (port) => {
      try {
        return [{ port, state: await ask<DoorState>(port, doorPaths.state, body, device) }]
      } catch {
        return []
      }
    }),
  )
  return doors.flat()
}

/** Tries the code at every open door, since one cannot see which of them shows it. @throws DoorError why none took it */
export async function pairWith(code: string, name: string): Promise<Device> {
  const ports = await knock(null)
  let reason = new DoorError(0, { code: 'not-running', message: '' })
  for (const port of ports) {
    try {
      const { device, token } = await ask<Paired>(port, doorPaths.pair, { code, name })
      return { id: device, token }
    } catch (error) {
      // A wrong code says more than that there is none to be entered.
      if (error instanceof DoorError && reason.code !== 'code-wrong') reason = error
    }
  }
  throw reason
}

export function readNames(port: number, device: Device): Promise<DoorNames> {
  return ask<DoorNames>(port, doorPaths.names, {}, device)
}

export function sendClip(port: number, device: Device, body: object): Promise<Record<string, unknown>> {
  return ask(port, doorPaths.clip, body, device, clipMs)
}

export async function unpair(port: number, device: Device): Promise<void> {
  await ask(port, doorPaths.unpair, {}, device)
}

async function ask<Answer>(
  port: number,
  path: string,
  body: object,
  device?: Device,
  timeoutMs = shortMs,
): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      [clipperHeader]: String(protocolVersion),
      ...(device === undefined ? {} : { Authorization: `Bearer ${device.token}` }),
    },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new DoorError(response.status, answer as DoorRefusal)
  return answer as Answer
}

function randomText(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)))
}

/** What the app must answer: only who has the hash of the token can. */
async function proofOf(token: string, nonce: string): Promise<string> {
  const encoder = new TextEncoder()
  const secret = await crypto.subtle.digest('SHA-256', encoder.encode(token))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(nonce))))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
