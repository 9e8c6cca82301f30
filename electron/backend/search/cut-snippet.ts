import type { Mark } from './find-marks.ts'

export type Snippet = { text: string; marks: [start: number, end: number][] }

/** With the marks that it shows as they stand in the whole text. */
export type CutSnippet = Snippet & { shown: Mark[] }

/** About this many UTF-16 code units of the text are shown. */
const length = 240
/** How much of it stands before the first mark. */
const lead = 60
/** Marks are looked at up to here; a better passage further down is not worth the reading. */
const marksAtMost = 40
const readAtMost = 60_000

/**
 * The passage of a text that shows the most of what was searched: most different terms first, then most marks; the beginning
 * where nothing is marked. White space is single spaces, what was left out is an ellipsis, and marks are [start, end) offsets
 * of the snippet's own text.
 */
export function cutSnippet(text: string, marks: Iterable<Mark>): CutSnippet {
  const found: Mark[] = []
  for (const mark of marks) {
    found.push(mark)
    if (found.length >= marksAtMost || mark.start - (found[0]?.start ?? 0) > readAtMost) break
  }
  const best = bestStart(found)
  const from = best === null ? 0 : wordStart(text, Math.max(0, best - lead))
  const to = wordEnd(text, Math.min(text.length, from + length))
  const shown = found.filter((mark) => mark.start >= from && mark.end <= to)
  return { ...tidy(text, from, to, shown), shown }
}

function bestStart(marks: Mark[]): number | null {
  let best: { start: number; value: number } | null = null
  for (const [index, { start }] of marks.entries()) {
    const within = marks.slice(index).filter((mark) => mark.end <= start + length - lead)
    const value = new Set(within.map((mark) => mark.term)).size * 100 + within.length
    if (best === null || value > best.value) best = { start, value }
  }
  return best?.start ?? null
}

const furthestWordEdge = 24

function wordStart(text: string, position: number): number {
  if (position === 0) return 0
  const space = text.slice(position, position + furthestWordEdge).search(/\s/u)
  return space < 0 ? wholeCharacter(text, position) : position + space + 1
}

function wordEnd(text: string, position: number): number {
  if (position >= text.length) return text.length
  const tail = text.slice(position - furthestWordEdge, position)
  const space = tail.search(/\s\S*$/u)
  return space < 0 ? wholeCharacter(text, position) : position - tail.length + space
}

function wholeCharacter(text: string, position: number): number {
  return (text.codePointAt(position - 1) ?? 0) > 0xffff ? position - 1 : position
}

function tidy(text: string, from: number, to: number, marks: Mark[]): Snippet {
  let snippet = from > 0 ? '… ' : ''
  const placed: Snippet['marks'] = []
  const append = (start: number, end: number) => {
    const piece = text.slice(start, end).replace(/\s+/gu, ' ')
    snippet += /\s$/u.test(snippet) || snippet === '' ? piece.replace(/^ /u, '') : piece
  }
  let position = from
  for (const mark of marks) {
    append(position, mark.start)
    const start = snippet.length
    append(mark.start, mark.end)
    placed.push([start, snippet.length])
    position = mark.end
  }
  append(position, to)
  return { text: to < text.length ? `${snippet.trimEnd()} …` : snippet.trimEnd(), marks: placed }
}
