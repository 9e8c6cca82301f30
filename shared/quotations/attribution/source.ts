import type { Attribution } from './attribution.ts'
import { type Clause, isSubjectPronoun, type Mention, type Reading } from './reading.ts'
import { subjectAfter } from './subject-after.ts'

/** "according to X", "за словами X", "selon X", "laut X", from the given place on. */
export function readSource(
  reading: Reading,
  clause: Clause,
  at: number,
): Omit<Attribution, 'rule'> | undefined {
  const index = clause[at] ?? -1
  const token = reading.tokens[index]
  if (token === undefined) return undefined
  const phrases = reading.lexicon.sources.get(token.lower)
  if (phrases === undefined) return undefined
  const phrase = phrases.find((words) =>
    words.every((word, offset) => same(reading.tokens[clause[at + offset] ?? -1]?.lower, word)),
  )
  if (phrase === undefined) return undefined
  const last = at + phrase.length - 1
  const from = index
  const to = (clause[last] ?? index) + 1
  const owner = possessiveIn(reading, clause, at, last)
  const mention = owner ?? subjectOfSource(reading, clause, last)
  if (mention === undefined) return undefined
  return { cue: { from, to }, mention, strength: 'source', distance: 0 }
}

function same(word: string | undefined, wanted: string): boolean {
  return word !== undefined && (word === wanted || word.replace(/'/g, '’') === wanted)
}

/** "по его словам": the pronoun stands inside the phrase. */
function possessiveIn(reading: Reading, clause: Clause, from: number, to: number): Mention | undefined {
  for (let at = from; at <= to; at++) {
    const index = clause[at] ?? -1
    if (/^(?:его|ее|её|их|його|її|їхн\p{L}+|їх)$/u.test(reading.tokens[index]?.lower ?? ''))
      return { from: index, to: index + 1, kind: 'pronoun' }
  }
  return undefined
}

function subjectOfSource(reading: Reading, clause: Clause, last: number): Mention | undefined {
  const index = clause[last + 1] ?? -1
  const token = reading.tokens[index]
  if (token === undefined || token.kind !== 'word') return undefined
  if (
    isSubjectPronoun(reading, index) ||
    /^(?:него|нее|неё|них|нього|неї|lui|elle|eux|elles|ihm|ihr)$/.test(token.lower)
  ) {
    return { from: index, to: index + 1, kind: 'pronoun' }
  }
  return subjectAfter(reading, clause, last)
}
