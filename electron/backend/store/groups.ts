import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, idList, insertRow, newRow } from './rows.ts'

/** What is gathered into groups, and where it is said that two are not of one. */
export interface Grouping {
  member: 'quote' | 'article'
  group: 'utterance' | 'story'
  /** The member's column that names its group. */
  column: 'utterance_id' | 'story_id'
  /** The table of pairs told apart: `other_id`, and this column for the one whose id comes first. */
  apart: 'rejection' | 'distinction'
  first: 'quote_id' | 'article_id'
}

/**
 * Puts the members into one group. Groups they belong to already become one, and what was told apart among its members is
 * forgotten. Returns the group's id.
 */
export function joinGroup(db: Writable, grouping: Grouping, memberIds: readonly string[]): string {
  const { member, group, column, apart, first } = grouping
  for (const id of memberIds) assertLive(db, member, id)
  const ids = idList(memberIds)
  const known = db
    .all<{ id: string }>(
      `SELECT DISTINCT ${column} AS id FROM ${member}
       WHERE id IN (SELECT value FROM json_each(?)) AND ${column} IS NOT NULL ORDER BY ${column}`,
      ids,
    )
    .map((row) => row.id)
  const [kept = createGroup(db, group), ...others] = known
  const now = deletionMoment()
  db.run(
    `UPDATE ${member} SET ${column} = @kept, updated_at = @now
     WHERE ${column} IS NOT @kept
       AND (id IN (SELECT value FROM json_each(@ids)) OR ${column} IN (SELECT value FROM json_each(@others)))`,
    { kept, now, ids, others: idList(others) },
  )
  db.run(
    `UPDATE ${group} SET deleted_at = @now, updated_at = @now WHERE id IN (SELECT value FROM json_each(@others))`,
    { now, others: idList(others) },
  )
  db.run(
    `UPDATE ${apart} SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL
       AND ${first} IN (SELECT id FROM ${member} WHERE ${column} = @kept)
       AND other_id IN (SELECT id FROM ${member} WHERE ${column} = @kept)`,
    { now, kept },
  )
  return kept
}

/** Ends a group that is left with a single member, in the trash or not. */
export function endSingle(db: Writable, { member, group, column }: Grouping, id: string, now: string): void {
  const rest = db.all(`SELECT 1 FROM ${member} WHERE ${column} = ? LIMIT 2`, id)
  if (rest.length > 1) return
  db.run(`UPDATE ${member} SET ${column} = NULL, updated_at = ? WHERE ${column} = ?`, now, id)
  db.run(`UPDATE ${group} SET deleted_at = @now, updated_at = @now WHERE id = @id`, { now, id })
}

/** Whether somebody said that these two are not of one group. */
export function areToldApart(db: Readable, { apart, first }: Grouping, one: string, other: string): boolean {
  const [lower = '', upper = ''] = [one, other].sort()
  const sql = `SELECT 1 FROM ${apart} WHERE ${first} = ? AND other_id = ? AND deleted_at IS NULL`
  return db.get(sql, lower, upper) !== undefined
}

/** Says that these two are not of one group. */
export function tellApart(db: Writable, grouping: Grouping, one: string, other: string): void {
  if (areToldApart(db, grouping, one, other)) return
  const [lower = '', upper = ''] = [one, other].sort()
  insertRow(db, grouping.apart, { ...newRow(), [grouping.first]: lower, other_id: upper })
}

function createGroup(db: Writable, group: Grouping['group']): string {
  const row = newRow()
  insertRow(db, group, row)
  return row.id
}
