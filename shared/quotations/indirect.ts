import type { Attribution } from './attribution/attribution.ts'
import { readAfter } from './attribution/read-after.ts'
import { subjectNear } from './attribution/read-before.ts'
import { has, type Reading } from './attribution/reading.ts'
import { readSource } from './attribution/source.ts'
import { Flag } from './languages/table.ts'
import type { Sentence } from './text/sentences.ts'

/** Reported speech with a clear cue. Token indices, the end exclusive. */
export interface Reported {
  from: number
  to: number
  attribution: Attribution
}

const leastWords = 4

/** Longer sentences are lists. */
const mostWords = 200

/** Between a verb and its "that" may stand whom it was said to, and when: "told reporters on Monday that". */
const reach = 9

/** English leaves "that" out after these alone; others need it. */
const plainSaying =
  /^(?:said|says|say|saying|told|tells|adding|added|noted|claimed|claims|argued|believes|insisted|warned|announced|confirmed|estimated|predicted|denies|stated)$/

const asReported = /^(?:как|як)$/

/** What somebody is reported to have said in a sentence without quotation marks, or undefined. */
export function findReported(reading: Reading, sentence: Sentence): Reported | undefined {
  if (sentence.to - sentence.from > 2 * mostWords) return undefined
  const clause: number[] = []
  for (let index = sentence.from; index < sentence.to; index++) clause.push(index)
  while (clause.length > 0 && /^[.!?…]$/.test(reading.tokens[clause.at(-1) ?? -1]?.text ?? '')) clause.pop()
  if (clause.length < leastWords + 2 || clause.length > mostWords) return undefined
  const found = bySource(reading, clause) ?? byTail(reading, clause) ?? byVerb(reading, clause)
  if (found === undefined || found.to - found.from < leastWords) return undefined
  return found
}

/** "According to X, …", "За словами X, …", "…, according to X". */
function bySource(reading: Reading, clause: readonly number[]): Reported | undefined {
  for (let at = 0; at < clause.length; at++) {
    const lower = reading.tokens[clause[at] ?? -1]?.lower
    if (lower === undefined || /^(?:so|für|per|pour)$/.test(lower)) continue
    const source = readSource(reading, clause, at)
    if (source === undefined || source.mention === undefined) continue
    const attribution: Attribution = { ...source, rule: 'source-phrase' }
    const comma = commaAfter(reading, clause, at)
    const before = reading.tokens[clause[at - 1] ?? -1]
    const mostly = at > clause.length / 2
    if (!mostly && comma >= 0) return range(clause, comma + 1, clause.length, attribution)
    if (at >= leastWords) return range(clause, 0, before?.text === ',' ? at - 1 : at, attribution)
    if (reading.lexicon.language === 'de') return range(clause, 0, clause.length, attribution)
  }
  return undefined
}

/** "…, X said", "…, teilte die Behörde mit", "…, — сообщил X". */
function byTail(reading: Reading, clause: readonly number[]): Reported | undefined {
  for (let at = clause.length - 2; at >= leastWords; at--) {
    if (reading.tokens[clause[at] ?? -1]?.text !== ',') continue
    const tail = clause.slice(at + 1)
    if (tail.length > 28) return undefined
    if (has(reading, tail[0], Flag.that | Flag.conjunction) && !has(reading, tail[0], Flag.determiner))
      continue
    const attribution = readAfter(reading, tail)
    if (
      attribution?.mention === undefined ||
      attribution.rule === 'source-phrase' ||
      attribution.distance > 7
    )
      continue
    if (attribution.mention.kind === 'phrase' && attribution.distance > 2) continue
    // "The judge, Ann Lee, recalls": a name between commas is an apposition, not a tail.
    if (attribution.mention.to < attribution.cue.from && reading.tokens[attribution.mention.to]?.text === ',')
      continue
    const ends = tail.every(
      (index) =>
        index < attribution.cue.to || !has(reading, index, Flag.that) || has(reading, index, Flag.filler),
    )
    if (ends) return range(clause, 0, at, attribution)
  }
  return undefined
}

/** "X said that …", "X заявил, что …", "X betonte, dass …"; in English "that" may be missing. */
function byVerb(reading: Reading, clause: readonly number[]): Reported | undefined {
  for (let at = 0; at < clause.length - leastWords; at++) {
    const index = clause[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined || !has(reading, index, Flag.speech)) continue
    const start = contentStart(reading, clause, at)
    if (start < 0) continue
    const mention = subjectNear(reading, clause, at)
    if (mention === undefined || (mention.kind === 'phrase' && reading.lexicon.language === 'en')) continue
    const attribution: Attribution = {
      cue: { from: index, to: index + 1 },
      mention,
      rule: 'same-sentence',
      strength: 'speech',
      distance: 0,
    }
    return range(clause, start, clause.length, attribution)
  }
  return undefined
}

/** Where in the clause the reported words begin after the verb at `verb`, or -1. */
function contentStart(reading: Reading, clause: readonly number[], verb: number): number {
  const { tokens, lexicon } = reading
  const limit = Math.min(clause.length, verb + reach)
  for (let at = verb + 1; at < limit; at++) {
    const token = tokens[clause[at] ?? -1]
    if (token === undefined) return -1
    if (token.text === ':' && lexicon.language !== 'en') return at + 1
    if (has(reading, clause[at], Flag.that) && !/^(?:как|як|si|how|wie|чтобы|щоб)$/.test(token.lower))
      return at + 1
    if (lexicon.language === 'de' && token.text === ',') return at + 1
    if (token.text === ';') return -1
  }
  // "Как пояснила X, …"
  if (asReported.test(tokens[clause[verb - 1] ?? -1]?.lower ?? ''))
    return commaAfter(reading, clause, verb) + 1 || -1
  if (lexicon.language !== 'en') return -1
  const said = tokens[clause[verb] ?? -1]?.lower ?? ''
  if (!plainSaying.test(said)) return -1
  const next = verb + 1 + (/^tell|^told/.test(said) ? 1 : 0)
  return has(reading, clause[next], Flag.preposition) ? -1 : next
}

function commaAfter(reading: Reading, clause: readonly number[], from: number): number {
  for (let at = from + 1; at < Math.min(clause.length, from + 30); at++) {
    if (reading.tokens[clause[at] ?? -1]?.text === ',') return at
  }
  return -1
}

function range(
  clause: readonly number[],
  from: number,
  to: number,
  attribution: Attribution,
): Reported | undefined {
  const first = clause[from]
  const last = clause[to - 1]
  return first === undefined || last === undefined || to <= from
    ? undefined
    : { from: first, to: last + 1, attribution }
}
