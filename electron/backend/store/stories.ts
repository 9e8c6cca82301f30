import type { Readable, Writable } from './connection.ts'
import { areToldApart, endSingle, type Grouping, joinGroup, tellApart } from './groups.ts'
import { assertLive, deletionMoment, timestamp } from './rows.ts'

const stories: Grouping = {
  member: 'article',
  group: 'story',
  column: 'story_id',
  apart: 'distinction',
  first: 'article_id',
}

/** Says that the articles are one story, as `joinGroup` does. Returns the story's id. */
export function joinStory(db: Writable, articleIds: readonly string[]): string {
  return joinGroup(db, stories, articleIds)
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
    for (const other of rest) tellApart(db, stories, id, other.id)
    endSingle(db, stories, storyId, deletionMoment())
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
export function areOtherStories(db: Readable, one: string, other: string): boolean {
  return areToldApart(db, stories, one, other)
}
