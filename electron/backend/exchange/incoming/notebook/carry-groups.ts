import type { Grouping } from '../../../store/groups.ts'
import { mergeGroup, utterances } from '../merging/merge-group.ts'
import { type Carrying, idsOf } from './carrying.ts'

const stories: Grouping = {
  member: 'article',
  group: 'story',
  column: 'story_id',
  apart: 'distinction',
  first: 'article_id',
}

/** Which quotes are the same words and which articles one story, and which are not. */
export function carryGroups(carrying: Carrying): void {
  for (const grouping of [utterances, stories]) {
    carryApart(carrying, grouping)
    const { member, group, column } = grouping
    const members = carrying.from.all<{ id: string; of: string }>(
      `SELECT m.id, m.${column} AS of FROM ${member} m JOIN ${group} g ON g.id = m.${column} AND g.deleted_at IS NULL
       WHERE m.deleted_at IS NULL ORDER BY m.created_at, m.id`,
    )
    for (const [id, rows] of Map.groupBy(members, (row) => row.of)) {
      const here = rows.flatMap((row) => carrying.here(row.id) ?? [])
      mergeGroup(carrying.merger, grouping, here, id)
    }
  }
}

function carryApart(carrying: Carrying, grouping: Grouping): void {
  const { merger } = carrying
  const { apart, first } = grouping
  for (const row of carrying.rows(apart)) {
    const [lower, upper] = [carrying.here(row[first]), carrying.here(row['other_id'])].sort()
    if (lower == null || upper == null || lower === upper) continue
    // Two that are one group here were found to be so.
    if (sameGroup(carrying, grouping, lower, upper)) continue
    carrying.carry(row, {
      table: apart,
      name: '',
      instead: { [first]: lower, other_id: upper },
      key: `${apart} ${lower} ${upper}`,
      twins: (own) =>
        idsOf(
          merger,
          `SELECT id FROM ${apart} WHERE ${first} = @${first} AND other_id = @other_id AND deleted_at IS NULL`,
          own,
        ),
    })
  }
}

function sameGroup({ merger }: Carrying, { member, column }: Grouping, one: string, other: string): boolean {
  const sql = `SELECT 1 FROM ${member} a JOIN ${member} b ON b.${column} = a.${column} WHERE a.id = ? AND b.id = ?`
  return merger.db.get(sql, one, other) !== undefined
}
