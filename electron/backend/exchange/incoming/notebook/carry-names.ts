import type { Row } from '../merging/merger.ts'
import { actorIndex, coderIndex, roundIndex, topicIndex } from '../merging/known-names.ts'
import { belongTo } from '../merging/memberships.ts'
import { type Carrying, idsOf, type SourceRow } from './carrying.ts'

/** Coders, actors with their memberships, topics with their steps, and rounds of another notebook. */
export function carryNames(carrying: Carrying): void {
  carryCoders(carrying)
  carryActors(carrying)
  carryTopics(carrying)
  carryRounds(carrying)
}

function carryCoders(carrying: Carrying): void {
  const index = coderIndex(carrying.merger.db)
  for (const row of carrying.rows('coder')) {
    const name = String(row['name'])
    const taken = carrying.carry(row, {
      table: 'coder',
      kind: 'coder',
      name,
      twins: () => [index.find(name)],
    })
    if (taken?.isNew) index.add(taken.id, name)
  }
}

function carryActors(carrying: Carrying): void {
  const { merger } = carrying
  const index = actorIndex(merger.db)
  const carried = carrying.rows('actor').map((row) => {
    const name = String(row['name'])
    const aliases = JSON.parse(String(row['aliases'])) as string[]
    const taken = carrying.carry(row, {
      table: 'actor',
      kind: 'actor',
      name,
      // Not everybody is there yet that somebody may belong to.
      instead: { member_of_id: null },
      twins: () => [index.find(name), ...aliases.map((alias) => index.find(alias))],
    })
    if (taken?.isNew) index.add(taken.id, name, ...aliases)
    return { taken, name, memberOf: row['member_of_id'] }
  })
  for (const { taken, name, memberOf } of carried) belongTo(merger, taken, name, carrying.here(memberOf))
  for (const row of carrying.rows('membership'))
    carrying.carry(row, {
      table: 'membership',
      kind: 'membership',
      name: merger.nameOf('actor', carrying.here(row['actor_id']) ?? ''),
      needs: ['actor_id', 'member_of_id'],
      twins: (own) =>
        idsOf(
          merger,
          `SELECT id FROM membership WHERE actor_id = @actor_id AND member_of_id = @member_of_id AND role IS @role
             AND from_on IS @from_on AND until_on IS @until_on AND deleted_at IS NULL`,
          own,
        ),
    })
  carryRejections(carrying)
}

/** Who was said not to be the same as whom; those who are one here stay so. */
function carryRejections(carrying: Carrying): void {
  for (const row of carrying.rows('alias_rejection')) {
    const [lower, upper] = [carrying.here(row['actor_id']), carrying.here(row['other_id'])].sort()
    if (lower == null || upper == null || lower === upper) continue
    carrying.carry(row, {
      table: 'alias_rejection',
      name: '',
      instead: { actor_id: lower, other_id: upper },
      key: `alias_rejection ${lower} ${upper}`,
      twins: (own) =>
        idsOf(
          carrying.merger,
          `SELECT id FROM alias_rejection WHERE actor_id = @actor_id AND other_id = @other_id AND deleted_at IS NULL`,
          own,
        ),
    })
  }
}

function carryTopics(carrying: Carrying): void {
  const { merger } = carrying
  const index = topicIndex(merger.db)
  const children = Map.groupBy(carrying.rows('topic', 'ORDER BY position, name'), (row) => row['parent_id'])
  const begin = new Map<string | null, number>()
  /** Those that come stand behind those that are there, in their own order. */
  const behind = (parentId: string | null, position: unknown) => {
    const last =
      begin.get(parentId) ??
      merger.db.get<{ last: number | null }>(
        'SELECT max(position) AS last FROM topic WHERE parent_id IS ? AND deleted_at IS NULL',
        parentId,
      )?.last ??
      0
    begin.set(parentId, last)
    return last + Number(position)
  }
  const carryBelow = (sourceParent: string | null) => {
    for (const row of children.get(sourceParent) ?? []) {
      const parentId = carrying.here(sourceParent)
      const name = String(row['name'])
      if (sourceParent !== null && parentId === null) {
        merger.tally.note('topic', 'removed', name)
        carrying.remember(row.id, null)
      } else carryTopic(row, name, parentId)
      carryBelow(row.id)
    }
  }
  const carryTopic = (row: SourceRow, name: string, parentId: string | null) => {
    const taken = carrying.carry(row, {
      table: 'topic',
      kind: 'topic',
      name,
      instead: { parent_id: parentId, position: behind(parentId, row['position']) },
      twins: () => [index.find(parentId, name)],
    })
    if (taken?.isNew) index.add(parentId, taken.id, name)
  }
  carryBelow(null)
  for (const row of carrying.rows('step')) carryStep(carrying, row)
}

/** A step that would give a topic of this notebook another status is told and left out. */
function carryStep(carrying: Carrying, row: SourceRow): void {
  const { merger } = carrying
  const topicId = carrying.here(row['topic_id'])
  if (topicId === null) return
  const name = merger.nameOf('topic', topicId)
  const known = (own: Partial<Row>) =>
    idsOf(
      merger,
      `SELECT id FROM step WHERE topic_id = @topic_id AND status = @status AND since IS @since AND note = @note
         AND deleted_at IS NULL`,
      own,
    )
  const { id, status, since, note } = row
  const mapped = { topic_id: topicId, status, since, note } as Row
  const isHere = merger.db.get('SELECT 1 FROM step WHERE id = ? AND deleted_at IS NULL', id) !== undefined
  if (!merger.isNew(topicId) && !isHere && known(mapped).length === 0) {
    const latest = merger.db.get<{ since: string | null; status: string }>(
      `SELECT since, status FROM step WHERE topic_id = ? AND deleted_at IS NULL
       ORDER BY since IS NOT NULL DESC, since DESC, id DESC LIMIT 1`,
      topicId,
    )
    const comesLast = latest === undefined || String(since ?? '') >= (latest.since ?? '')
    if (comesLast) {
      const said = [since, status].filter((part) => part !== null).join(' ')
      const here =
        latest === undefined ? '' : [latest.since, latest.status].filter((part) => part !== null).join(' ')
      merger.tally.conflict({ kind: 'step', name, field: 'step', here, there: said })
      return
    }
  }
  carrying.carry(row, { table: 'step', kind: 'step', name, needs: ['topic_id'], twins: known })
}

function carryRounds(carrying: Carrying): void {
  const index = roundIndex(carrying.merger.db)
  const mapped = (json: unknown) =>
    JSON.stringify(
      (JSON.parse(String(json)) as string[]).flatMap((id) => {
        const here = carrying.here(id)
        return here === null ? [] : [here]
      }),
    )
  for (const row of carrying.rows('round')) {
    const name = String(row['name'])
    const key = `${name} ${row['from_on'] ?? ''}`
    const taken = carrying.carry(row, {
      table: 'round',
      kind: 'round',
      name,
      instead: { participants: mapped(row['participants']), agenda: mapped(row['agenda']) },
      twins: () => [index.find(key)],
    })
    if (taken?.isNew) index.add(taken.id, key)
  }
}
