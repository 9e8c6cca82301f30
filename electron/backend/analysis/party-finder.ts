import { listActors } from '../store/actors.ts'
import type { Readable } from '../store/connection.ts'
import { listMemberships } from '../store/memberships.ts'
import { dayNumber, lastDayNumber } from './days.ts'

export interface PartyFinder {
  partyOf(actorId: string, day: number): string
  /** The same where no day makes a difference; null where one may. */
  alwaysOf(actorId: string): string | null
}

/**
 * Whom an actor's words count for on a day: the first party up the chain of memberships, or the last in the chain where there
 * is none. On each rung a dated membership that holds that day (the one that began last) comes before the undated one.
 */
export function partyFinder(db: Readable): PartyFinder {
  const actors = new Map(listActors(db).map((actor) => [actor.id, actor]))
  const dated = Map.groupBy(
    listMemberships(db).map(({ actorId, memberOfId, fromOn, untilOn }) => ({
      actorId,
      memberOfId,
      from: fromOn === null ? -Infinity : dayNumber(fromOn),
      until: untilOn === null ? Infinity : lastDayNumber(untilOn),
    })),
    ({ actorId }) => actorId,
  )
  const above = (id: string, day: number): string | null =>
    dated.get(id)?.findLast(({ from, until }) => from <= day && day <= until)?.memberOfId ??
    actors.get(id)?.memberOfId ??
    null
  const climb = (actorId: string, day: number, passes: (rung: string) => boolean): string | null => {
    const seen = new Set<string>()
    let at = actorId
    while (actors.get(at)?.kind !== 'party' && !seen.has(at)) {
      if (!passes(at)) return null
      seen.add(at)
      const up = above(at, day)
      if (up === null) break
      at = up
    }
    return at
  }
  return {
    partyOf: (actorId, day) => climb(actorId, day, () => true) ?? actorId,
    alwaysOf: (actorId) => climb(actorId, 0, (rung) => !dated.has(rung)),
  }
}
