import { isPassageKind, type SearchKind } from '#shared/search/query.ts'
import type { Writable } from '../store/connection.ts'
import type { RowChange } from '../store/journal.ts'
import { indexDocument, unindexDocument } from './index-document.ts'
import { indexPassages, unindexPassages } from './index-passages.ts'
import { documentOf, passagesContentOf } from './indexed-content.ts'

/** The columns that what is indexed is made of, and whether the entity is indexed at all. */
const indexedColumns: Record<SearchKind, string[]> = {
  article: ['title', 'lang', 'current_revision_id', 'deleted_at'],
  quote: ['exact', 'article_id', 'deleted_at'],
  comment: ['text', 'article_id', 'deleted_at'],
  dossier: ['title', 'text', 'deleted_at'],
  topic: ['name', 'aliases', 'description', 'memo_text', 'deleted_at'],
  round: ['name', 'place', 'note', 'deleted_at'],
  actor: ['name', 'aliases', 'description', 'deleted_at'],
}

/** Rows that are part of what another entity is found by. */
const partsOf: Record<string, { columns: string[]; kind: SearchKind; owner: string }> = {
  translation: { columns: ['text', 'deleted_at'], kind: 'quote', owner: 'quote_id' },
  step: { columns: ['note', 'since', 'deleted_at'], kind: 'topic', owner: 'topic_id' },
}

/**
 * Renews the index for the rows a transaction has changed, before it commits: the index never says anything else than the
 * entities do, also after a crash, an undo or a restore from the trash. Changes that no search sees cost nothing.
 */
export function indexChanges(db: Writable, changes: readonly RowChange[]): void {
  const stale = new Map<string, { kind: SearchKind; id: string }>()
  const note = (kind: SearchKind, id: string) => stale.set(`${kind} ${id}`, { kind, id })
  for (const change of changes) {
    const { entity, id } = change
    const part = partsOf[entity]
    if (part !== undefined && changesAny(change, [...part.columns, part.owner]))
      for (const owner of new Set([change.before?.[part.owner], change.after[part.owner]]))
        if (typeof owner === 'string') note(part.kind, owner)
    if (!isIndexedKind(entity) || !changesAny(change, indexedColumns[entity])) continue
    note(entity, id)
    // The quotes of an article are stemmed in its language.
    if (entity === 'article' && change.before && changesAny(change, ['lang'])) {
      const quotes = db.all<{ id: string }>(
        'SELECT id FROM quote WHERE article_id = ? AND deleted_at IS NULL',
        id,
      )
      for (const quote of quotes) note('quote', quote.id)
    }
  }
  for (const { kind, id } of stale.values()) indexAnew(db, kind, id)
}

/** Brings the index to what the entity says now. */
export function indexAnew(db: Writable, kind: SearchKind, id: string): void {
  if (isPassageKind(kind)) {
    const content = passagesContentOf(db, kind, id)
    if (content) indexPassages(db, content)
    else unindexPassages(db, kind, id)
    return
  }
  const document = documentOf(db, kind, id)
  if (document) indexDocument(db, document)
  else unindexDocument(db, kind, id)
}

function isIndexedKind(entity: string): entity is SearchKind {
  return entity in indexedColumns
}

function changesAny({ before, after }: RowChange, columns: string[]): boolean {
  return before === null || columns.some((column) => before[column] !== after[column])
}
