import { flagsAt, has } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import { isCapital } from '../text/tokenize.ts'
import type { Evidence } from './classify.ts'

/** Whether a word just before the passage announces a title or name: the film “…”, so-called “…”, газета «…». */
export function namesBefore(evidence: Evidence): boolean {
  const { reading, before } = evidence
  if (before === undefined || before < 0) return false
  const token = reading.tokens[before]
  if (token === undefined) return false
  if (token.kind === 'word') {
    const flags = flagsAt(reading, before)
    if ((flags & Flag.fragment) !== 0 && (flags & Flag.naming) === 0) return false
    if ((flags & Flag.naming) !== 0) return true
    // "представитель «министерства обороны»"
    if (
      (flags & Flag.person) !== 0 &&
      evidence.attribution?.rule === 'same-sentence' &&
      evidence.passage.last - evidence.passage.first <= 3
    )
      return true
    if (
      (flags & Flag.preposition) !== 0 &&
      has(reading, before - 1, Flag.naming) &&
      !has(reading, before - 1, Flag.group | Flag.document)
    )
      return true
    // A report “Title” is named, a letter: “We …” is quoted.
    const capital = isCapital(reading.tokens[evidence.passage.first] ?? token)
    const ended = /^[.,!?…]$/.test(reading.tokens[evidence.passage.last - 1]?.text ?? '')
    if ((flags & Flag.document) !== 0 && capital && !ended) return true
    if ((flags & Flag.group) !== 0)
      return reading.lexicon.language !== 'de' && isCapital(reading.tokens[evidence.passage.first] ?? token)
  }
  return false
}

/** "described it as “…”": the fragment is what the verb says of something. */
export function predicates({ reading, attribution, before }: Evidence): boolean {
  return (
    attribution?.strength === 'fragment' &&
    before !== undefined &&
    /^(?:as|comme|als|как|як)$/.test(reading.tokens[before]?.lower ?? '')
  )
}

const charge =
  /^(?:poursuivie?s?|inculpée?s?|condamnée?s?|examen|accusée?s?|jugée?s?|charged|convicted|обвин\p{L}+|вменя\p{L}+|звинувач\p{L}+|інкримін\p{L}+|підозр\p{L}+|подозр\p{L}+|angeklagt|verurteilt)$/u

/** Whether the words before name what somebody is charged with: they are the law's. */
export function charged({ reading, before }: Evidence): boolean {
  if (before === undefined || !has(reading, before, Flag.preposition))
    return charge.test(reading.tokens[before ?? -1]?.lower ?? '') && reading.lexicon.language !== 'fr'
  return charge.test(reading.tokens[before - 1]?.lower ?? '')
}

/** Whether the word after the passage says what the name before it names: the “…” campaign, „…“-Programm. */
export function namesAfter(evidence: Evidence): boolean {
  const { reading, after } = evidence
  const token = after === undefined ? undefined : reading.tokens[after]
  if (after === undefined || token === undefined) return false
  if (token.text === '-' && !(reading.tokens[after + 1]?.spaced ?? true)) return true
  if (token.kind !== 'word' || reading.lexicon.language !== 'en' || isCapital(token)) return false
  const next =
    has(reading, after + 1, Flag.naming) &&
    !has(reading, after, Flag.preposition | Flag.conjunction | Flag.speech | Flag.filler)
  return (has(reading, after, Flag.naming) && !has(reading, after, Flag.speech | Flag.fragment)) || next
}
