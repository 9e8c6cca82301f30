import { doorPaths, protocolVersion } from '#shared/clipper/protocol.ts'
import type { ClipResult } from '#shared/domain/capture.ts'
import {
  type ClipPageResult,
  type DoorClip,
  type DoorNames,
  type DoorState,
  doorClipSchema,
  doorStateSchema,
  type Hello,
  helloSchema,
  noBodySchema,
  type Paired,
  pairSchema,
} from '#shared/domain/clipper.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Devices } from './devices.ts'
import type { Pairing } from './pairing.ts'

/** What the notebook does for whoever was let in. */
export interface ClipperDesk {
  state(page: { url: string; canonicalUrl?: string | undefined } | undefined): DoorState
  names(): DoorNames
  /** Stores a clip once, however often it is sent with one key. */
  clip(clip: DoorClip, signal: AbortSignal): Promise<ClipPageResult | ClipResult>
}

interface Asking {
  origin: string
  /** The device that asks, by its token; null where it has shown none. */
  device: string | null
  /** Aborts when whoever asked is gone. */
  signal: AbortSignal
}

export interface Route {
  needsDevice: boolean
  /** Whether its body may be as large as a clip. */
  isLarge: boolean
  /** @throws AppError, ZodError for a body that is none of this route */
  answer(body: unknown, asking: Asking): unknown
}

interface Options {
  devices: Devices
  pairing: Pairing
  desk: ClipperDesk
}

/** Everything that can be asked at the door, by its path. */
export function createRoutes({ devices, pairing, desk }: Options): ReadonlyMap<string, Route> {
  const open = { needsDevice: false, isLarge: false }
  const paired = { needsDevice: true, isLarge: false }
  return new Map<string, Route>([
    [
      doorPaths.hello,
      {
        ...open,
        answer(body): Hello {
          const { nonce, device } = helloSchema.parse(body)
          const proof = device === undefined ? null : devices.prove(device, nonce)
          return { version: protocolVersion, proof }
        },
      },
    ],
    [
      doorPaths.pair,
      {
        ...open,
        answer(body, { origin }): Paired {
          const { code, name } = pairSchema.parse(body)
          const outcome = pairing.attempt(code)
          if (outcome === 'no-code') throw new AppError('code-none', 'There is no code to be entered now.')
          if (outcome === 'wrong') throw new AppError('code-wrong', 'This is not the code.')
          const { id, token } = devices.add(name, origin)
          return { device: id, token }
        },
      },
    ],
    [doorPaths.state, { ...paired, answer: (body) => desk.state(doorStateSchema.parse(body).page) }],
    [
      doorPaths.names,
      {
        ...paired,
        answer(body) {
          noBodySchema.parse(body)
          return desk.names()
        },
      },
    ],
    [
      doorPaths.clip,
      {
        needsDevice: true,
        isLarge: true,
        answer: (body, { signal }) => desk.clip(doorClipSchema.parse(body), signal),
      },
    ],
    [
      doorPaths.unpair,
      {
        ...paired,
        answer(body, { device }) {
          noBodySchema.parse(body)
          if (device !== null) devices.remove(device)
          return {}
        },
      },
    ],
  ])
}
