import type { NotebookInfo } from '#shared/domain/notebook.ts'
import type { Readable } from './connection.ts'
import { lostAnchors } from './quotes.ts'
import { isDamage } from './store-error.ts'
import { countTrash } from './trash.ts'

/** What is counted to tell whether a copy is whole: every table that holds what the user made or captured. */
const countedTables = [
  'article',
  'revision',
  'asset',
  'quote',
  'anchor',
  'topic',
  'actor',
  'link',
  'comment',
  'translation',
  'round',
  'dossier',
  'dossier_version',
  'membership',
  'step',
  'coder',
  'utterance',
  'feed',
  'dismissal',
  'alias_rejection',
  'citation_style',
]

export function notebookIdentity(db: Readable): { id: string; createdAt: string } {
  const row = db.get<{ id: string; createdAt: string }>('SELECT id, created_at AS createdAt FROM notebook')
  if (row === undefined) throw new Error(`${db.path} has no notebook row.`)
  return row
}

/** What the notebook takes once it is closed, in bytes: its file alone says less while the latest changes stand beside it. */
export function notebookBytes(db: Readable): number {
  const row = db.get<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  )
  if (row === undefined) throw new Error(`${db.path} has no pages.`)
  return row.bytes
}

/** Zero where damage keeps from counting: that a notebook is damaged must be told all the same. */
export function notebookCounts(db: Readable): NotebookInfo['counts'] {
  const unlessDamaged = (read: () => number) => {
    try {
      return read()
    } catch (error) {
      if (isDamage(error)) return 0
      throw error
    }
  }
  const count = (sql: string) =>
    unlessDamaged(() => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0)
  return {
    articles: count('article WHERE deleted_at IS NULL'),
    quotes: unlessDamaged(() => db.get<{ n: number }>('SELECT quote_count AS n FROM notebook')?.n ?? 0),
    topics: count('topic WHERE deleted_at IS NULL'),
    actors: count('actor WHERE deleted_at IS NULL'),
    inbox: count("article WHERE deleted_at IS NULL AND status = 'inbox'"),
    trash: unlessDamaged(() => countTrash(db)),
    lostQuotes: count(lostAnchors),
  }
}

/** Rows by table, the trash included, to compare a copy with what it was made from; of any version. */
export function rowCounts(db: Readable): Record<string, number> {
  const present = new Set(
    db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => row.name),
  )
  return Object.fromEntries(
    countedTables
      .filter((table) => present.has(table))
      .map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0]),
  )
}
