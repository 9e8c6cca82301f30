import type { Node } from '@tiptap/pm/model'
import type { CitationLang } from '#shared/domain/citation.ts'
import type { DossierChange } from '#shared/domain/dossier.ts'
import { changedBlocks } from './changed-blocks.ts'

/** `conflict`: another window has saved since, and nothing is saved until somebody has decided. */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

/** How a dossier cites; null for what nobody chose. */
export interface Citing {
  style: string | null
  lang: CitationLang | null
}

interface Save {
  basedOn: string
  title?: string
  change?: DossierChange
  citationStyle?: string | null
  citationLang?: CitationLang | null
}

export interface Saving {
  state: SavingState
  /** Why the last save failed, where it did. */
  error: unknown
}

interface SaverOptions {
  /** What was read: its state by `updatedAt`, its title, how it cites, and its document. */
  basedOn: string
  title: string
  citing: Citing
  document: Node
  save(what: Save): Promise<{ updatedAt: string }>
  /** Tells a failure that is a conflict from one that may pass. */
  isConflict(error: unknown): boolean
}

export interface DossierSaver {
  /** The document as it is now. Cheap, to be called after every key. */
  write(document: Node): void
  rename(title: string): void
  cite(citing: Citing): void
  /** Saves what is not saved yet, now; resolves once it is, or has failed. */
  flush(): Promise<void>
  /** What is saved from now on is based on this state, of which `document` is what the notebook has. */
  rebase(basedOn: string, document: Node): void
  get(): Saving
  /** Calls `listener` whenever `get` answers something else, until what is returned is called. */
  subscribe(listener: () => void): () => void
  /** What the notebook does not have yet, and the state it goes on from; null where all is saved. */
  unsaved(): { basedOn: string; title: string; document: Node } | null
  /** The state of the notebook that the next save is based on. */
  basedOn(): string
  /** Saves no more by itself. */
  stop(): void
}

/** So long after a change it is saved, and what is written meanwhile with it. */
export const restMs = 1000
const againMs = 3000

/** Saves a dossier while it is written: a second after a change, one save at a time, only the blocks that changed. */
export function createDossierSaver(options: SaverOptions): DossierSaver {
  let basedOn = options.basedOn
  let saved = { title: options.title, citing: options.citing, document: options.document }
  let latest = saved
  let saving: Saving = { state: 'saved', error: null }
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const become = (state: SavingState, error: unknown = null) => {
    if (state === saving.state && error === saving.error) return
    saving = { state, error }
    for (const listener of listeners) listener()
  }
  const later = (ms: number) => {
    if (timer !== undefined || saving.state === 'conflict') return
    timer = setTimeout(() => void flush(), ms)
  }
  const changed = () => {
    if (saving.state === 'conflict') return
    if (saving.state !== 'saving') become('unsaved')
    later(restMs)
  }
  const saveOnce = async () => {
    const sent = latest
    const change = changedBlocks(saved.document, sent.document)
    const isRenamed = sent.title !== saved.title
    const cited = changedCiting(saved.citing, sent.citing)
    if (change === undefined && !isRenamed && cited === undefined) {
      saved = sent
      return become('saved')
    }
    become('saving')
    try {
      const what = { basedOn, ...(isRenamed && { title: sent.title }), ...(change && { change }), ...cited }
      basedOn = (await options.save(what)).updatedAt
      saved = sent
      if (latest === saved) become('saved')
      else {
        become('unsaved')
        later(restMs)
      }
    } catch (error) {
      if (options.isConflict(error)) become('conflict', error)
      else {
        become('failed', error)
        later(againMs)
      }
    }
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (running !== undefined) {
      await running
      return latest === saved || saving.state === 'failed' ? undefined : flush()
    }
    if (saving.state === 'conflict') return
    running = saveOnce().finally(() => {
      running = undefined
    })
    await running
  }
  return {
    write(document) {
      latest = { ...latest, document }
      changed()
    },
    rename(title) {
      latest = { ...latest, title }
      changed()
    },
    cite(citing) {
      latest = { ...latest, citing }
      changed()
    },
    flush,
    rebase(nextBasedOn, document) {
      basedOn = nextBasedOn
      saved = { ...saved, document }
      become('unsaved')
      later(restMs)
    },
    get: () => saving,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    unsaved: () => (saving.state === 'saved' ? null : { basedOn, ...latest }),
    basedOn: () => basedOn,
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function changedCiting(
  before: Citing,
  after: Citing,
): Pick<Save, 'citationStyle' | 'citationLang'> | undefined {
  if (before.style === after.style && before.lang === after.lang) return undefined
  return { citationStyle: after.style, citationLang: after.lang }
}
