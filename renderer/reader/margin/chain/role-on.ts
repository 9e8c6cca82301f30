import type { Membership } from '#shared/domain/actor.ts'
import type { Quote } from '#shared/domain/quote.ts'

/** The role that a dated membership gives the speaker on the day of the quote; null where none does, or no day is known. */
export function roleOn(
  memberships: readonly Membership[],
  { speakerId, saidOn }: Pick<Quote, 'speakerId' | 'saidOn'>,
): string | null {
  if (speakerId === null || saidOn === null) return null
  const held = memberships.find(
    ({ actorId, role, fromOn, untilOn }) =>
      actorId === speakerId &&
      role !== null &&
      // `~` sorts after every day of a month or a year that is written alone.
      (fromOn === null || fromOn <= `${saidOn}~`) &&
      (untilOn === null || saidOn <= `${untilOn}~`),
  )
  return held?.role ?? null
}
