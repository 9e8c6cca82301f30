import type { Revisions } from './diff-words.ts'
import type { Candidate } from './judge.ts'
import type { TextRange } from './selectors.ts'
import { wordAt } from './text-index.ts'
import type { Words } from './words.ts'

/** What comparing two revisions says about one passage of the old one. */
export interface Carried {
  /** Where it is now, if all its words still stand in a row. */
  whole?: TextRange
  /** The words of the new text between the neighbours of the passage: where it is now if it was edited in place. */
  between: Candidate
  /** The weight of the new text's words in a place that came from elsewhere in the old text, as a share of all. */
  takenByOthers(place: TextRange): number
}

/** Follows the passage between two offsets of the old text into the new one. */
export function carryRange(
  { oldWords, newWords, partners }: Revisions,
  owners: Int32Array,
  range: TextRange,
): Carried {
  const { from, to } = wordsIn(oldWords, range)
  let before = from - 1
  while (before >= 0 && partners[before] === -1) before--
  let after = to
  while (after < partners.length && partners[after] === -1) after++
  const between = {
    from: before < 0 ? 0 : (partners[before] ?? 0) + 1,
    to: after < partners.length ? (partners[after] ?? 0) : newWords.keys.length,
  }
  const takenByOthers = (place: TextRange) => {
    let taken = 0
    let all = 0
    const span = wordsIn(newWords, place)
    for (let word = span.from; word < span.to; word++) {
      const weight = newWords.weights[word] ?? 0
      const owner = owners[word] ?? -1
      all += weight
      if (owner !== -1 && (owner < from || owner >= to)) taken += weight
    }
    return all === 0 ? 0 : taken / all
  }
  return { whole: wholeRange(oldWords, newWords, partners, range, { from, to }), between, takenByOthers }
}

/** For each word of the new text the number of the old word it was, or -1. */
export function ownersOf({ partners, newWords }: Revisions): Int32Array {
  const owners = new Int32Array(newWords.keys.length).fill(-1)
  for (const [oldWord, newWord] of partners.entries()) if (newWord !== -1) owners[newWord] = oldWord
  return owners
}

function wordsIn(words: Words, { start, end }: TextRange): Candidate {
  const from = wordAt(words, start)
  let to = from
  while (to < words.starts.length && (words.starts[to] ?? 0) < end) to++
  return { from, to }
}

/** A quote may begin or end inside a word: then it does so again, as far into the same word. */
function wholeRange(
  oldWords: Words,
  newWords: Words,
  partners: Int32Array,
  { start, end }: TextRange,
  { from, to }: Candidate,
): TextRange | undefined {
  const first = partners[from] ?? -1
  if (from >= to || first === -1) return undefined
  for (let word = from; word < to; word++) if (partners[word] !== first + word - from) return undefined
  const last = first + to - from - 1
  const newStart = newWords.starts[first] ?? 0
  const newEnd = newWords.ends[last] ?? 0
  return {
    start: newStart + Math.max(0, start - (oldWords.starts[from] ?? 0)),
    end: newEnd - Math.max(0, (oldWords.ends[to - 1] ?? 0) - end),
  }
}
