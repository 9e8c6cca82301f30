import type { z } from 'zod'
import type { actorSplitSchema } from '#shared/domain/actor.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createActor, listActors } from './actors.ts'
import { rejectAlias } from './alias-rejections.ts'
import type { Writable } from './connection.ts'
import { idList, notFound, timestamp, updateRow } from './rows.ts'

/**
 * Makes two actors of one: the quotes and aliases named go over to a new actor of the same kind and membership. Returns its id.
 *
 * @throws AppError `not-theirs` where a quote is not theirs, `actor-exists` where somebody else has the name
 */
export function splitActor(
  db: Writable,
  { id, name, aliases, quoteIds }: z.output<typeof actorSplitSchema>,
): string {
  const actor = listActors(db).find((one) => one.id === id)
  if (actor === undefined) throw notFound('actor')
  const goes = new Set([name, ...aliases])
  updateRow(db, 'actor', id, { aliases: JSON.stringify(actor.aliases.filter((alias) => !goes.has(alias))) })
  const { kind, memberOfId } = actor
  const newId = createActor(db, {
    name,
    kind,
    memberOfId,
    aliases: aliases.filter((alias) => alias !== name),
  })
  const { changes } = db.run(
    `UPDATE quote SET speaker_id = @newId, updated_at = @now
     WHERE id IN (SELECT value FROM json_each(@ids)) AND speaker_id = @id AND deleted_at IS NULL`,
    { newId, now: timestamp(), ids: idList(quoteIds), id },
  )
  if (changes !== new Set(quoteIds).size)
    throw new AppError(
      'not-theirs',
      'One of the quotes is not by this actor.',
      'Reload, and choose the quotes again.',
    )
  // Their names may be alike; nobody suggests to make one of them again.
  rejectAlias(db, id, newId)
  return newId
}
