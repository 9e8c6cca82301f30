import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow } from './rows.ts'

interface RejectedPair {
  id: string
  actorId: string
  otherId: string
}

/** What two actors are known by as a pair, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return [one, other].sort().join(' ')
}

/** Says that two actors are not the same, whatever their names. @throws AppError `merge-same` */
export function rejectAlias(db: Writable, one: string, other: string): void {
  assertLive(db, 'actor', one)
  assertLive(db, 'actor', other)
  if (one === other) throw new AppError('merge-same', 'An actor is the same as itself.')
  noteRejection(db, one, other)
}

/** The pairs that somebody said are not the same, by `pairKey`. */
export function rejectedAliases(db: Readable): ReadonlySet<string> {
  return new Set(
    db
      .all<RejectedPair>(
        'SELECT id, actor_id AS actorId, other_id AS otherId FROM alias_rejection WHERE deleted_at IS NULL',
      )
      .map(({ actorId, otherId }) => pairKey(actorId, otherId)),
  )
}

/** Whom `id` was told from, `intoId` is told from now on; that it was told from `intoId` itself is forgotten. */
export function mergeRejections(db: Writable, id: string, intoId: string): void {
  const pairs = db.all<RejectedPair>(
    `SELECT id, actor_id AS actorId, other_id AS otherId FROM alias_rejection
     WHERE deleted_at IS NULL AND (actor_id = @id OR other_id = @id)`,
    { id },
  )
  for (const pair of pairs) {
    db.run('UPDATE alias_rejection SET deleted_at = @now, updated_at = @now WHERE id = @id', {
      now: deletionMoment(),
      id: pair.id,
    })
    const other = pair.actorId === id ? pair.otherId : pair.actorId
    if (other !== intoId) noteRejection(db, intoId, other)
  }
}

function noteRejection(db: Writable, one: string, other: string): void {
  const [actorId = '', otherId = ''] = [one, other].sort()
  const known = db.get(
    'SELECT 1 FROM alias_rejection WHERE actor_id = ? AND other_id = ? AND deleted_at IS NULL',
    actorId,
    otherId,
  )
  if (known === undefined)
    insertRow(db, 'alias_rejection', { ...newRow(), actor_id: actorId, other_id: otherId })
}
