import type { DateRange } from './query.ts'

/**
 * Reads `2026-01-05`, `2026-01`, `2026`, or two of these with `..` between, either of them left out for an open end.
 * A month or year stands for all its days. Answers null when the text is no such range or names a day that does not exist.
 */
export function parseDateRange(text: string): DateRange | null {
  const [first = '', last, ...others] = text.split('..')
  if (others.length > 0 || (first === '' && !last)) return null
  const from = first === '' ? null : parsePeriod(first)
  const to = last === undefined ? from : last === '' ? null : parsePeriod(last)
  if ((first !== '' && from === null) || (last && to === null)) return null
  return { from: from?.from ?? null, before: to?.before ?? null }
}

function parsePeriod(text: string): { from: string; before: string } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])]
  const from = utcDay(year, month || 1, day || 1)
  if (from !== text.padEnd(7, '-01').padEnd(10, '-01')) return null
  const before = day
    ? utcDay(year, Number(month), day + 1)
    : month
      ? utcDay(year, month + 1, 1)
      : utcDay(year + 1, 1, 1)
  return { from, before }
}

/** Months and days past the end roll over; years from 0 to 9998 come out as four digits. */
function utcDay(year: number, month: number, day: number): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.toISOString().slice(0, 10)
}
