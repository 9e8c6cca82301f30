import { tokenize } from '#shared/search/tokenize.ts'
import type { UtterancePair } from '#shared/domain/utterance.ts'
import { nameKey } from './name-key.ts'

export interface Said {
  text: string
  lang: string
}

type Alike = Pick<UtterancePair, 'kind' | 'score' | 'reasons'>

const shingleSize = 3
/** Shorter than this, words in a row prove little: “thank you very much” is said every day. */
const tellingWords = 5
/** Of so few words that all are in another text tells little, if they do not stand in the same order. */
const orderMattersBelow = 8
/** What speaks against two passages being the same words leaves them below what is suggested. */
const contradicted = 0.4

/**
 * Whether two texts may be the same words: letter for letter but for case and marks (`exact`), one a part of the other (`cut`),
 * or with most of their runs of three words in common (`reworded`). Shared runs are measured as containment in the shorter
 * text, A. Broder, “On the resemblance and containment of documents” (1997). Texts that differ in a number, or of which one
 * denies what the other says, are no two wordings of one saying. Between languages only numbers and names can be compared: all
 * numbers in common, most names, and lengths not too far apart make a `translated`, the likelier the more there are.
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
  const common = short.length < orderMattersBelow ? 0 : containment(new Set(short), new Set(long))
  const alike = Math.max(contained, common * common * 0.9)
  const score = contradict(short, long) ? Math.min(alike, contradicted) : alike
  return { kind: 'reworded', score, reasons: [`words ${alike.toFixed(2)}`] }
}

/** Whether the shorter text has a number that the longer has not, or one of them more denials than the other. */
function contradict(short: readonly string[], long: readonly string[]): boolean {
  const known = new Set(long)
  if (short.some((word) => /\d/.test(word) && !known.has(word))) return true
  const [few, many] = [denials(short), denials(long)]
  return few > many || (few < many && short.length > long.length * 0.7)
}

const denying = new Set(
  'not no none never nobody nothing cannot не ні ніколи ніхто жоден нет никогда никто ничего ne pas jamais aucun nicht kein keine keinen nie niemals'.split(
    ' ',
  ),
)

function denials(words: readonly string[]): number {
  return words.filter((word) => denying.has(word)).length
}

function compareTranslated(one: Said, other: Said): Alike | null {
  const [a, b] = [numbersOf(one.text), numbersOf(other.text)]
  const numbers = [...a].filter((number) => b.has(number)).length
  if (numbers < Math.max(a.size, b.size)) return null
  const lengths = one.text.length / other.text.length
  if (lengths < 0.6 || lengths > 1.7) return null
  const [names, otherNames] = [namesOf(one.text), namesOf(other.text)]
  const shared = names.filter((name) => otherNames.some((other) => isSameName(name, other))).length
  if (numbers + shared === 0) return null
  const reasons = [...(numbers > 0 ? [`numbers ${numbers}`] : []), ...(shared > 0 ? [`names ${shared}`] : [])]
  return { kind: 'translated', score: Math.min(0.9, 0.25 + (numbers + shared) * 0.15), reasons }
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

/** Keys of the words that are written large within a sentence; of German also nouns, which have no like elsewhere. */
function namesOf(text: string): string[] {
  const large = text.matchAll(/(?<=[\p{L}\p{N},;:'’“”«»„-]\s+)\p{Lu}[\p{L}’'-]{3,}/gu)
  return [...new Set([...large].map(([name]) => nameKey(name)))]
}

/** Names are inflected: Trevik, Тревіком. */
function isSameName(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  const stem = Math.max(4, Math.ceil(length * 0.75))
  return length >= 4 && one.slice(0, stem) === other.slice(0, stem)
}
