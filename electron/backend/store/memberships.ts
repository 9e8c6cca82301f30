import type { z } from 'zod'
import type { Membership, membershipSaveSchema } from '#shared/domain/actor.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow, updateRow } from './rows.ts'

/** The dated memberships of everybody, each actor's oldest first. */
export function listMemberships(db: Readable): Membership[] {
  return db.all<Membership>(
    `SELECT m.id, m.actor_id AS actorId, m.member_of_id AS memberOfId, m.role, m.from_on AS fromOn, m.until_on AS untilOn
     FROM membership m
     JOIN actor a ON a.id = m.actor_id AND a.deleted_at IS NULL
     JOIN actor g ON g.id = m.member_of_id AND g.deleted_at IS NULL
     WHERE m.deleted_at IS NULL ORDER BY m.actor_id, m.from_on, m.id`,
  )
}

/** @throws AppError `member-of-itself` */
export function saveMembership(db: Writable, given: z.output<typeof membershipSaveSchema>): string {
  assertLive(db, 'actor', given.actorId)
  assertLive(db, 'actor', given.memberOfId)
  if (given.actorId === given.memberOfId)
    throw new AppError('member-of-itself', 'An actor cannot belong to itself, nor to its own members.')
  const columns = {
    actor_id: given.actorId,
    member_of_id: given.memberOfId,
    role: given.role,
    from_on: given.fromOn,
    until_on: given.untilOn,
  }
  if (given.id === undefined) {
    const row = newRow()
    insertRow(db, 'membership', { ...row, ...columns })
    return row.id
  }
  assertLive(db, 'membership', given.id)
  updateRow(db, 'membership', given.id, columns)
  return given.id
}

export function removeMembership(db: Writable, id: string): void {
  assertLive(db, 'membership', id)
  db.run('UPDATE membership SET deleted_at = @now, updated_at = @now WHERE id = @id', {
    now: deletionMoment(),
    id,
  })
}

/** Memberships of `id` and in it go over to `intoId`; one that would make it its own member goes to the trash. */
export function mergeMemberships(db: Writable, id: string, intoId: string, now: string): void {
  db.run(
    `UPDATE membership SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL
       AND ((actor_id = @id AND member_of_id = @intoId) OR (actor_id = @intoId AND member_of_id = @id))`,
    { now, id, intoId },
  )
  for (const [side, other] of [
    ['actor_id', 'member_of_id'],
    ['member_of_id', 'actor_id'],
  ])
    db.run(
      `UPDATE membership SET ${side} = @intoId, updated_at = @now WHERE ${side} = @id AND ${other} <> @intoId`,
      { now, id, intoId },
    )
}
