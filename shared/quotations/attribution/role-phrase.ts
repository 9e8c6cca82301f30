import { Flag } from '../languages/table.ts'
import { type Clause, flagsAt, has, type Mention, type Reading, runAt } from './reading.ts'

const stop = /^[,;:()—–"“”«»„.!?…]$/

export const possessive = /^[’']s?$/i

/** A role as it stands, up to the end of its phrase: "a spokesman for the army". */
export function roleMention(
  reading: Reading,
  clause: Clause,
  from: number,
  begin: number,
  head: number,
): Mention | undefined {
  let start = clause.indexOf(begin, from)
  if (start < 0) return undefined
  // Adjectives before the noun belong to it.
  while (start > from && isModifier(reading, clause[start - 1])) start--
  let end = start
  while (end < clause.length && end - start < 9) {
    const index = clause[end] ?? -1
    const token = reading.tokens[index]
    if (token === undefined || (token.kind === 'sign' && stop.test(token.text))) break
    if (
      end > start &&
      index > head &&
      (flagsAt(reading, index) & (Flag.that | Flag.speech)) !== 0 &&
      !has(reading, index, Flag.person)
    )
      break
    if (index > head && head >= 0 && breaksPhrase(reading, index)) break
    end++
  }
  if (end === start) return undefined
  const mention: Mention = {
    from: clause[start] ?? 0,
    to: (clause[end - 1] ?? 0) + 1,
    kind: head >= 0 ? 'role' : 'phrase',
  }
  if (head >= 0) mention.head = head
  return mention
}

function isModifier(reading: Reading, index: number | undefined): boolean {
  if (index === undefined || index < 0) return false
  const token = reading.tokens[index]
  if (token === undefined || token.kind === 'sign') return false
  if (possessive.test(token.text)) return true
  const flags = flagsAt(reading, index)
  if (possessive.test(reading.tokens[index + 1]?.text ?? '') || (flags & Flag.nation) !== 0) return true
  return (
    (flags & (Flag.speech | Flag.preposition | Flag.conjunction | Flag.filler | Flag.pronoun)) === 0 &&
    runAt(reading, index) === undefined
  )
}

/** Words with which time and place begin, no longer part of who spoke. */
function breaksPhrase(reading: Reading, index: number): boolean {
  const token = reading.tokens[index]
  if (token === undefined) return true
  const { language } = reading.lexicon
  // "experts from Wren collaborated with …": the phrase ends where its verb begins.
  if (language === 'en' && (has(reading, index, Flag.filler) || /(?:ed|n[’']t)$/.test(token.lower)))
    return true
  if (language === 'en')
    return /^(?:on|in|at|during|after|before|by|to|as|when|who|yesterday|today|earlier|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|told)$/.test(
      token.lower,
    )
  if (language === 'fr')
    return /^(?:dans|lors|à|au|ce|qui|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en|après|avant)$/.test(
      token.lower,
    )
  if (language === 'de') {
    // What follows in lower case is a genitive or "von"; else the sentence goes on.
    return !/^\p{Lu}/u.test(token.text) && !/^(?:der|des|dem|den|von|vom|für|einer|eines)$/.test(token.lower)
  }
  return /^(?:в|у|на|во|під|при|о|об|який|яка|який|который|которая|после|після|сегодня|сьогодні|вчера|вчора)$/.test(
    token.lower,
  )
}

/** In German: whether a lone capitalised word is somebody's name that stands in full elsewhere. */
export function isKnownName(reading: Reading, index: number): boolean {
  const number = reading.runOf[index] ?? -1
  const entity = number < 0 ? undefined : reading.cast.ofRun[number]
  if (entity === undefined) return false
  const before = reading.tokens[index - 1]
  const determined = before !== undefined && has(reading, index - 1, Flag.determiner)
  if (entity.kind === 'person' && (entity.words.length > 1 || entity.gender !== undefined)) return true
  if (entity.kind === 'group' && entity.words.length > 0) return true
  return (
    !determined &&
    !has(reading, index, Flag.person | Flag.group | Flag.document | Flag.common) &&
    entity.kind !== 'unknown'
  )
}
