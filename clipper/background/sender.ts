import { api } from '../extension-api.ts'
import type { ClipOutcome } from '../protocol.ts'
import { showQueue } from './badge.ts'
import { type Door, DoorError, openDoors, sendClip } from './door.ts'
import { forgetApp, readMemory } from './pairing.ts'
import { fromQueue, putBack, queueKeys, queueLength, removeFromQueue, type Waiting } from './queue.ts'

export const retryAlarm = 'send'
const retryMinutes = 1

/** The app will not take it later either: it must be looked at by somebody. */
const refusals = new Set([400, 413, 422])

/**
 * Sends what waits, one after another, each to the notebook it is for. What is not stored stays. As long as something
 * waits, it is tried again every minute.
 *
 * @returns what became of each clip that was sent
 */
export function flush(): Promise<Map<string, ClipOutcome>> {
  // Two contexts, or two clips at once, must not send one clip twice.
  return navigator.locks.request('send', async () => {
    const outcomes = new Map<string, ClipOutcome>()
    try {
      await sendAll(outcomes)
    } finally {
      await keepTrying()
    }
    return outcomes
  })
}

async function sendAll(outcomes: Map<string, ClipOutcome>): Promise<void> {
  const keys = await queueKeys()
  const { device } = await readMemory()
  if (keys.length === 0 || device === null) return
  const doors = await openDoors(device).catch((error: unknown) => {
    if (error instanceof DoorError && error.code === 'not-paired') return forgetApp().then(() => [])
    throw error
  })
  for (const key of keys) {
    const waiting = await fromQueue(key)
    if (waiting === undefined || waiting.refused !== null) continue
    const door = doorFor(waiting, doors)
    if (door === undefined) continue
    const outcome = await send(waiting, door.port, device)
    outcomes.set(key, outcome)
    if (outcome.kind === 'waiting') return
  }
}

function doorFor({ notebookId }: Waiting, doors: readonly Door[]): Door | undefined {
  return notebookId === null ? doors[0] : doors.find(({ state }) => state.notebook.id === notebookId)
}

async function send(
  waiting: Waiting,
  port: number,
  device: { id: string; token: string },
): Promise<ClipOutcome> {
  try {
    const answer = await sendClip(port, device, { key: waiting.id, clip: waiting.clip })
    await removeFromQueue(waiting.id)
    return storedOutcome(answer)
  } catch (error) {
    if (!(error instanceof DoorError)) return { kind: 'waiting' }
    if (error.code === 'not-paired') await forgetApp()
    if (!refusals.has(error.status)) return { kind: 'waiting' }
    const { code, message } = error
    await putBack({ ...waiting, refused: { code, message } })
    return { kind: 'refused', code, message }
  }
}

function storedOutcome(answer: Record<string, unknown>): ClipOutcome {
  const { outcome, title, quote, quotes } = answer as {
    outcome: string
    title: string
    quote?: { outcome: 'placed' | 'similar' | 'noted' } | null
    quotes: { lost: number } | null
  }
  return { kind: 'stored', outcome, title, quote: quote?.outcome ?? null, lost: quotes?.lost ?? 0 }
}

async function keepTrying(): Promise<void> {
  const length = await queueLength()
  await showQueue(length)
  if (length > 0) await api.alarms.create(retryAlarm, { periodInMinutes: retryMinutes })
  else await api.alarms.clear(retryAlarm)
}
