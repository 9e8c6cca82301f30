export interface Selected {
  start: number
  end: number
  /** What the other program may say is selected, whole or its beginning; a hint to how it counts. */
  words: readonly string[]
}

export interface Place {
  start: number
  end: number
}

export interface ReadSelections {
  /** With line feeds alone, and without a byte order mark. */
  text: string
  /** UTF-16 offsets in `text`, in the order of the selections; null for one that is not in it. */
  places: (Place | null)[]
}

/** One way to count. The standard has code points of the file; not every program that writes it does. */
interface Counting {
  carriageReturns: boolean
  byteOrderMark: boolean
  codePoints: boolean
}

/** By so much another way has to be better than the standard's; the edges of one selection are no proof. */
const clearly = 3
/** So many selections tell how a program counts. */
const sampleSize = 500

/**
 * Finds the selections of a text by their positions. Programs count line ends (`\r\n` as one or two), a byte order mark, and what
 * is beyond the first 65,536 characters (emoji) differently, and do not say so: of the ways that differ in this text the one is
 * taken by which most selections have the words they are said to have, and begin and end where words do.
 */
export function readSelections(raw: string, selections: readonly Selected[]): ReadSelections {
  const text = raw.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const sample = selections.slice(0, sampleSize)
  const [first, ...others] = countingsOf(raw).map((counting) => offsetsOf(raw, counting))
  let best = first ?? new Uint32Array([0])
  let bestScore = scoreOf(text, best, sample)
  for (const offsets of others) {
    const score = scoreOf(text, offsets, sample)
    if (score < bestScore + clearly) continue
    best = offsets
    bestScore = score
  }
  return { text, places: selections.map((selected) => placeOf(best, selected)) }
}

/** The ways to count that differ in this text, the one of the standard first. */
function countingsOf(raw: string): Counting[] {
  const choices = (differ: boolean, usual: boolean) => (differ ? [usual, !usual] : [usual])
  return choices(/[\ud800-\udbff]/.test(raw), true).flatMap((codePoints) =>
    choices(raw.includes('\r\n'), true).flatMap((carriageReturns) =>
      choices(raw.startsWith('\ufeff'), false).map((byteOrderMark) => ({
        codePoints,
        carriageReturns,
        byteOrderMark,
      })),
    ),
  )
}

/** For each position of the other program the offset in our text; one more for the end. */
function offsetsOf(raw: string, { carriageReturns, byteOrderMark, codePoints }: Counting): Uint32Array {
  const offsets = new Uint32Array(raw.length + 1)
  let positions = 0
  let offset = 0
  for (let index = 0; index < raw.length; index++) {
    const unit = raw.charCodeAt(index)
    if (unit === 0xfeff && index === 0) {
      if (byteOrderMark) offsets[positions++] = offset
    } else if (unit === 13 && raw.charCodeAt(index + 1) === 10) {
      if (carriageReturns) offsets[positions++] = offset
    } else if ((raw.codePointAt(index) ?? 0) > 0xffff) {
      offsets[positions++] = offset
      if (!codePoints) offsets[positions++] = offset
      offset += 2
      index++
    } else {
      offsets[positions++] = offset++
    }
  }
  offsets[positions++] = offset
  return offsets.subarray(0, positions)
}

function placeOf(offsets: Uint32Array, { start, end }: Selected): Place | null {
  const from = offsets[start]
  const to = offsets[end]
  return from === undefined || to === undefined || from >= to ? null : { start: from, end: to }
}

function scoreOf(text: string, offsets: Uint32Array, selections: readonly Selected[]): number {
  let score = 0
  for (const selected of selections) {
    const place = placeOf(offsets, selected)
    if (place === null) {
      score -= 10
      continue
    }
    const exact = text.slice(place.start, place.end)
    if (selected.words.some((words) => words.length > 2 && isBeginningOf(words, exact))) score += 10
    if (isEdge(text, place.start)) score++
    if (isEdge(text, place.end)) score++
  }
  return score
}

/** Whether words are the passage or its beginning, whatever stands between them and however they were cut. */
export function isBeginningOf(words: string, exact: string): boolean {
  return comparable(exact).startsWith(comparable(words))
}

function comparable(words: string): string {
  return words
    .replace(/(?:…|\.{3})\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200)
}

const letter = /[\p{L}\p{N}]/u

function isEdge(text: string, offset: number): boolean {
  return !letter.test(text.charAt(offset - 1)) || !letter.test(text.charAt(offset))
}
