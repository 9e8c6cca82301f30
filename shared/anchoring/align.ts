import { matchWords } from './match-words.ts'
import { weights } from './weights.ts'
import { type Words, wordLikeness } from './words.ts'

/** The words of prefix, quote and suffix in a row; the quote's are those from `quoteFrom` to `quoteTo`. */
export interface Pattern {
  words: Words
  quoteFrom: number
  quoteTo: number
  /** Whether the quote began, or ended, its text. */
  atStart: boolean
  atEnd: boolean
}

export interface Alignment {
  /** For each word of the pattern the number of the text's word it stands for, or -1. */
  partners: Int32Array
  /** How alike each pair is, 0 where there is none. */
  likeness: Float32Array
}

const STOP = 0
const PAIR = 1
const DROP = 2
const PUT = 3

/** Beyond this a quote is long enough for its equal words alone to hold it in place. */
const MOST_CELLS = 250_000

/**
 * Places the pattern in words `from` to `to` of the text: the whole quote, and as much of its context as pays (semi-global
 * and local dynamic programming, Needleman and Wunsch 1970, Smith and Waterman 1981). A word left out costs, so does one
 * put in; pairs in a row earn extra. Time and memory are the product of both lengths, so very long quotes are compared as
 * revisions are, by equal words only.
 */
export function alignWords(pattern: Pattern, text: Words, from: number, to: number): Alignment {
  if (pattern.words.keys.length * (to - from) > MOST_CELLS) return alignLong(pattern, text, from, to)
  const { words, quoteFrom, quoteTo } = pattern
  const {
    leastLikeness,
    droppedFromQuote,
    droppedFromContext,
    contextWord,
    putIn,
    putBeside,
    inARow,
    atEdge,
  } = weights
  const rows = words.keys.length
  const width = Math.max(0, to - from) + 1
  const moves = new Uint8Array((rows + 1) * width)
  let above = new Float32Array(width)
  let current = new Float32Array(width)
  if (pattern.atStart && from === 0) fillEdge(above, text)
  const endsHere = pattern.atEnd && to === text.keys.length
  let best = Number.NEGATIVE_INFINITY
  let bestAt = 0
  for (let row = 1; row <= rows; row++) {
    const key = words.keys[row - 1] ?? ''
    const inQuote = row > quoteFrom && row <= quoteTo
    const weight = (words.weights[row - 1] ?? 0) * (inQuote ? 1 : contextWord)
    const mayStart = row <= quoteFrom
    const mayEnd = row >= quoteTo
    const dropCost = weight * (inQuote ? droppedFromQuote : droppedFromContext)
    const putCost = row === quoteFrom || row === quoteTo ? putBeside : putIn
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      let score = (above[column] ?? 0) - dropCost
      let move = DROP
      if (column > 0) {
        const other = from + column - 1
        const put = (current[column - 1] ?? 0) - putCost * (text.weights[other] ?? 0)
        if (put > score) {
          score = put
          move = PUT
        }
        const alike = wordLikeness(key, text.keys[other] ?? '')
        if (alike >= leastLikeness) {
          const bonus = moves[at - width - 1] === PAIR ? inARow : 0
          const paired = (above[column - 1] ?? 0) + weight * (alike + bonus)
          if (paired >= score) {
            score = paired
            move = PAIR
          }
        }
      }
      if (mayStart && score <= 0) {
        score = 0
        move = STOP
      }
      current[column] = score
      moves[at] = move
      const total = endsHere && column === width - 1 ? score + atEdge : score
      if (mayEnd && total > best) {
        best = total
        bestAt = at
      }
    }
    ;[above, current] = [current, above]
  }
  return follow(moves, bestAt, width, pattern, text, from)
}

function alignLong(pattern: Pattern, text: Words, from: number, to: number): Alignment {
  const partners = matchWords(pattern.words.keys, text.keys.slice(from, to))
  const likeness = new Float32Array(partners.length)
  for (const [number, partner] of partners.entries()) {
    if (partner === -1) continue
    partners[number] = from + partner
    likeness[number] = 1
  }
  return { partners, likeness }
}

/** A quote from the start of its text earns the edge bonus there, less the words that now stand before it. */
function fillEdge(row: Float32Array, text: Words): void {
  let score = weights.atEdge
  for (let column = 0; column < row.length && score > 0; column++) {
    row[column] = score
    score -= weights.putIn * (text.weights[column] ?? 0)
  }
}

function follow(
  moves: Uint8Array,
  end: number,
  width: number,
  pattern: Pattern,
  text: Words,
  from: number,
): Alignment {
  const partners = new Int32Array(pattern.words.keys.length).fill(-1)
  const likeness = new Float32Array(partners.length)
  let at = end
  while (at >= width && moves[at] !== STOP) {
    if (moves[at] === PAIR) {
      const row = Math.floor(at / width) - 1
      const partner = from + (at % width) - 1
      partners[row] = partner
      likeness[row] = wordLikeness(pattern.words.keys[row] ?? '', text.keys[partner] ?? '')
      at -= width + 1
    } else {
      at -= moves[at] === DROP ? width : 1
    }
  }
  return { partners, likeness }
}
