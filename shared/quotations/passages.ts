import type { Mark } from './marks.ts'
import type { Token } from './tokenize.ts'

/** What stands between a pair of marks, or after a dash. Token indices; `last` is exclusive. */
export interface Passage {
  /** Token of the opening mark or dash; -1 where a paragraph goes on without repeating it. */
  open: number
  /** Token of the closing mark; equals `last` where none is written. */
  close: number
  first: number
  last: number
  paragraph: number
  /** False where the closing mark is missing, as in all but the last paragraph of a long quotation. */
  closed: boolean
  /** Whether it goes on from a passage of an earlier paragraph. */
  continued: boolean
  by: 'marks' | 'single' | 'dash'
  /** The words spoken, without the attributions set between them. One range where nothing is. */
  speech: Range[]
  /** The attributions set inside. */
  asides: Range[]
}

/** Token indices, the end exclusive. */
export interface Range {
  from: number
  to: number
}

/** How many paragraphs a quotation may run on without its opening mark repeated. */
const longestRun = 6
/** Deeper nesting is noise; a bound keeps the time linear. */
const deepest = 8
/** How many marks are looked at for the end of a single-marked passage. */
const singleReach = 40

/** Pairs the marks of a text. Answers the outermost passages, in order, never overlapping. */
export function pairMarks(tokens: readonly Token[], marks: readonly Mark[]): Passage[] {
  const passages: Passage[] = []
  const paragraphs = paragraphRanges(tokens)
  let at = 0
  let unclosed: Passage | undefined
  while (at < marks.length) {
    const paragraph = tokens[marks[at]?.token ?? 0]?.paragraph ?? 0
    let end = at
    while (end < marks.length && tokens[marks[end]?.token ?? 0]?.paragraph === paragraph) end++
    const range = paragraphs.get(paragraph) ?? { from: 0, to: 0 }
    const found = pairParagraph(tokens, marks.slice(at, end), paragraph, range)
    const first = found.passages[0]
    if (unclosed !== undefined) {
      if (first !== undefined && first.open === range.from) first.continued = true
      else if (found.strayClose >= 0 && paragraph - unclosed.paragraph <= longestRun) {
        runOn(passages, unclosed, paragraph, found.strayClose, paragraphs)
      } else if (!unclosed.continued && !plausible(tokens, unclosed))
        passages.splice(passages.lastIndexOf(unclosed), 1)
    }
    for (const passage of found.passages) passages.push(passage)
    const last = found.passages.at(-1)
    unclosed = last !== undefined && !last.closed ? last : undefined
    at = end
  }
  if (unclosed !== undefined && !unclosed.continued && !plausible(tokens, unclosed)) passages.pop()
  return passages
}

/** A passage without its closing mark is believed at the start of a paragraph, or after a colon or comma. */
function plausible(tokens: readonly Token[], passage: Passage): boolean {
  const before = tokens[passage.open - 1]
  return before === undefined || before.paragraph !== passage.paragraph || /[:,]/.test(before.text)
}

function runOn(
  passages: Passage[],
  from: Passage,
  paragraph: number,
  close: number,
  paragraphs: ReadonlyMap<number, Range>,
): void {
  for (let number = from.paragraph + 1; number <= paragraph; number++) {
    const range = paragraphs.get(number)
    if (range === undefined) continue
    const last = number === paragraph ? close : range.to
    if (last <= range.from) continue
    passages.push({
      open: -1,
      close: last,
      first: range.from,
      last,
      paragraph: number,
      closed: number === paragraph,
      continued: true,
      by: 'marks',
      speech: [{ from: range.from, to: last }],
      asides: [],
    })
  }
}

/** The tokens of each paragraph, by its number. */
export function paragraphRanges(tokens: readonly Token[]): Map<number, Range> {
  const ranges = new Map<number, Range>()
  for (let index = 0; index < tokens.length; index++) {
    const paragraph = tokens[index]?.paragraph ?? 0
    const range = ranges.get(paragraph)
    if (range === undefined) ranges.set(paragraph, { from: index, to: index + 1 })
    else range.to = index + 1
  }
  return ranges
}

function pairParagraph(
  tokens: readonly Token[],
  marks: readonly Mark[],
  paragraph: number,
  range: Range,
): { passages: Passage[]; strayClose: number } {
  const inward = pointsInward(marks)
  const stack: Mark[] = []
  const passages: Passage[] = []
  let strayClose = -1
  let lastInner: Passage | undefined
  const add = (open: number, close: number, closed: boolean, single: boolean): void => {
    if (close <= open + 1) return
    passages.push({
      open,
      close,
      first: open + 1,
      last: close,
      paragraph,
      closed,
      continued: false,
      by: single ? 'single' : 'marks',
      speech: [{ from: open + 1, to: close }],
      asides: [],
    })
  }
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]
    if (mark === undefined) continue
    if (mark.family === 'single' || mark.family === 'single-angle') {
      if (stack.length > 0 || !mark.canOpen) continue
      const close = closeOfSingle(tokens, marks, index, inward)
      if (close < 0) continue
      add(mark.token, marks[close]?.token ?? 0, true, true)
      index = close
      continue
    }
    const top = lastOf(stack, mark.family)
    if (closes(mark, stack[top], inward)) {
      if (top < 0) {
        if (strayClose < 0 && passages.length === 0) strayClose = mark.token
        continue
      }
      const open = stack[top]
      stack.length = top
      if (open === undefined) continue
      if (top === 0) add(open.token, mark.token, true, false)
      else lastInner = { open: open.token, close: mark.token } as Passage
    } else if (stack.length < deepest) stack.push(mark)
  }
  const outer = stack[0]
  if (outer !== undefined) {
    const open = outer.token
    const second = stack[1]
    if (second !== undefined) add(open, second.token, false, false)
    else if (lastInner !== undefined && lastInner.open > open && outer.family === 'angle') {
      // Where two closing marks would meet, Cyrillic and French typesetting may write one.
      add(open, lastInner.close, true, false)
    } else add(open, range.to, false, false)
  }
  return { passages, strayClose }
}

/** Whether the guillemets of a paragraph point at their words: »so«, as German books and some papers set them. */
function pointsInward(marks: readonly Mark[]): boolean {
  const first = marks.find((mark) => mark.family === 'angle')
  if (first === undefined) return false
  if (first.sign === '«') return first.canClose && !first.canOpen
  return first.canOpen && marks.some((mark) => mark.sign === '«')
}

function lastOf(stack: readonly Mark[], family: string): number {
  for (let index = stack.length - 1; index >= 0; index--) if (stack[index]?.family === family) return index
  return -1
}

function closes(mark: Mark, open: Mark | undefined, inward: boolean): boolean {
  switch (mark.sign) {
    case '«':
      return inward
    case '»':
      return !inward
    case '„':
      return false
    case '“':
      if (open?.sign === '„') return true
      return open !== undefined && mark.canClose && !mark.canOpen
    case '”':
      return open !== undefined || !mark.canOpen || mark.canClose
    default:
      return open !== undefined ? mark.canClose : mark.canClose && !mark.canOpen
  }
}

/** Of the signs that could end a single-marked passage, one beside punctuation wins: others may be apostrophes. */
function closeOfSingle(
  tokens: readonly Token[],
  marks: readonly Mark[],
  open: number,
  inward: boolean,
): number {
  const opening = marks[open]
  let fallback = -1
  for (let index = open + 1; index < Math.min(marks.length, open + singleReach); index++) {
    const mark = marks[index]
    if (mark === undefined || mark.family !== opening?.family) continue
    if (mark.canOpen && !mark.canClose) break
    if (!mark.canClose) continue
    const before = tokens[mark.token - 1]
    const after = tokens[mark.token + 1]
    if (opening.family === 'single-angle' || inward) return index
    if (
      before?.kind === 'sign' ||
      after === undefined ||
      after.kind === 'sign' ||
      after.paragraph !== before?.paragraph
    ) {
      return index
    }
    const plural = before?.lower.endsWith('s') ?? false
    if (fallback < 0 || (plural === false && isPlural(tokens, marks[fallback]))) fallback = index
  }
  return fallback
}

function isPlural(tokens: readonly Token[], mark: Mark | undefined): boolean {
  return mark !== undefined && (tokens[mark.token - 1]?.lower.endsWith('s') ?? false)
}
