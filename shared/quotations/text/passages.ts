import type { Mark } from './marks.ts'
import { pairParagraph } from './pair-marks.ts'
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
