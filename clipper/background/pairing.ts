import type { DoorNames } from '#shared/domain/clipper.ts'
import { api } from '../extension-api.ts'

/** This browser as the app knows it. */
export interface Device {
  id: string
  token: string
}

/** What the extension remembers between starts, besides the clips that wait. */
export interface Memory {
  device: Device | null
  /** The notebook that was chosen or answered last. */
  notebook: { id: string; name: string } | null
  /** For choosing speaker and topic while the app is not running. */
  names: DoorNames
  /** Ids of what was chosen last, the latest first. */
  recent: string[]
  /** The door that answered last is tried first. */
  port: number | null
}

const empty: Memory = {
  device: null,
  notebook: null,
  names: { topics: [], actors: [] },
  recent: [],
  port: null,
}

export async function readMemory(): Promise<Memory> {
  const stored = await api.storage.local.get(Object.keys(empty))
  return { ...empty, ...stored }
}

export async function remember(change: Partial<Memory>): Promise<void> {
  await api.storage.local.set(change)
}

/** Forgets the app, and with it the names of its notebook; clips that wait stay. */
export async function forgetApp(): Promise<void> {
  await api.storage.local.remove(Object.keys(empty))
}
