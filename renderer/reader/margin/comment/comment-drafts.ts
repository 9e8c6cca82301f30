import { keyOfComment } from './comment-key.ts'

/** What was typed and is not in the notebook yet. */
export interface CommentDraft {
  readonly document: unknown
  /** The key of the comment in the notebook that this text goes on from. */
  readonly base: string
  /**
   * `waiting` for the typing to pause; `saving`; `failed` and to be tried again; or in `conflict`, because the comment
   * in the notebook was changed by somebody else in the meantime, and nothing is written until one of both is chosen.
   */
  readonly state: 'waiting' | 'saving' | 'failed' | 'conflict'
}

export interface DraftKeeping {
  /** Writes to the notebook. Rejects where that failed. */
  save(quoteId: string, document: unknown): Promise<void>
  /** Whether a save failed because there is no such quote any more. */
  isGone(error: unknown): boolean
  /** Keeps what is not saved through a reload of the window. */
  keep(quoteId: string, kept: { document: unknown; base: string } | null): void
  kept(quoteId: string): { document: unknown; base: string } | null
  /** Milliseconds of rest before typed text is saved, and before the first and the last of ever longer retries. */
  pause: number
  retry: readonly [first: number, longest: number]
}

interface Entry {
  draft: CommentDraft
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
}

/**
 * Comments between the keyboard and the notebook, by quote. Text is kept on this machine from the moment it is typed
 * and let go only when the notebook has it, whatever becomes of the card it was typed in.
 */
export function createCommentDrafts(keeping: DraftKeeping) {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const attended = new Set<string>()

  function put(id: string, draft: CommentDraft | null, failures = 0): void {
    const before = entries.get(id)
    clearTimeout(before?.timer)
    if (draft === null) entries.delete(id)
    else entries.set(id, { draft, timer: undefined, failures })
    keeping.keep(id, draft === null ? null : { document: draft.document, base: draft.base })
    for (const listener of listeners) listener()
  }

  function saveIn(id: string, delay: number): void {
    const entry = entries.get(id)
    if (entry === undefined) return
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void save(id), delay)
  }

  /** The quote is in the trash: its text stays on this machine, for the day it is taken out again. */
  function leave(id: string): void {
    clearTimeout(entries.get(id)?.timer)
    entries.delete(id)
    attended.delete(id)
    for (const listener of listeners) listener()
  }

  async function save(id: string): Promise<void> {
    const entry = entries.get(id)
    if (entry === undefined || entry.draft.state === 'saving' || entry.draft.state === 'conflict') return
    const { document, base } = entry.draft
    const sent = keyOfComment(document)
    put(id, { document, base, state: 'saving' }, entry.failures)
    let failed = false
    try {
      await keeping.save(id, document)
    } catch (error) {
      if (keeping.isGone(error)) return leave(id)
      failed = true
    }
    const now = entries.get(id)
    if (now === undefined) return
    const { draft, failures } = now
    if (failed) {
      if (draft.state === 'saving') put(id, { ...draft, state: 'failed' }, failures + 1)
      const [first, longest] = keeping.retry
      saveIn(id, Math.min(first * 2 ** failures, longest))
    } else if (draft.state === 'conflict') return
    else if (keyOfComment(draft.document) === sent) put(id, null)
    else {
      put(id, { document: draft.document, base: sent, state: 'waiting' })
      saveIn(id, keeping.pause)
    }
  }

  return {
    get: (id: string): CommentDraft | undefined => entries.get(id)?.draft,

    /** Takes what the editor holds now; `comment` is what the notebook held when the typing began. */
    write(id: string, document: unknown, comment: unknown): void {
      const draft = entries.get(id)?.draft
      const base = draft?.base ?? keyOfComment(comment)
      const state = draft?.state === 'saving' || draft?.state === 'conflict' ? draft.state : 'waiting'
      put(id, { document, base, state }, entries.get(id)?.failures)
      if (state === 'waiting') saveIn(id, keeping.pause)
    },

    /** Saves at once what waits, of one quote or of all. */
    flush(id?: string): void {
      for (const one of id === undefined ? [...entries.keys()] : [id]) void save(one)
    },

    /**
     * Looks at a quote as the notebook has it now: takes up text that a reload interrupted, and notices that the comment
     * was changed by somebody else below text that is not saved yet.
     */
    attend({ id, comment }: { id: string; comment: { document?: unknown } | null }): void {
      const isNew = !attended.has(id)
      attended.add(id)
      const kept = isNew && !entries.has(id) ? keeping.kept(id) : null
      if (kept === null && !entries.has(id)) return
      const known = keyOfComment(comment?.document)
      if (kept !== null && keyOfComment(kept.document) === known) keeping.keep(id, null)
      else if (kept !== null) {
        put(id, { ...kept, state: 'waiting' })
        saveIn(id, 0)
      }
      const draft = entries.get(id)?.draft
      if (draft === undefined || draft.state === 'conflict' || draft.state === 'saving') return
      if (known !== draft.base && known !== keyOfComment(draft.document))
        put(id, { ...draft, state: 'conflict' })
    },

    /** Ends a conflict with the text that is to be the comment. */
    settle(id: string, document: unknown, comment: unknown): void {
      put(id, { document, base: keyOfComment(comment), state: 'waiting' })
      void save(id)
    },

    /** Lets the text go, so that the comment is what the notebook has. */
    drop(id: string): void {
      put(id, null)
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export type CommentDrafts = ReturnType<typeof createCommentDrafts>
