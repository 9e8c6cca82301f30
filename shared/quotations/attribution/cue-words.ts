import { Flag } from '../languages/table.ts'
import { flagsAt, isSubjectPronoun, type Reading, runAt } from './reading.ts'

export const inverted = /-(?:t-)?(?:il|elle|ils|elles|on)$/

const alsoNoun =
  /^(?:reports|report|claims|claim|comments|comment|remarks|notes|note|estimates|answers|answer|posts|tweets|states|calls|call|promises|questions|demands|charges|offers|offer|reply|response|statement|thanks|find|finds|ruling|reading|writing|saying|warning|tweet|post)$/

/** "two critical reports", "the claims": English nouns that look like verbs of saying. */
export function isNoun(reading: Reading, index: number): boolean {
  const token = reading.tokens[index]
  if (reading.lexicon.language !== 'en' || token === undefined) return false
  const before = reading.tokens[index - 1]
  // "is predicted to", "has been seen as": nobody in particular says it.
  if (token.lower.endsWith('ed') && /^(?:is|are|was|were|been|be|being)$/.test(before?.lower ?? ''))
    return true
  if (!alsoNoun.test(token.lower)) return false
  if (before === undefined || before.kind !== 'word' || before.paragraph !== token.paragraph) return false
  if (runAt(reading, index - 1) !== undefined || isSubjectPronoun(reading, index - 1)) return false
  const flags = flagsAt(reading, index - 1)
  if ((flags & (Flag.determiner | Flag.preposition)) !== 0) return true
  return (flags & (Flag.person | Flag.group | Flag.document | Flag.filler | Flag.conjunction)) === 0
}

/** A verb that belongs to a name or noun is none: "Said Ahmed", "the Reading office". */
export function inName(reading: Reading, index: number): boolean {
  const run = runAt(reading, index)
  return run !== undefined && run.kind !== 'unknown'
}

export function isInvertedVerb(reading: Reading, lower: string): boolean {
  return (
    (reading.lexicon.flags(lower.replace(inverted, '')) & Flag.speech) !== 0 ||
    /^(?:a|ont|avait|est)-/.test(lower)
  )
}
