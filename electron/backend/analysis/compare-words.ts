import type { UtterancePair } from '#shared/domain/utterance.ts'
import { tokenize } from '#shared/search/tokenize.ts'

export interface Said {
  text: string
  lang: string
}

type Alike = Pick<UtterancePair, 'kind' | 'score' | 'reasons'>

const shingleSize = 3
/** Shorter than this, words in a row prove little: “thank you very much” is said every day. */
const tellingWords = 5

/**
 * Whether two texts may be the same words: letter for letter but for case and marks (`exact`), one a part of the other (`cut`),
 * or with most of their runs of three words in common (`reworded`). Shared runs are measured as containment in the shorter
 * text, A. Broder, “On the resemblance and containment of documents” (1997). Between languages only numbers can be compared: all
 * of them in common, and lengths not too far apart, make a `translated`, the likelier the more numbers there are.
 */
export function compareWords(one: Said, other: Said): Alike | null {
  const [a, b] = [wordsOf(one.text), wordsOf(other.text)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return null
  if (a.join(' ') === b.join(' '))
    return { kind: 'exact', score: short.length >= tellingWords ? 1 : 0.6, reasons: ['words 1.00'] }
  if (one.lang !== other.lang && one.lang !== 'und' && other.lang !== 'und')
    return compareTranslated(one, other)
  if (short.length < tellingWords) return null
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `))
    return { kind: 'cut', score: 0.95, reasons: ['words 1.00'] }
  const contained = containment(shingles(short), shingles(long))
  const common = containment(new Set(short), new Set(long))
  const score = Math.max(contained, common * common * 0.9)
  return { kind: 'reworded', score, reasons: [`words ${score.toFixed(2)}`] }
}

function compareTranslated(one: Said, other: Said): Alike | null {
  const [a, b] = [numbersOf(one.text), numbersOf(other.text)]
  const common = [...a].filter((number) => b.has(number)).length
  if (common === 0 || common < Math.max(a.size, b.size)) return null
  const lengths = one.text.length / other.text.length
  if (lengths < 0.5 || lengths > 2) return null
  return { kind: 'translated', score: Math.min(0.9, 0.4 + common * 0.15), reasons: [`numbers ${common}`] }
}

function wordsOf(text: string): string[] {
  return tokenize(text).map(({ word }) => word)
}

function shingles(words: readonly string[]): Set<string> {
  return new Set(
    words.slice(0, 1 - shingleSize || undefined).map((_, at) => words.slice(at, at + shingleSize).join(' ')),
  )
}

function containment(short: ReadonlySet<string>, long: ReadonlySet<string>): number {
  if (short.size === 0) return 0
  return [...short].filter((item) => long.has(item)).length / short.size
}

/** Numbers of the text, with the marks between their digits taken out: 1,500 and 1 500 and 1.500 are one. */
function numbersOf(text: string): Set<string> {
  return new Set(
    (text.match(/\d+(?:[.,\u00a0\u202f ]\d{3})*/g) ?? []).map((number) => number.replace(/\D/g, '')),
  )
}
