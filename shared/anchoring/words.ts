import { foldCharacters } from './fold.ts'

/** A text cut into words and single other characters; white space lies between them. */
export interface Words {
  /** UTF-16 offsets of each word in the text it was cut from, end exclusive. */
  starts: number[]
  ends: number[]
  /** What each word is compared by: lower case, plain quotes and dashes, composed letters. */
  keys: string[]
  /** How much each says about where a passage is: signs little, short words less than long ones. */
  weights: number[]
}

/** Scripts written without spaces are cut into single characters, as a whole sentence would be one word otherwise. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}_\u00ad\u200d])+(?:['\u2019][\p{L}\p{M}]+)*|\S/gu

const WORDLIKE = /[\p{L}\p{N}]/u

/** Cuts `text` into words. Every character that is not white space belongs to exactly one word. */
export function cutWords(text: string): Words {
  const words: Words = { starts: [], ends: [], keys: [], weights: [] }
  const seen = new Map<string, { key: string; weight: number }>()
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    let known = seen.get(word)
    if (!known) {
      const key = foldCharacters(word.toLowerCase()).replace(/[\u00ad\u200d]/g, '')
      known = { key, weight: weigh(key) }
      seen.set(word, known)
    }
    words.starts.push(match.index)
    words.ends.push(match.index + word.length)
    words.keys.push(known.key)
    words.weights.push(known.weight)
  }
  return words
}

function weigh(key: string): number {
  if (!WORDLIKE.test(key)) return 0.15
  return Math.min(1, 0.3 + 0.1 * key.length)
}

/** How alike two word keys are, 0 to 1, by their common beginning and ending: typing slips and inflected forms. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (shorter < 3 || shorter * 2 < longer) return 0
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++
  return (head + tail) / longer
}
