import type { z } from 'zod'
import type { Round, roundAssignSchema, roundCreateSchema, roundPatchSchema } from '#shared/domain/round.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, idList, insertRow, newRow, notFound, timestamp, updateRow } from './rows.ts'

type RoundRecord = Omit<Round, 'participantIds' | 'agendaIds'> & { participants: string; agenda: string }

/** Whoever is in the trash takes no part as long as they are there. */
const live = (column: 'participants' | 'agenda', table: 'actor' | 'topic') =>
  `(SELECT coalesce(json_group_array(j.value ORDER BY j.key), '[]') FROM json_each(r.${column}) j
    WHERE j.value IN (SELECT id FROM ${table} WHERE deleted_at IS NULL)) AS ${column}`

const selection = `
  SELECT r.id, r.name, r.from_on AS fromOn, r.until_on AS untilOn, r.place, r.note,
    ${live('participants', 'actor')}, ${live('agenda', 'topic')},
    (SELECT count(*) FROM quote q WHERE q.round_id = r.id AND q.deleted_at IS NULL) AS quoteCount,
    (SELECT count(*) FROM article a WHERE a.round_id = r.id AND a.deleted_at IS NULL) AS articleCount
  FROM round r WHERE r.deleted_at IS NULL`

/** Every round, the latest first; those without a date last. */
export function listRounds(db: Readable): Round[] {
  return db.all<RoundRecord>(`${selection} ORDER BY r.from_on IS NULL, r.from_on DESC, r.name`).map(toRound)
}

/** @throws AppError `not-found` */
export function getRound(db: Readable, id: string): Round {
  const row = db.get<RoundRecord>(`${selection} AND r.id = ?`, id)
  if (row === undefined) throw notFound('round')
  return toRound(row)
}

/** @throws AppError `round-backwards` where it ends before it begins */
export function createRound(db: Writable, round: z.output<typeof roundCreateSchema>): string {
  assertForwards(round)
  assertMembers(db, round)
  const row = newRow()
  insertRow(db, 'round', {
    ...row,
    name: round.name,
    from_on: round.fromOn,
    until_on: round.untilOn,
    place: round.place,
    participants: JSON.stringify(round.participantIds),
    agenda: JSON.stringify(round.agendaIds),
    note: round.note,
  })
  return row.id
}

export function updateRound(db: Writable, { id, ...patch }: z.output<typeof roundPatchSchema>): void {
  const { fromOn, untilOn } = getRound(db, id)
  assertForwards({
    fromOn: patch.fromOn ?? fromOn,
    untilOn: patch.untilOn === undefined ? untilOn : patch.untilOn,
  })
  assertMembers(db, patch)
  updateRow(db, 'round', id, {
    name: patch.name,
    from_on: patch.fromOn,
    until_on: patch.untilOn,
    place: patch.place,
    participants: patch.participantIds && JSON.stringify(patch.participantIds),
    agenda: patch.agendaIds && JSON.stringify(patch.agendaIds),
    note: patch.note,
  })
}

/** Puts quotes and articles into a round, or into none. */
export function assignRound(
  db: Writable,
  { roundId, quoteIds, articleIds }: z.output<typeof roundAssignSchema>,
): void {
  if (roundId !== null) assertLive(db, 'round', roundId)
  for (const [table, ids] of [
    ['quote', quoteIds],
    ['article', articleIds],
  ] as const)
    db.run(
      `UPDATE ${table} SET round_id = @roundId, updated_at = @now
       WHERE id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL AND round_id IS NOT @roundId`,
      { roundId, now: timestamp(), ids: idList(ids) },
    )
}

/** Names `intoId` wherever rounds name `id`, once. */
export function replaceInRounds(
  db: Writable,
  column: 'participants' | 'agenda',
  id: string,
  intoId: string,
): void {
  const rounds = db.all<{ id: string; list: string }>(
    `SELECT id, ${column} AS list FROM round WHERE EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`,
    id,
  )
  for (const round of rounds) {
    const list = (JSON.parse(round.list) as string[]).map((one) => (one === id ? intoId : one))
    updateRow(db, 'round', round.id, { [column]: JSON.stringify([...new Set(list)]) })
  }
}

function assertMembers(
  db: Readable,
  {
    participantIds = [],
    agendaIds = [],
  }: { participantIds?: string[] | undefined; agendaIds?: string[] | undefined },
): void {
  for (const id of participantIds) assertLive(db, 'actor', id)
  for (const id of agendaIds) assertLive(db, 'topic', id)
}

function assertForwards({ fromOn, untilOn }: Pick<Round, 'fromOn' | 'untilOn'>): void {
  // A month or a year ends with its last day, which `~` sorts after.
  if (fromOn !== null && untilOn !== null && fromOn > `${untilOn}~`)
    throw new AppError(
      'round-backwards',
      'A round cannot end before it begins.',
      'Change one of the two dates.',
    )
}

function toRound({ participants, agenda, ...row }: RoundRecord): Round {
  return {
    ...row,
    participantIds: JSON.parse(participants) as string[],
    agendaIds: JSON.parse(agenda) as string[],
  }
}
