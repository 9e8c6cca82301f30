import type { TrashItem, TrashKind } from '#shared/domain/trash.ts'
import type { Readable, Writable } from './connection.ts'
import { clearJournal } from './journal.ts'
import { idList, timestamp } from './rows.ts'

/**
 * What goes to the trash takes along what makes no sense without it, under one `deleted_at`: that common moment is how a
 * restore finds what to bring back, and only that. In each entry `@now` is the moment and `@ids` a JSON list.
 */
const trashing: Record<TrashKind, string[]> = {
  article: [
    mark(
      'link',
      'quote_id IN (SELECT id FROM quote WHERE article_id IN (SELECT value FROM json_each(@ids)))',
    ),
    mark('comment', 'article_id IN (SELECT value FROM json_each(@ids))'),
    mark('quote', 'article_id IN (SELECT value FROM json_each(@ids))'),
    mark('article', 'id IN (SELECT value FROM json_each(@ids))'),
  ],
  quote: [
    mark('link', 'quote_id IN (SELECT value FROM json_each(@ids))'),
    mark('comment', 'quote_id IN (SELECT value FROM json_each(@ids))'),
    mark('quote', 'id IN (SELECT value FROM json_each(@ids))'),
  ],
  topic: [
    mark('link', `topic_id IN (${topicsBelow('@ids')})`),
    mark('topic', `id IN (${topicsBelow('@ids')})`),
  ],
  actor: [mark('actor', 'id IN (SELECT value FROM json_each(@ids))')],
  comment: [mark('comment', 'id IN (SELECT value FROM json_each(@ids))')],
}

export function moveToTrash(db: Writable, kind: TrashKind, ids: readonly string[]): void {
  // Later than any `created_at` written so far: the same moment would mean an undone creation.
  const now = new Date(Date.now() + 1).toISOString()
  for (const sql of trashing[kind]) db.run(sql, { now, ids: idList(ids) })
}

/** What was thrown away as such, latest first; what only went along with something is counted there. */
export function listTrash(db: Readable): TrashItem[] {
  // An undone creation was deleted at the moment it was made: to the user it never existed.
  const thrown = (alias: string) =>
    `${alias}.deleted_at IS NOT NULL AND ${alias}.deleted_at > ${alias}.created_at`
  return db.all<TrashItem>(`
    SELECT 'article' AS kind, a.id, a.title AS name, a.deleted_at AS deletedAt,
      (SELECT count(*) FROM quote q WHERE q.article_id = a.id AND q.deleted_at = a.deleted_at) AS withIt
    FROM article a WHERE ${thrown('a')}
    UNION ALL
    SELECT 'quote', q.id, substr(q.exact, 1, 300), q.deleted_at,
      (SELECT count(*) FROM link l WHERE l.quote_id = q.id AND l.deleted_at = q.deleted_at)
    FROM quote q JOIN article a ON a.id = q.article_id
    WHERE ${thrown('q')} AND a.deleted_at IS NOT q.deleted_at
    UNION ALL
    SELECT 'topic', t.id, t.name, t.deleted_at,
      (SELECT count(*) FROM link l WHERE l.topic_id = t.id AND l.deleted_at = t.deleted_at)
    FROM topic t LEFT JOIN topic p ON p.id = t.parent_id
    WHERE ${thrown('t')} AND p.deleted_at IS NOT t.deleted_at
    UNION ALL
    SELECT 'actor', a.id, a.name, a.deleted_at,
      (SELECT count(*) FROM quote q WHERE q.speaker_id = a.id AND q.deleted_at IS NULL)
    FROM actor a WHERE ${thrown('a')}
    UNION ALL
    SELECT 'comment', c.id, substr(c.text, 1, 300), c.deleted_at, 0
    FROM comment c JOIN article a ON a.id = c.article_id LEFT JOIN quote q ON q.id = c.quote_id
    WHERE ${thrown('c')} AND a.deleted_at IS NOT c.deleted_at AND q.deleted_at IS NOT c.deleted_at
    ORDER BY deletedAt DESC, name`)
}

/**
 * Brings things back with what went along with them. A quote whose article is in the trash brings the article back too,
 * and a topic its parents: nothing is restored to a place that cannot be seen.
 */
export function restoreFromTrash(db: Writable, items: ReadonlyArray<{ kind: TrashKind; id: string }>): void {
  for (const { kind, id } of items) restoreOne(db, kind, id)
}

/**
 * Removes for good what is in the trash, and the history that could bring it back; ids stay behind as tombstones, so
 * that a merge with another copy of the notebook does not bring it back either. Returns how many rows went.
 */
export function emptyTrash(db: Writable): number {
  clearJournal(db)
  const now = timestamp()
  const doomedArticles = 'SELECT id FROM article WHERE deleted_at IS NOT NULL'
  const doomedQuotes = `SELECT id FROM quote WHERE deleted_at IS NOT NULL OR article_id IN (${doomedArticles})`
  const steps: Array<[entity: string, where: string]> = [
    ['link', `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes})`],
    [
      'comment',
      `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes}) OR article_id IN (${doomedArticles})`,
    ],
    ['anchor', `quote_id IN (${doomedQuotes})`],
    ['quote', `id IN (${doomedQuotes})`],
  ]
  let removed = 0
  const purge = (entity: string, where: string) => {
    db.run(`INSERT OR IGNORE INTO tombstone SELECT '${entity}', id, ? FROM ${entity} WHERE ${where}`, now)
    removed += db.run(`DELETE FROM ${entity} WHERE ${where}`).changes
  }
  for (const [entity, where] of steps) purge(entity, where)
  db.run(
    'UPDATE quote SET speaker_id = NULL WHERE speaker_id IN (SELECT id FROM actor WHERE deleted_at IS NOT NULL)',
  )
  db.run(
    'UPDATE actor SET member_of_id = NULL WHERE member_of_id IN (SELECT id FROM actor WHERE deleted_at IS NOT NULL)',
  )
  purge('actor', 'deleted_at IS NOT NULL')
  db.run(`DELETE FROM revision WHERE article_id IN (${doomedArticles})`)
  purge('article', 'deleted_at IS NOT NULL')
  db.run('UPDATE topic SET parent_id = NULL WHERE deleted_at IS NOT NULL')
  purge('topic', 'deleted_at IS NOT NULL')
  return removed
}

function restoreOne(db: Writable, kind: TrashKind, id: string): void {
  const moment = db.get<{ deleted_at: string | null }>(
    `SELECT deleted_at FROM ${kind} WHERE id = ?`,
    id,
  )?.deleted_at
  if (moment == null) return
  const now = timestamp()
  const bringBack = (table: string, where: string) =>
    db.run(
      `UPDATE ${table} SET deleted_at = NULL, updated_at = @now WHERE deleted_at = @moment AND (${where})`,
      { now, moment, id },
    )
  const parent = (table: string, column: string, parentTable: TrashKind) => {
    const up = db.get<{ up: string | null }>(`SELECT ${column} AS up FROM ${table} WHERE id = ?`, id)?.up
    if (up != null) restoreOne(db, parentTable, up)
  }
  // Each row is live before the rows that hang on it are looked at.
  bringBack(kind, 'id = @id')
  if (kind === 'article') {
    bringBack('quote', 'article_id = @id')
    bringBack('comment', 'article_id = @id')
    bringBack('link', `quote_id IN (SELECT id FROM quote WHERE article_id = @id) AND ${onLiveTopic}`)
  } else if (kind === 'quote') {
    parent('quote', 'article_id', 'article')
    bringBack('comment', 'quote_id = @id')
    bringBack('link', `quote_id = @id AND ${onLiveTopic}`)
  } else if (kind === 'topic') {
    bringBack('topic', `id IN (${topicsBelow('json_array(@id)')})`)
    parent('topic', 'parent_id', 'topic')
    bringBack('link', `topic_id IN (${topicsBelow('json_array(@id)')}) AND ${onLiveQuote}`)
  } else if (kind === 'comment') {
    parent('comment', 'article_id', 'article')
    parent('comment', 'quote_id', 'quote')
  }
}

const onLiveTopic = 'topic_id IN (SELECT id FROM topic WHERE deleted_at IS NULL)'
const onLiveQuote = 'quote_id IN (SELECT id FROM quote WHERE deleted_at IS NULL)'

function mark(table: string, where: string): string {
  return `UPDATE ${table} SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL AND ${where}`
}

function topicsBelow(ids: string): string {
  return `WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(${ids}) UNION SELECT t.id FROM topic t JOIN below ON t.parent_id = below.id)
    SELECT id FROM below`
}
