import type { Readable } from '../store/connection.ts'
import type { Names } from './names.ts'
import { partyFinder } from './party-finder.ts'

/** Whom an actor's words of a day count for, both by number. */
export type OwnerOf = (actor: number, day: number) => number

/** As the notebook is now. Actors whom no day makes a difference to are looked up once. */
export function ownerFinder(db: Readable, actors: Names): OwnerOf {
  const { alwaysOf, partyOf } = partyFinder(db)
  const unknown = -1
  const varies = -2
  const always: number[] = []
  const ownerAlways = (actor: number): number => {
    const party = alwaysOf(actors.texts[actor] ?? '')
    return party === null ? varies : actors.numberOf(party)
  }
  return (actor, day) => {
    while (always.length <= actor) always.push(unknown)
    if (always[actor] === unknown) always[actor] = ownerAlways(actor)
    const owner = always[actor] ?? varies
    return owner === varies ? actors.numberOf(partyOf(actors.texts[actor] ?? '', day)) : owner
  }
}
