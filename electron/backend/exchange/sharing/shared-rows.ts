import type { ShareCounts, SharePreview } from '#shared/domain/sharing.ts'
import type { Readable } from '../../store/connection.ts'
import type { Chosen } from './choose-part.ts'
import { type SharedRow, type SharedTable, sharedTables } from './shared-tables.ts'

/** The rows of one table as they come into the file. Asked for once the images of the revisions are known (`addImages`). */
export function* sharedRows(db: Readable, name: string, chosen: Chosen): Generator<SharedRow> {
  const table = sharedTables[name]
  if (table === undefined) return
  const sql = queryOf(name, table)
  for (const id of table.ids(chosen))
    for (const row of db.all<SharedRow>(sql, id)) {
      const shown = table.shown === undefined ? row : table.shown(row, chosen)
      if (shown === null) continue
      yield Object.fromEntries(table.columns.map((column) => [column, shown[column] ?? null]))
    }
}

/** Evidence is never thrown away by itself; a coder that is gone is still known by what they coded. */
const withoutTrash = new Set(['revision', 'asset', 'revision_asset'])

function queryOf(name: string, { columns, by }: SharedTable): string {
  if (withoutTrash.has(name)) return `SELECT ${columns.join(', ')} FROM ${name} WHERE ${by} = ?`
  const live = name === 'coder' ? '' : ' AND deleted_at IS NULL'
  return `SELECT ${columns.join(', ')}, deleted_at FROM ${name} WHERE ${by} = ?${live}`
}

/** Adds the images that the texts show. */
export function addImages(db: Readable, chosen: Chosen): void {
  for (const revision of chosen.revisions)
    for (const { sha256 } of db.all<{ sha256: string }>(
      'SELECT sha256 FROM revision_asset WHERE revision_id = ?',
      revision,
    ))
      chosen.assets.add(sha256)
}

function countsOf(chosen: Chosen): ShareCounts {
  return {
    articles: chosen.articles.size,
    revisions: chosen.revisions.size,
    quotes: chosen.quotes.size,
    links: chosen.links.size,
    topics: chosen.topics.size,
    actors: chosen.actors.size,
    rounds: chosen.rounds.size,
    coders: chosen.coders.size,
    comments: chosen.comments.size,
    translations: chosen.translations.size,
    images: chosen.assets.size,
    dossiers: chosen.dossiers.size,
  }
}

/** How much of a part is told before and after it is written. */
export function describePart(db: Readable, chosen: Chosen): Omit<SharePreview, 'bytes'> {
  return { counts: countsOf(chosen), stays: chosen.stays, letters: countLetters(db, chosen) }
}

function countLetters(db: Readable, chosen: Chosen): number {
  if (chosen.withheld.has('originals')) return 0
  let letters = 0
  for (const id of chosen.revisions)
    if (db.get("SELECT 1 FROM revision WHERE id = ? AND original_kind = 'email'", id) !== undefined) letters++
  return letters
}

/** What an empty notebook takes, and an article and a quote beside their texts with all that hangs on them, as measured. */
const emptyBytes = 450_000
const articleBytes = 6_000
const quoteBytes = 3_500
/** The words of a text once more, in the index. */
const indexShare = 0.6

/** About how many bytes the file will have; nothing but the sizes is read. */
export function estimateBytes(db: Readable, chosen: Chosen): number {
  let bytes = emptyBytes + chosen.articles.size * articleBytes + chosen.quotes.size * quoteBytes
  for (const id of chosen.revisions) {
    const size = db.get<{ text: number; document: number; original: number }>(
      `SELECT octet_length(text) AS text, octet_length(document) AS document, octet_length(original_gzip) AS original
       FROM revision WHERE id = ?`,
      id,
    )
    if (size === undefined) continue
    bytes += size.text * (1 + indexShare) + size.document
    if (!chosen.withheld.has('originals')) bytes += size.original
  }
  for (const sha256 of chosen.assets)
    bytes +=
      db.get<{ n: number }>('SELECT octet_length(bytes) AS n FROM asset WHERE sha256 = ?', sha256)?.n ?? 0
  for (const id of chosen.dossiers)
    bytes += db.get<{ n: number }>('SELECT octet_length(document) AS n FROM dossier WHERE id = ?', id)?.n ?? 0
  return Math.round(bytes)
}
