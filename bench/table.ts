import { type Figure, isFigure, milliseconds, type Result, ratio } from './result.ts'

type Line = Result | Figure

const head = [
  'what the user waits for',
  'what was measured',
  'p50 ms',
  'p95 ms',
  'yardstick',
  'its p50',
  'ratio',
]

/** A Markdown table of what was measured, one row a line. */
export function markdownTable(lines: readonly Line[]): string {
  const rows = lines.map(cells)
  const rule = head.map((_, column) => (column === 2 || column === 3 || column === 5 ? '--:' : '---'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** One line as it is printed while the bench runs. */
export function printedLine(line: Line): string {
  if (isFigure(line)) return `${line.value.padStart(9)}            ${line.wait}: ${line.what}`
  const beside = line.yardstick
    ? `  (${line.yardstick.name}: ${milliseconds(line.yardstick.timing.p50)}, ${ratio(line)})`
    : ''
  const times = [line.timing.p50, line.timing.p95].map((time) => milliseconds(time).padStart(9))
  return `${times.join(' ')}  ${line.wait}: ${line.what}${beside}`
}

function cells(line: Line): string[] {
  if (isFigure(line)) return [line.wait, line.what, `**${line.value}**`, '', '', '', '']
  const { wait, what, timing, yardstick } = line
  return [
    wait,
    what,
    milliseconds(timing.p50),
    milliseconds(timing.p95),
    yardstick?.name ?? '',
    yardstick ? milliseconds(yardstick.timing.p50) : '',
    ratio(line),
  ]
}
