import { Flag } from '../languages/table.ts'
import type { Attribution } from './attribution.ts'
import {
  type Clause,
  entityAt,
  flagsAt,
  has,
  isSubjectPronoun,
  type Mention,
  nameMention,
  type Reading,
  runAt,
} from './reading.ts'

/** "…," Ann Lee quipped: a name, and a word that looks like a verb in the place of one. */
export function readUnlisted(reading: Reading, words: Clause): Attribution | undefined {
  if (reading.lexicon.language !== 'en') return undefined
  const index = words[0] ?? -1
  const run = runAt(reading, index)
  const at = run === undefined ? 1 : run.to - index
  const verb = words[at]
  const token = reading.tokens[verb ?? -1]
  if (verb === undefined || token === undefined || !/^\p{Ll}+(?:ed|s)$/u.test(token.text)) return undefined
  if (flagsAt(reading, verb) !== 0) return undefined
  const cue = { from: verb, to: verb + 1 }
  if (run !== undefined && run.kind !== 'role') {
    return { cue, mention: nameMention(reading, run), rule: 'said-after', strength: 'speech', distance: 2 }
  }
  if (!isSubjectPronoun(reading, index)) return undefined
  const mention: Mention = { from: index, to: index + 1, kind: 'pronoun' }
  return { cue, mention, rule: 'said-after', strength: 'speech', distance: 2 }
}

const verbEnding: Record<string, RegExp> = {
  en: /(?:ed|s)$/,
  de: /(?:te|t)$/,
  fr: /(?:e|a|it)$/,
  ru: /(?:л|ла|ли|ет|ит|лся|лась|ется|ится)$/,
  uk: /(?:в|ла|ли|є|ить|ує|вся|лася)$/,
}

/** A word no table lists, in the place and with the ending of a verb of saying: „…“, lästerte Ann Lee. */
export function unlistedVerb(reading: Reading, words: Clause): boolean {
  const token = reading.tokens[words[0] ?? -1]
  if (token === undefined || token.kind !== 'word' || /^\p{Lu}/u.test(token.text)) return false
  const known =
    Flag.preposition |
    Flag.conjunction |
    Flag.determiner |
    Flag.pronoun |
    Flag.filler |
    Flag.that |
    Flag.person |
    Flag.group
  if ((flagsAt(reading, words[0]) & known) !== 0) return false
  if (!(verbEnding[reading.lexicon.language]?.test(token.lower) ?? false)) return false
  for (let at = 1; at < Math.min(words.length, 4); at++) {
    const index = words[at]
    const run = runAt(reading, index)
    if (run !== undefined)
      return (
        run.kind === 'person' ||
        entityAt(reading, index)?.kind === 'person' ||
        (at === 1 && run.kind === 'unknown')
      )
    if (!has(reading, index, Flag.determiner | Flag.title | Flag.person)) return false
    if (has(reading, index, Flag.person)) return true
  }
  return false
}
