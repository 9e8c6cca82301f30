import type { Mark } from './marks.ts'
import type { Passage, Range } from './passages.ts'
import type { Token } from './tokenize.ts'

/** Deeper nesting is noise; a bound keeps the time linear. */
const deepest = 8

/** How many marks are looked at for the end of a single-marked passage. */
const singleReach = 40

export function pairParagraph(
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
    case '‘‘':
    case '``':
      return false
    case '’’':
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
