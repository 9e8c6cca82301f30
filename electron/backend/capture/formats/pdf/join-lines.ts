import { median } from './order-columns.ts'
import type { Segment } from './segment.ts'

export interface PdfBlock {
  text: string
  /** Of the type, in points. */
  size: number
  /** Pages that begin inside the block, or with it: the page, from 1, and the offset in `text`. */
  pages: { page: number; offset: number }[]
}

const endsSentence = /[.!?…:;»”"’)\]]$/u

/**
 * The blocks of a document from the columns of its pages. A new block begins after a gap, with another size of type, at
 * an indented line, and after a short line that ends a sentence; a block that a column or a page cut in two goes on.
 */
export function joinLines(pages: readonly (readonly (readonly Segment[])[])[]): PdfBlock[] {
  const words = knownWords(pages.flat(2))
  const blocks: PdfBlock[] = []
  for (const [index, columns] of pages.entries()) {
    let begins = true
    for (const column of columns) {
      for (const lines of paragraphsOf(linesOf(column))) {
        const page = begins ? index + 1 : undefined
        addBlock(blocks, lines, page, words)
        begins = false
      }
    }
  }
  return blocks
}

interface Line extends Segment {
  /** Starts further in than its column. */
  isIndented: boolean
  isShort: boolean
}

/** The lines of a column; what stands at one height is one line, as the cells of a table's row. */
function linesOf(column: readonly Segment[]): Line[] {
  const left = Math.min(...column.map((one) => one.left))
  const right = Math.max(...column.map((one) => one.right))
  const merged: Segment[] = []
  for (const one of column) {
    const last = merged.at(-1)
    if (
      last !== undefined &&
      Math.abs(last.y - one.y) < one.size * 0.3 &&
      one.left >= last.right - one.size
    ) {
      last.text += ` ${one.text}`
      last.right = one.right
    } else merged.push({ ...one })
  }
  return merged.map((line) => ({
    ...line,
    isIndented: line.left - left > line.size * 0.9,
    isShort: line.right < right - (right - left) * 0.12,
  }))
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y))
  const usual = median(steps.filter((step) => step > 0)) || 12
  const paragraphs: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const starts =
      before === undefined ||
      line.y - before.y > Math.max(usual * 1.35, line.size * 1.5) ||
      Math.abs(line.size - before.size) > Math.max(line.size, before.size) * 0.12 ||
      (line.isIndented && !before.isIndented) ||
      (before.isShort && endsSentence.test(before.text))
    if (starts) paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs
}

function addBlock(
  blocks: PdfBlock[],
  lines: readonly Line[],
  page: number | undefined,
  words: ReadonlySet<string>,
): void {
  const [first] = lines
  const last = blocks.at(-1)
  if (first === undefined) return
  const size = median(lines.map((line) => line.size))
  const goesOn =
    last !== undefined &&
    Math.abs(last.size - size) < size * 0.12 &&
    !endsSentence.test(last.text) &&
    /^[\p{Ll}\p{N}(«“"„]/u.test(first.text) &&
    last.text.length > 60
  const block = goesOn ? last : { text: '', size, pages: [] }
  if (!goesOn) blocks.push(block)
  for (const [index, line] of lines.entries()) {
    const begun = block.text.length
    block.text = joined(block.text, line.text, words)
    if (index === 0 && page !== undefined)
      block.pages.push({ page, offset: begun === 0 ? 0 : block.text.length - line.text.length })
  }
}

/** A word that was parted at the end of a line is whole again; one that has a hyphen of its own keeps it. */
function joined(text: string, line: string, words: ReadonlySet<string>): string {
  if (text === '') return line
  const parted = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text)
  const rest = /^\p{Ll}+/u.exec(line)?.[0]
  if (parted === null || rest === undefined) return `${text} ${line}`
  const whole = `${parted[1]}${rest}`.toLowerCase()
  const keepsHyphen =
    !text.endsWith('\u00ad') && !words.has(whole) && words.has(`${parted[1]}-${rest}`.toLowerCase())
  return keepsHyphen ? text + line : text.slice(0, -1) + line
}

/** The words of a text that no line end cuts, with and without hyphens. */
function knownWords(segments: readonly Segment[]): Set<string> {
  return new Set(
    segments.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?=[^\p{L}-])/gu) ?? []),
  )
}
