import { z } from 'zod'

/**
 * A passage of a revision's plain text, held two ways at once: as W3C TextQuoteSelector (exact, prefix, suffix) and
 * as W3C TextPositionSelector (start, end). Offsets are UTF-16 units into that revision's text, end exclusive.
 */
export const selectorsSchema = z
  .object({
    exact: z.string().min(1).max(100_000),
    prefix: z.string().max(256),
    suffix: z.string().max(256),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine(({ start, end, exact }) => end - start === exact.length, {
    message: 'start and end must enclose exactly the quoted text',
    path: ['end'],
  })

export type Selectors = z.infer<typeof selectorsSchema>

export interface TextRange {
  start: number
  end: number
}

/** How many UTF-16 units of context are kept on either side of a quote. */
export const CONTEXT_LENGTH = 48

/** A cluster can be arbitrarily long (a base with hundreds of marks); past this many units it may be cut. */
const LONGEST_CLUSTER = 32

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The nearest grapheme boundary at or after `offset`, never more than one long cluster away. */
function boundaryAtOrAfter(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return clamp(offset, text)
  const from = Math.max(0, offset - LONGEST_CLUSTER)
  const around = text.slice(from, offset + LONGEST_CLUSTER)
  for (const { index, segment } of graphemes.segment(around)) {
    if (from + index + segment.length > offset)
      return from + index >= offset ? offset : from + index + segment.length
  }
  return offset
}

/** The nearest grapheme boundary at or before `offset`. */
function boundaryAtOrBefore(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return clamp(offset, text)
  const from = Math.max(0, offset - LONGEST_CLUSTER)
  const around = text.slice(from, offset + LONGEST_CLUSTER)
  const cluster = graphemes.segment(around).containing(offset - from)
  return cluster ? from + cluster.index : offset
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length)
}

/**
 * The range without white space at its ends; an all-white range collapses to its start.
 * Offsets outside the text are clamped, swapped ends are put in order.
 */
export function trimRange(text: string, start: number, end: number): TextRange {
  const from = clamp(Math.min(start, end), text)
  const slice = text.slice(from, clamp(Math.max(start, end), text))
  const length = slice.trim().length
  if (length === 0) return { start: from, end: from }
  const lead = slice.length - slice.trimStart().length
  return { start: from + lead, end: from + lead + length }
}

/**
 * Selectors for the passage between two UTF-16 offsets of `text`. White space at its ends is left out and a
 * character cut in half by an offset is taken in whole; the context on either side is cut between characters too.
 * Throws a RangeError where nothing but white space is selected.
 */
export function describeRange(text: string, start: number, end: number): Selectors {
  const trimmed = trimRange(text, start, end)
  if (trimmed.start === trimmed.end) throw new RangeError('the range holds no text to quote')
  const from = boundaryAtOrBefore(text, trimmed.start)
  const to = boundaryAtOrAfter(text, trimmed.end)
  return {
    exact: text.slice(from, to),
    prefix: text.slice(boundaryAtOrAfter(text, from - CONTEXT_LENGTH), from),
    suffix: text.slice(to, boundaryAtOrBefore(text, to + CONTEXT_LENGTH)),
    start: from,
    end: to,
  }
}

/** UTF-16 offsets of `text` as code point offsets, which is how W3C TextPositionSelector counts. */
export function toCodePointRange(text: string, { start, end }: TextRange): TextRange {
  const before = countCodePoints(text, 0, start)
  return { start: before, end: before + countCodePoints(text, start, end) }
}

/** Code point offsets of `text` as UTF-16 offsets; offsets past the end become the text's length. */
export function fromCodePointRange(text: string, { start, end }: TextRange): TextRange {
  const from = advanceCodePoints(text, 0, start)
  return { start: from, end: advanceCodePoints(text, from, end - start) }
}

function isPairAt(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}

function countCodePoints(text: string, from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index += isPairAt(text, index) ? 2 : 1) count++
  return count
}

function advanceCodePoints(text: string, from: number, count: number): number {
  let index = from
  for (let step = 0; step < count && index < text.length; step++) index += isPairAt(text, index) ? 2 : 1
  return index
}
