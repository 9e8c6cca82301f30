import type { ClipResult } from '#shared/domain/capture.ts'
import type { ErrorData } from '#shared/util/app-error.ts'
import { errorDataOf } from '../../rpc/error-data.ts'
import { type ClipSource, clipSource, nameOfSource, type OnDuplicate } from './clip-source.ts'
import type { FolderFile } from './folder-files.ts'

export interface ClipFailure {
  source: ClipSource
  name: string
  error: ErrorData
}

export interface ClipDuplicate {
  source: ClipSource
  result: ClipResult
}

/** What a batch has come to so far; `running` while there is more to clip. */
export interface ClipBatch {
  running: boolean
  done: number
  total: number
  /** Being clipped now. */
  current: string | null
  /** When it began, in `performance.now()`. */
  begun: number
  /** Whether it began as the import of a folder. */
  isImport: boolean
  /** Files of imported folders that are in the notebook already: passed over, and asked about no further. */
  passedOver: number
  clipped: ClipResult[]
  duplicates: ClipDuplicate[]
  failures: ClipFailure[]
}

const idle: ClipBatch = {
  running: false,
  done: 0,
  total: 0,
  current: null,
  begun: 0,
  isImport: false,
  passedOver: 0,
  clipped: [],
  duplicates: [],
  failures: [],
}

let batch = idle
let waiting: Array<{ source: ClipSource; onDuplicate: OnDuplicate }> = []
let controller = new AbortController()
const listeners = new Set<() => void>()

/** The one line of things to clip, whichever way they came; a store for `useSyncExternalStore`. */
export const clipQueue = {
  get: (): ClipBatch => batch,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Clips the files of a folder as one import: one step to undo, in which what is there already is passed over. */
  import(files: readonly FolderFile[]): void {
    const importId = crypto.randomUUID()
    clipQueue.add(files.map(({ path, file }) => ({ kind: 'imported', path, file, importId })))
  },
  /** Clips one after another. What comes while a batch runs joins it. */
  add(sources: readonly ClipSource[], onDuplicate: OnDuplicate = 'ask'): void {
    if (sources.length === 0) return
    for (const source of sources) waiting.push({ source, onDuplicate })
    if (batch.running) {
      set({ ...batch, total: batch.total + sources.length })
      return
    }
    controller = new AbortController()
    set({
      ...idle,
      running: true,
      total: sources.length,
      begun: performance.now(),
      isImport: sources[0]?.kind === 'imported',
    })
    void work(controller.signal)
  },
  /** Ends what is under way; what is clipped stays. */
  cancel(): void {
    waiting = []
    controller.abort()
  },
  /** Forgets a finished batch. */
  clear(): void {
    if (!batch.running) set(idle)
  },
}

async function work(signal: AbortSignal): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { source, onDuplicate } = next
    set({ ...batch, current: nameOfSource(source) })
    try {
      const result = await clipSource(source, onDuplicate, signal)
      if (result.outcome === 'duplicate' && source.kind === 'imported')
        set({ ...batch, passedOver: batch.passedOver + 1 })
      else if (result.outcome === 'duplicate')
        set({ ...batch, duplicates: [...batch.duplicates, { source, result }] })
      else set({ ...batch, clipped: [...batch.clipped, result] })
    } catch (error) {
      if (!signal.aborted) {
        const failure = { source, name: nameOfSource(source), error: errorDataOf(error) }
        set({ ...batch, failures: [...batch.failures, failure] })
      }
    }
    set({ ...batch, done: batch.done + 1 })
  }
  set({ ...batch, running: false, current: null })
}

function set(next: ClipBatch): void {
  batch = next
  for (const listener of listeners) listener()
}
