import type { Readable } from '../../store/connection.ts'

/** Texts of revisions, each read once while it is among the latest asked for. */
export interface RevisionTexts {
  /** Null where there is no such revision. */
  get(revisionId: string): string | null
  /** From and to count UTF-16 units. */
  slice(revisionId: string, start: number, end: number): string | null
}

const keptAtMost = 200

export function createRevisionTexts(db: Readable): RevisionTexts {
  const kept = new Map<string, string | null>()
  function get(revisionId: string): string | null {
    const known = kept.get(revisionId)
    if (known !== undefined) return known
    const row = db.get<{ text: string }>('SELECT text FROM revision WHERE id = ?', revisionId)
    const text = row?.text ?? null
    const [oldest] = kept.keys()
    if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest)
    kept.set(revisionId, text)
    return text
  }
  return { get, slice: (revisionId, start, end) => get(revisionId)?.slice(start, end) ?? null }
}
