import { areToldApart, type Grouping } from '../../../store/groups.ts'
import type { Merger } from './merger.ts'

export const utterances: Grouping = {
  member: 'quote',
  group: 'utterance',
  column: 'utterance_id',
  apart: 'rejection',
  first: 'quote_id',
}

/**
 * Puts what the file says is one into one group: that of a member that is in one here already, or else a new one. Who is in another
 * group here, or was told apart from a member, stays where they are, and it is told.
 *
 * @param id of the group in a notebook of ours
 */
export function mergeGroup(
  merger: Merger,
  grouping: Grouping,
  members: readonly string[],
  id?: string,
): void {
  const { db, write, tally } = merger
  const { member, group, column } = grouping
  const ids = [...new Set(members)]
  const [first = ''] = ids
  if (ids.length < 2) return
  const groupOf = (memberId: string) =>
    merger.isNew(memberId)
      ? null
      : (db.get<{ id: string | null }>(`SELECT ${column} AS id FROM ${member} WHERE id = ?`, memberId)?.id ??
        null)
  const groups = ids.map(groupOf)
  const known = groups.find((one) => one !== null) ?? null
  const taken = merger.take({
    table: group,
    kind: group,
    name: merger.nameOf(member, first),
    id,
    row: {},
    twin: () => known,
  })
  if (taken === null) return
  const inside: string[] = ids.filter((_, index) => groups[index] === taken.id)
  ids.forEach((memberId, index) => {
    if (groups[index] === taken.id) return
    const isApart =
      groups[index] !== null || inside.some((other) => areToldApart(db, grouping, memberId, other))
    if (isApart) {
      const name = merger.nameOf(member, memberId)
      tally.conflict({ kind: group, name, field: 'group', here: '', there: merger.nameOf(member, first) })
    } else {
      inside.push(memberId)
      write?.run(`UPDATE ${member} SET ${column} = ? WHERE id = ?`, taken.id, memberId)
    }
  })
}
