/** A stretch of text on one line of a page, as long as nothing parts it. PDF units (1/72 inch), y grows downwards. */
export interface Segment {
  text: string
  left: number
  right: number
  /** Of the baseline. */
  y: number
  /** Of the type. */
  size: number
}

/** A run of text as it was set, which may be a word, a part of one, or a blank. */
export type Run = Segment

/** A gap wider than this, in ems, parts columns and cells; the widest blank of justified text stays below it. */
const columnGap = 1.9
/** A gap wider than this, in ems, is a blank between words. */
const wordGap = 0.15
/** Runs whose baselines differ by no more than this, in ems, stand on one line: raised and lowered figures do. */
const sameLine = 0.45

/** Joins the runs of a page into segments, in the order in which they were set. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | undefined
  for (const run of runs) {
    if (run.text.trim() === '') {
      if (open !== undefined && continues(open, run)) open.text += ' '
      continue
    }
    if (open !== undefined && continues(open, run)) {
      const em = Math.max(open.size, run.size)
      const isApart = run.left - open.right > em * wordGap && !open.text.endsWith(' ')
      open.text += (isApart ? ' ' : '') + run.text
      open.right = Math.max(open.right, run.right)
      open.size = Math.max(open.size, run.size)
    } else {
      open = { ...run }
      segments.push(open)
    }
  }
  return segments
    .map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

function continues(open: Segment, run: Run): boolean {
  const em = Math.max(open.size, run.size, 1)
  const gap = run.left - open.right
  return Math.abs(run.y - open.y) <= em * sameLine && gap < em * columnGap && gap > -em * 2
}
