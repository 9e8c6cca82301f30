import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, idList, insertRow, newRow, timestamp } from './rows.ts'

/**
 * Says that the articles are one story. Stories they belong to already become one, and what was told apart among its
 * articles is forgotten. Returns the story's id.
 */
export function joinStory(db: Writable, articleIds: readonly string[]): string {
  for (const id of articleIds) assertLive(db, 'article', id)
  const ids = idList(articleIds)
  const known = db
    .all<{ id: string }>(
      `SELECT DISTINCT story_id AS id FROM article
       WHERE id IN (SELECT value FROM json_each(?)) AND story_id IS NOT NULL ORDER BY story_id`,
      ids,
    )
    .map((row) => row.id)
  const [kept = createStory(db), ...others] = known
  const now = deletionMoment()
  db.run(
    `UPDATE article SET story_id = @kept, updated_at = @now
     WHERE story_id IS NOT @kept
       AND (id IN (SELECT value FROM json_each(@ids)) OR story_id IN (SELECT value FROM json_each(@others)))`,
    { kept, now, ids, others: idList(others) },
  )
  db.run(
    'UPDATE story SET deleted_at = @now, updated_at = @now WHERE id IN (SELECT value FROM json_each(@others))',
    { now, others: idList(others) },
  )
  db.run(
    `UPDATE distinction SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL
       AND article_id IN (SELECT id FROM article WHERE story_id = @kept)
       AND other_id IN (SELECT id FROM article WHERE story_id = @kept)`,
    { now, kept },
  )
  return kept
}

/** Puts one article into a story that it was found to be a copy of. */
export function addToStory(db: Writable, articleId: string, storyId: string): void {
  db.run('UPDATE article SET story_id = ?, updated_at = ? WHERE id = ?', storyId, timestamp(), articleId)
}

/**
 * Says that the articles are not the story they were put into: each leaves it, and none is put beside those that stay
 * again. A story that is left with a single article, in the trash or not, goes too.
 */
export function leaveStory(db: Writable, articleIds: readonly string[]): void {
  for (const id of articleIds) {
    const storyId = storyOf(db, id)
    if (storyId === null) continue
    db.run('UPDATE article SET story_id = NULL, updated_at = ? WHERE id = ?', timestamp(), id)
    const rest = db.all<{ id: string }>('SELECT id FROM article WHERE story_id = ?', storyId)
    for (const other of rest) tellApart(db, id, other.id)
    if (rest.length > 1) continue
    const now = deletionMoment()
    db.run('UPDATE article SET story_id = NULL, updated_at = ? WHERE story_id = ?', now, storyId)
    db.run('UPDATE story SET deleted_at = @now, updated_at = @now WHERE id = @storyId', { now, storyId })
  }
}

/** The story of a live article; null where it has none. @throws AppError `not-found` */
export function storyOf(db: Readable, articleId: string): string | null {
  assertLive(db, 'article', articleId)
  return (
    db.get<{ id: string | null }>('SELECT story_id AS id FROM article WHERE id = ?', articleId)?.id ?? null
  )
}

/** The live articles of a story with the text each is read in, the earliest published first; up to `limit`. */
export function articlesOfStory(
  db: Readable,
  storyId: string,
  limit: number,
): Array<{ articleId: string; revisionId: string }> {
  return db.all(
    `SELECT id AS articleId, current_revision_id AS revisionId FROM article
     WHERE story_id = ? AND deleted_at IS NULL ORDER BY published_sort = '', published_sort, clipped_at, id LIMIT ?`,
    storyId,
    limit,
  )
}

/** Whether somebody said that these two articles are not one story. */
export function areToldApart(db: Readable, one: string, other: string): boolean {
  const [first = '', second = ''] = [one, other].sort()
  const sql = 'SELECT 1 FROM distinction WHERE article_id = ? AND other_id = ? AND deleted_at IS NULL'
  return db.get(sql, first, second) !== undefined
}

function tellApart(db: Writable, one: string, other: string): void {
  if (areToldApart(db, one, other)) return
  const [article_id = '', other_id = ''] = [one, other].sort()
  insertRow(db, 'distinction', { ...newRow(), article_id, other_id })
}

function createStory(db: Writable): string {
  const row = newRow()
  insertRow(db, 'story', row)
  return row.id
}
