import { tokensOf } from '../search/tokenize.ts'
import { mix } from './mix.ts'

/** A text as others are compared with it. */
export interface TextShape {
  /** Every run of four words as a number of 32 bits, however often it occurs. A text of fewer words has none. */
  shingles: ReadonlySet<number>
  /** The words that begin with a digit. */
  numbers: ReadonlySet<string>
}

/** Runs of so many words are compared; decision 17 says why. */
const shingleWords = 4

/** Case, marks and punctuation make no difference. */
export function shapeOf(text: string): TextShape {
  const shingles = new Set<number>()
  const numbers = new Set<string>()
  const latest: number[] = []
  for (const { word } of tokensOf(text)) {
    if (/^\p{N}/u.test(word)) numbers.add(word)
    latest.push(hashOf(word))
    if (latest.length > shingleWords) latest.shift()
    if (latest.length === shingleWords)
      shingles.add(latest.reduce((sum, hash) => mix(Math.imul(sum, 31) + hash), 0) >>> 0)
  }
  return { shingles, numbers }
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}
