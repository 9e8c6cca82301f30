import { trimRange } from '#shared/anchoring/selectors.ts'
import type { TextMap } from '#shared/document/plain-text.ts'
import type { TextRange } from '../surface/text-range.ts'

type ReadText = Pick<TextMap, 'text' | 'blocks'>

/**
 * The next larger passage of sense around a range: its words, then its sentences, then its paragraphs; the range itself
 * where it holds whole paragraphs already. For a caret give a range of no length. Offsets are UTF-16 units of the text.
 */
export function growRange(read: ReadText, range: TextRange, lang: string): TextRange {
  const steps = [segmentsAround(read, range, lang, 'word'), sentencesAround(read, range, lang)]
  return (
    steps.find((step) => isLarger(step, range)) ??
    blocksAround(read, range) ?? { start: range.start, end: range.end }
  )
}

/** The range up to the end of its last sentence, or of the next one where it ends with a sentence already. */
export function extendBySentence(read: ReadText, range: TextRange, lang: string): TextRange {
  const from = range.start === range.end ? range.end : range.end - 1
  const here = sentencesAround(read, { start: from, end: Math.max(from, range.end) }, lang)
  const start = range.start === range.end ? here.start : range.start
  if (here.end > range.end || range.start === range.end) return { start, end: Math.max(here.end, range.end) }
  const after = read.text.slice(range.end).search(/\S/)
  if (after === -1) return range
  const next = range.end + after
  return { start, end: sentencesAround(read, { start: next, end: next }, lang).end }
}

/** The range without its last sentence; the range itself where it holds but one. */
export function retractBySentence(read: ReadText, range: TextRange, lang: string): TextRange {
  const last = sentencesAround(read, { start: Math.max(range.end - 1, 0), end: range.end }, lang)
  if (last.start <= range.start) return range
  return trimRange(read.text, range.start, last.start)
}

function sentencesAround(read: ReadText, range: TextRange, lang: string): TextRange {
  return segmentsAround(read, range, lang, 'sentence')
}

function segmentsAround(
  { text, blocks }: ReadText,
  range: TextRange,
  lang: string,
  granularity: 'word' | 'sentence',
): TextRange {
  const edge = (offset: number, side: 'start' | 'end') => {
    const block = blocks.find(({ start, end }) => start <= offset && offset <= end)
    if (block === undefined || block.start === block.end) return offset
    const within = Math.min(offset, block.end - 1) - block.start
    const segment = segmenterOf(lang, granularity)
      .segment(text.slice(block.start, block.end))
      .containing(within)
    if (segment === undefined) return offset
    const start = block.start + segment.index
    return side === 'start' ? start : start + segment.segment.length
  }
  const lastUnit = range.end > range.start ? range.end - 1 : range.end
  return trimRange(text, edge(range.start, 'start'), edge(lastUnit, 'end'))
}

function blocksAround({ text, blocks }: ReadText, { start, end }: TextRange): TextRange | null {
  const first = blocks.find((block) => start <= block.end)
  const last = blocks.findLast((block) => block.start < Math.max(end, start + 1))
  return first === undefined || last === undefined ? null : trimRange(text, first.start, last.end)
}

function isLarger(step: TextRange, range: TextRange): boolean {
  return (
    step.end > step.start &&
    step.start <= range.start &&
    step.end >= range.end &&
    lengthOf(step) > lengthOf(range)
  )
}

const lengthOf = ({ start, end }: TextRange) => end - start

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(lang: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${lang} ${granularity}`
  const known = segmenters.get(key) ?? new Intl.Segmenter(lang === 'und' ? 'en' : lang, { granularity })
  segmenters.set(key, known)
  return known
}
