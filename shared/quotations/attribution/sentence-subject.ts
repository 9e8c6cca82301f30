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
import { isKnownName, possessive, roleMention } from './role-phrase.ts'

/** Participles ("saying", "ajoutant", "добавив") have the subject of the sentence. */
export function isParticiple(reading: Reading, index: number | undefined): boolean {
  const token = index === undefined ? undefined : reading.tokens[index]
  if (token === undefined || !has(reading, index, Flag.speech | Flag.fragment)) return false
  switch (reading.lexicon.language) {
    case 'en':
      return token.lower.endsWith('ing')
    case 'fr':
      return token.lower.endsWith('ant')
    case 'ru':
      return /(?:[аяи]в|ая|уя|яя|[^а]я)$/.test(token.lower)
    case 'uk':
      return /(?:вши|чи)$/.test(token.lower)
    default:
      return false
  }
}

/** The subject of a sentence for a verb further on in it: the first name, pronoun or role outside a prepositional phrase. */
export function sentenceSubject(reading: Reading, clause: Clause, before: number): Mention | undefined {
  let role: Mention | undefined
  let prepositional = false
  for (let at = 0; at < before; at++) {
    const index = clause[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined) {
      prepositional = false
      continue
    }
    const run = runAt(reading, index)
    const flags = flagsAt(reading, index)
    if (token.kind === 'sign') {
      if (!possessive.test(token.text)) prepositional = false
      continue
    }
    if (isSubjectPronoun(reading, index)) return role ?? { from: index, to: index + 1, kind: 'pronoun' }
    if (run !== undefined) {
      const owned = possessive.test(reading.tokens[run.to]?.text ?? '')
      if (run.kind === 'role' && !prepositional) role ??= nameMention(reading, run)
      else if (
        !owned &&
        !prepositional &&
        (reading.lexicon.language !== 'de' || run.kind !== 'unknown' || isKnownName(reading, index))
      ) {
        const noun = reading.tokens[run.to]
        const headed =
          noun !== undefined &&
          has(reading, run.to, Flag.person | Flag.group) &&
          runAt(reading, run.to) === undefined
        if (!headed && !(role !== undefined && run.kind !== 'person')) return nameMention(reading, run)
      }
      at += Math.max(0, run.to - index - 1)
      continue
    }
    if ((flags & Flag.preposition) !== 0) prepositional = true
    else if ((flags & (Flag.speech | Flag.that | Flag.conjunction)) !== 0 && (flags & Flag.person) === 0)
      prepositional = false
    if (!prepositional && role === undefined && (flags & (Flag.person | Flag.group | Flag.document)) !== 0) {
      role = roleMention(reading, clause, 0, index, index)
    }
    if (role !== undefined && (flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) return role
  }
  return role ?? officeSubject(reading, clause, before)
}

/** "В компании «Север» заявили", "У прес-службі повідомили": the Slavic languages let an office speak in the locative. */
function officeSubject(reading: Reading, clause: Clause, before: number): Mention | undefined {
  const { language } = reading.lexicon
  if (language !== 'ru' && language !== 'uk') return undefined
  for (let at = 0; at + 1 < Math.min(before, 12); at++) {
    if (!/^(?:в|во|у|на)$/.test(reading.tokens[clause[at] ?? -1]?.lower ?? '')) continue
    const index = clause[at + 1] ?? -1
    if (!has(reading, index, Flag.group) && runAt(reading, index)?.kind !== 'group') continue
    let end = at + 2
    while (end < before && end - at < 8 && !has(reading, clause[end], Flag.speech | Flag.preposition)) end++
    const last = clause[end - 1] ?? -1
    const to = last < 0 ? (clause[end] ?? index + 1) : last + 1
    return { from: index, to, kind: 'role', head: index }
  }
  return undefined
}
