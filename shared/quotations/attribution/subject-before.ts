import { Flag } from '../languages/table.ts'
import { nounPhrase } from './noun-phrase.ts'
import {
  type Clause,
  flagsAt,
  has,
  isSubjectPronoun,
  type Mention,
  nameMention,
  type Reading,
  runAt,
} from './reading.ts'
import { possessive } from './role-phrase.ts'
import { isParticiple, sentenceSubject } from './sentence-subject.ts'

/** Who speaks, read from the words before a verb of saying: "Ann Lee, the head of the office, said". */
const inverted = /-(?:t-)?(?:il|elle|ils|elles|on)$/

const and =
  /^(?:and|but|or|then|who|which|that|et|mais|puis|qui|und|aber|oder|die|der|das|и|но|а|или|й|і|та|але|який|яка|які|который|которая|которые)$/

function joinsVerbs(reading: Reading, index: number, lower: string): boolean {
  return and.test(lower) && runAt(reading, index) === undefined
}

export function subjectBefore(reading: Reading, clause: Clause, verb: number): Mention | undefined {
  let end = verb - 1
  while (end >= 0 && skips(reading, clause[end])) end--
  const index = clause[end]
  if (index === undefined || index < 0) return undefined
  const token = reading.tokens[index]
  if (token === undefined) return undefined
  if (isSubjectPronoun(reading, index) || inverted.test(token.lower))
    return { from: index, to: index + 1, kind: 'pronoun' }
  const named = runAt(reading, index)?.kind === 'person'
  if (joinsVerbs(reading, index, token.lower) || (!named && isParticiple(reading, clause[verb])))
    return sentenceSubject(reading, clause, verb)
  if (token.text === ',' || token.text === ')' || token.text === '—' || token.text === '–')
    return beforeApposition(reading, clause, end)
  let start = end
  while (start > 0 && !startsPhrase(reading, clause, start - 1)) start--
  return nounPhrase(reading, clause, start, end)
}

function skips(reading: Reading, index: number | undefined): boolean {
  if (index === undefined || index < 0) return false
  const token = reading.tokens[index]
  if (token === undefined) return false
  if (isSubjectPronoun(reading, index)) return false
  if (token.kind === 'number') return true
  const flags = flagsAt(reading, index)
  if (
    (flags & (Flag.speech | Flag.person | Flag.group)) !== 0 &&
    runAt(reading, index) === undefined &&
    (flags & Flag.filler) === 0
  )
    return false
  if ((flags & Flag.filler) !== 0) return true
  return (
    reading.lexicon.language === 'en' && token.lower.endsWith('ly') && runAt(reading, index) === undefined
  )
}

/** The first name before the comma that closes an apposition: "Ann Lee, head of X, a firm in Y," is Ann Lee. */
function beforeApposition(reading: Reading, clause: Clause, comma: number): Mention | undefined {
  let fallback: Mention | undefined
  for (let at = comma - 1; at >= 0 && comma - at < 40; at--) {
    const index = clause[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined) break
    if (token.text === ';' || token.text === ':') break
    const next = clause[at + 1]
    const closing = next === undefined ? undefined : reading.tokens[next]
    const run = runAt(reading, index)
    if (run !== undefined && run.to - 1 === index && run.kind !== 'role') {
      const before = run.from - 1
      const ends = closing !== undefined && /^[,(—–]$/.test(closing.text)
      const governed = has(reading, before, Flag.preposition)
      const mention = nameMention(reading, run)
      if (ends && !governed && run.kind === 'person') return mention
      const opens =
        at - (run.to - run.from) < 0 ||
        /^[,(]$/.test(reading.tokens[before]?.text ?? '') ||
        has(reading, before, Flag.determiner | Flag.conjunction)
      if (!governed && opens && run.kind !== 'unknown') fallback = mention
      at -= run.to - run.from - 1
    }
    if (isSubjectPronoun(reading, index) && fallback === undefined && at > 0 && clause[at - 1] === -1)
      fallback = { from: index, to: index + 1, kind: 'pronoun' }
  }
  return fallback ?? sentenceSubject(reading, clause, comma)
}

function startsPhrase(reading: Reading, clause: Clause, at: number): boolean {
  const index = clause[at]
  if (index === undefined || index < 0) return true
  const token = reading.tokens[index]
  if (token === undefined) return true
  if (token.kind === 'sign')
    return !(
      possessive.test(token.text) ||
      token.text === '&' ||
      (token.text === '.' && runAt(reading, index) !== undefined)
    )
  const flags = flagsAt(reading, index)
  if (runAt(reading, index) !== undefined) return false
  if (possessive.test(token.text)) return false
  if ((flags & Flag.conjunction) !== 0 && (flags & Flag.determiner) === 0) {
    // "the prosecutor and the lawyer": two subjects share a verb.
    return !/^(?:and|et|und|и|і|й|та|der|die|das)$/.test(token.lower) || !joinsSubjects(reading, clause, at)
  }
  return (
    (flags & Flag.that) !== 0 ||
    ((flags & Flag.speech) !== 0 &&
      (flags & (Flag.person | Flag.group | Flag.document)) === 0 &&
      reading.lexicon.language !== 'de')
  )
}

function joinsSubjects(reading: Reading, clause: Clause, at: number): boolean {
  const before = clause[at - 1]
  const after = clause[at + 1]
  const noun = (index: number | undefined): boolean =>
    index !== undefined &&
    index >= 0 &&
    (has(reading, index, Flag.person | Flag.group | Flag.determiner) || runAt(reading, index) !== undefined)
  return noun(before) && noun(after) && reading.lexicon.language !== 'en'
}
