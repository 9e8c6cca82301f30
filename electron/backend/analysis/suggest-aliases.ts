import type { z } from 'zod'
import type { aliasSuggestionSchema } from '#shared/domain/actor.ts'
import { listActors } from '../store/actors.ts'
import { pairKey, rejectedAliases } from '../store/alias-rejections.ts'
import type { Readable } from '../store/connection.ts'
import { nameKey } from './name-key.ts'

/**
 * Pairs of actors whose names may be two spellings of one, across scripts; for a merge that the analyst decides on. Those that
 * were said not to be the same are left out.
 */
export function suggestAliases(db: Readable): Array<z.output<typeof aliasSuggestionSchema>> {
  const names = listActors(db).flatMap((actor) =>
    [actor.name, ...actor.aliases].map((name) => ({
      id: actor.id,
      kind: actor.kind,
      name,
      key: nameKey(name),
    })),
  )
  const rejected = rejectedAliases(db)
  const pairs = new Map<string, z.output<typeof aliasSuggestionSchema>>()
  for (const [key, alike] of Map.groupBy(names, (name) => name.key)) {
    if (key === '') continue
    alike.forEach((one, at) => {
      for (const other of alike.slice(at + 1)) {
        if (one.id === other.id || one.kind !== other.kind) continue
        const [first, second] = one.id < other.id ? [one, other] : [other, one]
        const pair = { actorId: first.id, otherId: second.id, name: first.name, otherName: second.name }
        const key = pairKey(first.id, second.id)
        if (!rejected.has(key) && !pairs.has(key)) pairs.set(key, pair)
      }
    })
  }
  return [...pairs.values()]
}
