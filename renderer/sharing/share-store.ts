import { useEffect } from 'react'
import type { SharePart, ShareReport, Withholdable } from '#shared/domain/sharing.ts'
import { client } from '../rpc/client.ts'
import { createLongTask } from '../rpc/long-task.ts'

export const partKinds = ['topic', 'article', 'actor', 'round', 'dossier', 'whole'] as const
export type PartKind = (typeof partKinds)[number]

/** What to share, as the screen has it that asks. */
export interface ShareSubject {
  by: PartKind
  ids: readonly string[]
}

const noSubject: ShareSubject = { by: 'topic', ids: [] }

/** What the dialog was opened with; null while it is closed. */
let opened: ShareSubject | null = null
let shown: ShareSubject = noSubject
const listeners = new Set<() => void>()

function set(next: ShareSubject | null): void {
  opened = next
  for (const listener of listeners) listener()
}

export const shareDialog = {
  get: () => opened,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  open: (subject: ShareSubject = shown) => set(subject),
  close: () => set(null),
}

/** Says what the screen shows, for whoever asks to share it by key or from the palette. */
export function useShareSubject(by: PartKind, ids: readonly string[]): void {
  const list = ids.join(' ')
  useEffect(() => {
    if (list === '') return
    const own: ShareSubject = { by, ids: list.split(' ') }
    shown = own
    return () => {
      if (shown === own) shown = noSubject
    }
  }, [by, list])
}

export interface ShareOrder {
  part: SharePart
  without: Withholdable[]
  name: string | undefined
}

let next: ShareOrder | null = null

/** The part that is being written, whether the dialog is open or not. */
export const sharing = createLongTask((taskId): Promise<ShareReport> => {
  if (next === null) throw new Error('Nothing was ordered.')
  return client.exchange.share.mutate({ ...next, taskId })
})

/** Resolves with what was written; undefined where it was cancelled, or another part is being written. @throws what the call throws */
export function startSharing(order: ShareOrder): Promise<ShareReport | undefined> {
  if (sharing.get().running) return Promise.resolve(undefined)
  next = order
  return sharing.start()
}
