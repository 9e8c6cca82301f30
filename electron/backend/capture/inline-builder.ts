import type { ArticleMarkJson, ArticleNodeJson } from '#shared/document/parse-document.ts'

/** A run of text or line breaks on its way to becoming a paragraph. */
interface InlineRun {
  text: string
  marks: readonly ArticleMarkJson[]
}

const breakRun = '\n'

function sameMarks(one: readonly ArticleMarkJson[], other: readonly ArticleMarkJson[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Text as it may be stored: well-formed UTF-16, without NUL, byte order marks, soft hyphens; hard spaces as plain ones. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\v\f\r]|[\ufeff\u00ad]/gu, '')
    .replace(/\u00a0/g, ' ')
}

/**
 * Gathers the inline content of one paragraph at a time, collapsing white space the way browsers do: across the borders of
 * inline elements, and not at all at the ends of a line.
 */
export class InlineBuilder {
  private runs: InlineRun[] = []
  private endsInSpace = true

  addText(text: string, marks: readonly ArticleMarkJson[]): void {
    let collapsed = cleanText(text).replace(/[ \t\n\r\f]+/g, ' ')
    if (this.endsInSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
    if (collapsed === '') return
    this.endsInSpace = collapsed.endsWith(' ')
    const last = this.runs.at(-1)
    if (last !== undefined && last.text !== breakRun && sameMarks(last.marks, marks)) last.text += collapsed
    else this.runs.push({ text: collapsed, marks })
  }

  addBreak(): void {
    this.runs.push({ text: breakRun, marks: [] })
    this.endsInSpace = true
  }

  /** The paragraphs gathered so far, split where two line breaks meet; empty ones are left out. Starts anew. */
  takeParagraphs(): ArticleNodeJson[][] {
    const paragraphs: InlineRun[][] = [[]]
    for (const run of trimLines(this.runs)) {
      const current = paragraphs.at(-1) ?? []
      if (run.text === breakRun && current.at(-1)?.text === breakRun) {
        current.pop()
        paragraphs.push([])
      } else if (run.text !== breakRun || current.length > 0) {
        current.push(run)
      }
    }
    this.runs = []
    this.endsInSpace = true
    return paragraphs
      .map(withoutFinalBreak)
      .filter((runs) => runs.length > 0)
      .map((runs) => runs.map(toNode))
  }

  /** All that was gathered as the content of one block. Starts anew. */
  takeLine(): ArticleNodeJson[] {
    const content = this.takeParagraphs()
    return content.flatMap((runs, index) => (index === 0 ? runs : [{ type: 'hard_break' }, ...runs]))
  }
}

function trimLines(runs: readonly InlineRun[]): InlineRun[] {
  const trimmed = runs.map((run) => ({ ...run }))
  for (let index = 0; index < trimmed.length; index++) {
    const run = trimmed[index]
    const next = trimmed[index + 1]
    const isLineEnd = next === undefined || next.text === breakRun
    if (run !== undefined && run.text !== breakRun && isLineEnd) run.text = run.text.trimEnd()
  }
  return trimmed.filter((run) => run.text !== '')
}

function withoutFinalBreak(runs: InlineRun[]): InlineRun[] {
  const end = runs.findLastIndex((run) => run.text !== breakRun) + 1
  return runs.slice(0, end)
}

function toNode(run: InlineRun): ArticleNodeJson {
  if (run.text === breakRun) return { type: 'hard_break' }
  return run.marks.length === 0
    ? { type: 'text', text: run.text }
    : { type: 'text', text: run.text, marks: run.marks.map((mark) => ({ ...mark })) }
}
