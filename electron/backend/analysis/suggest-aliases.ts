import type { z } from 'zod'
import type { aliasSuggestionSchema } from '#shared/domain/actor.ts'
import { listActors } from '../store/actors.ts'
import type { Readable } from '../store/connection.ts'
import { nameKey } from './name-key.ts'

/** Pairs of actors whose names may be two spellings of one, across scripts; for a merge that the analyst decides on. */
export function suggestAliases(db: Readable): Array<z.output<typeof aliasSuggestionSchema>> {
  const names = listActors(db).flatMap((actor) =>
    [actor.name, ...actor.aliases].map((name) => ({
      id: actor.id,
      kind: actor.kind,
      name,
      key: nameKey(name),
    })),
  )
  const pairs = new Map<string, z.output<typeof aliasSuggestionSchema>>()
  for (const [key, alike] of Map.groupBy(names, (name) => name.key)) {
    if (key === '') continue
    alike.forEach((one, at) => {
      for (const other of alike.slice(at + 1)) {
        if (one.id === other.id || one.kind !== other.kind) continue
        const [first, second] = one.id < other.id ? [one, other] : [other, one]
        const pair = { actorId: first.id, otherId: second.id, name: first.name, otherName: second.name }
        if (!pairs.has(`${first.id} ${second.id}`)) pairs.set(`${first.id} ${second.id}`, pair)
      }
    })
  }
  return [...pairs.values()]
}
