import type { DoorNames } from '#shared/domain/clipper.ts'
import { type Door, DoorError, openDoors, readNames } from '../background/door.ts'
import { type Device, forgetApp, type Memory, readMemory, remember } from '../background/pairing.ts'
import { type Listed, listQueue } from '../background/queue.ts'
import { glanceAt } from '../background/take.ts'
import { api } from '../extension-api.ts'
import type { Glance } from '../protocol.ts'

/** All that the popup shows, as it was when it looked. */
export interface Situation {
  tabId: number
  title: string
  url: string
  /** Null where the page cannot be looked into. */
  glance: Glance | null
  device: Device | null
  /** Whether the app knew this device before, and does not now. */
  isRevoked: boolean
  doors: Door[]
  /** The notebook that clips are for; the last one where none is open. */
  notebook: { id: string; name: string } | null
  names: DoorNames
  recent: string[]
  queue: Listed[]
}

/** Looks at the tab, the app and the queue. */
export async function lookAround(): Promise<Situation> {
  const [memory, tab, queue] = await Promise.all([readMemory(), currentTab(), listQueue()])
  const glance = tab.id === -1 ? null : await glanceAt(tab.id)
  const url = glance?.url ?? tab.url
  const { doors, isRevoked } = await doorsFor(memory, {
    url,
    canonicalUrl: glance?.canonicalUrl ?? undefined,
  })
  const door = chooseDoor(doors, memory.notebook?.id)
  const notebook = door === undefined ? memory.notebook : notebookOf(door)
  const device = isRevoked ? null : memory.device
  return {
    tabId: tab.id,
    title: glance?.title || tab.title || url,
    url,
    glance,
    device,
    isRevoked,
    doors,
    notebook,
    names: device === null ? memory.names : await namesFor(door, device, memory),
    recent: memory.recent,
    queue,
  }
}

export function chooseDoor(doors: readonly Door[], notebookId: string | undefined): Door | undefined {
  return doors.find(({ state }) => state.notebook.id === notebookId) ?? doors[0]
}

export function notebookOf({ state: { notebook } }: Door): { id: string; name: string } {
  return { id: notebook.id, name: notebook.name }
}

async function doorsFor(
  { device }: Memory,
  page: { url: string; canonicalUrl: string | undefined },
): Promise<{ doors: Door[]; isRevoked: boolean }> {
  if (device === null) return { doors: [], isRevoked: false }
  try {
    const { url, canonicalUrl } = page
    const asked = canonicalUrl === undefined ? { url } : { url, canonicalUrl }
    return { doors: await openDoors(device, /^https?:/.test(url) ? asked : undefined), isRevoked: false }
  } catch (error) {
    if (!(error instanceof DoorError && error.code === 'not-paired')) throw error
    await forgetApp()
    return { doors: [], isRevoked: true }
  }
}

/** The notebook's own names, or those it had when it was last open. */
async function namesFor(door: Door | undefined, device: Device, memory: Memory): Promise<DoorNames> {
  if (door === undefined) return memory.names
  try {
    const names = await readNames(door.port, device)
    await remember({ names, notebook: notebookOf(door) })
    return names
  } catch {
    return memory.names
  }
}

/** The tab the popup was opened on; one that a window of its own names in its address, `?tab=7`. */
async function currentTab(): Promise<{ id: number; url: string; title: string }> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN)
  const [active] = await api.tabs.query({ active: true, currentWindow: true })
  const tab = Number.isNaN(named) ? active : await api.tabs.get(named)
  return { id: tab?.id ?? -1, url: tab?.url ?? '', title: tab?.title ?? '' }
}
