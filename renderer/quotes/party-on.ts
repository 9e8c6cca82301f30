import type { Actor, Membership } from '#shared/domain/actor.ts'

/** What somebody belonged to on a day: by a membership that covers it, or else by what they belong to in general; a party is its own. */
export function partyOn(
  actor: Actor | undefined,
  day: string | null,
  memberships: readonly Membership[],
): string | null {
  if (actor === undefined) return null
  const covers = ({ actorId, fromOn, untilOn }: Membership) =>
    actorId === actor.id &&
    // `~` sorts after every day of a month or a year that is written alone.
    (fromOn === null || (day !== null && fromOn <= `${day}~`)) &&
    (untilOn === null || (day !== null && day <= `${untilOn}~`))
  return (
    memberships.find(covers)?.memberOfId ?? actor.memberOfId ?? (actor.kind === 'person' ? null : actor.id)
  )
}
