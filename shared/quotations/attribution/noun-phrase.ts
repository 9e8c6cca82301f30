import { Flag } from '../languages/table.ts'
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
import { isKnownName, possessive } from './role-phrase.ts'

/** Reads a noun phrase: the name it ends with, else its role word, else the whole phrase. */
export function nounPhrase(
  reading: Reading,
  clause: Clause,
  start: number,
  end: number,
): Mention | undefined {
  const { tokens, lexicon } = reading
  let head = -1
  let name: Mention | undefined
  let prepositional = false
  const opening = clause[start] ?? -1
  if (isSubjectPronoun(reading, opening) && end - start <= 3)
    return { from: opening, to: opening + 1, kind: 'pronoun' }
  let nameGoverned = false
  let lastNoun = -1
  let begin = start
  for (let at = start; at <= end; at++) {
    const index = clause[at] ?? -1
    const token = tokens[index]
    if (token === undefined) continue
    const run = runAt(reading, index)
    const flags = flagsAt(reading, index)
    if (run !== undefined) {
      const after = tokens[run.to]
      const owned = after !== undefined && possessive.test(after.text)
      const whole = clause[at + run.to - run.from - 1] === run.to - 1
      if (run.kind === 'role') {
        head = run.to - 1
        lastNoun = head
        prepositional = false
      } else if (lexicon.language === 'de' && run.kind === 'unknown' && !isKnownName(reading, index)) {
        if (has(reading, index, Flag.person | Flag.group | Flag.document) && !prepositional) head = index
      } else if (
        !owned &&
        (!(prepositional && head >= 0) ||
          (run.kind === 'person' &&
            run.coreFrom > run.from &&
            (lexicon.language !== 'en' || tokens[run.from - 1]?.lower === 'of')))
      ) {
        const lone = nameMention(reading, run).entity
        const generic =
          (run.kind === 'group' || run.kind === 'unknown') &&
          lastNoun === index - 1 &&
          (pluralOrBody(reading, lastNoun, run.kind) ||
            (slavic(reading) && has(reading, lastNoun, Flag.person) && lone?.kind !== 'person'))
        // "the chancellor … at the summit of the West": a later name in a phrase of its own does not speak.
        if (!generic && (name === undefined || nameGoverned || !prepositional)) {
          name = nameMention(reading, run)
          nameGoverned = prepositional
        }
      } else if (!owned && name === undefined && !prepositional) name = nameMention(reading, run)
      if (whole) at += run.to - index - 1
      continue
    }
    if ((flags & Flag.preposition) !== 0 && (flags & Flag.determiner) === 0) {
      if (!(lexicon.language === 'fr' && /^(?:d[eu’']|des|d[’'])$/.test(token.lower))) {
        prepositional = true
        if (head < 0 && name === undefined) begin = at + 1
      }
      continue
    }
    if ((flags & Flag.filler) !== 0 && head < 0 && name === undefined && begin === at) {
      begin = at + 1
      continue
    }
    if ((flags & Flag.person) !== 0) lastNoun = index
    if ((flags & (Flag.person | Flag.group | Flag.document)) !== 0 && (!prepositional || head < 0)) {
      // "the US military", "Russia’s foreign ministry": the noun after the name is who speaks.
      if (lexicon.language === 'en' && !prepositional) name = undefined
      if (head < 0 || lexicon.language === 'en') head = index
      if (prepositional) {
        prepositional = false
        begin = Math.min(begin, at)
      }
    }
  }
  // What a preposition governs is no subject: "Von der Regierung fordert …".
  if (name !== undefined && nameGoverned && (lexicon.language === 'de' || lexicon.language === 'fr'))
    return undefined
  if (name !== undefined) return name
  if (begin > end) return undefined
  const mention: Mention = {
    from: clause[begin] ?? 0,
    to: (clause[end] ?? 0) + 1,
    kind: head >= 0 ? 'role' : 'phrase',
  }
  if (head >= 0) mention.head = head
  return mention
}

export function slavic(reading: Reading): boolean {
  return reading.lexicon.language === 'ru' || reading.lexicon.language === 'uk'
}

/** "представники Росгвардии": after a plural role word, a lone name in the genitive is where they are from. */
function pluralOrBody(reading: Reading, head: number, kind: string): boolean {
  const token = reading.tokens[head]
  if (token === undefined || !has(reading, head, Flag.person)) return false
  const { language } = reading.lexicon
  if (language !== 'uk' && language !== 'ru') return false
  return kind === 'group' || /[иіыї]$/.test(token.lower)
}
