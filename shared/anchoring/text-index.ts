import { type FoldedText, foldText } from './fold.ts'
import { cutWords, type Words } from './words.ts'

/** What is worked out about a text once, when a first quote needs it, and then serves every other quote. */
export interface TextIndex {
  readonly text: string
  folded(): FoldedText
  words(): Words
  /** Word key to the numbers of the words that have it, in order. */
  postings(): ReadonlyMap<string, readonly number[]>
}

/** An index over `text`; each part is built when first asked for. */
export function indexText(text: string): TextIndex {
  let folded: FoldedText | undefined
  let words: Words | undefined
  let postings: Map<string, number[]> | undefined
  return {
    text,
    folded() {
      folded ??= foldText(text)
      return folded
    },
    words() {
      words ??= cutWords(text)
      return words
    },
    postings() {
      postings ??= collectPostings(this.words())
      return postings
    },
  }
}

function collectPostings({ keys }: Words): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [number, key] of keys.entries()) {
    const list = postings.get(key)
    if (list) list.push(number)
    else postings.set(key, [number])
  }
  return postings
}

/** The number of the first word that ends after `offset`; the count of words if none does. */
export function wordAt(words: Words, offset: number): number {
  let low = 0
  let high = words.ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words.ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
