import { dateFormat } from './date-format.ts'
import { monthBeginning } from '#shared/util/month-names.ts'

/** A date as exact as it is known: `2026`, `2026-03` or `2026-03-05`. */
export type PartialDate = string

export type PartialDateReading =
  | { kind: 'empty' }
  | { kind: 'date'; value: PartialDate }
  | { kind: 'unreadable' }
  /** Well formed, but there is no such day, or the year is outside 1000 to 2999. */
  | { kind: 'impossible' }

/**
 * Reads what people type: year first with `-`, `.`, `/` or blanks between (`2026 3 5`), or day first with the year
 * last (`5.3.2026`, `03/2026`), or with the month in words (`5 March 2026`, `March 5, 2026`, `5 березня 2026 р.`). A day and
 * a month are never guessed to have changed places.
 */
export function readPartialDate(text: string): PartialDateReading {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const numbers = /^(\d{1,4})(?:[-./\s](\d{1,2}|\d{4}))?(?:[-./\s](\d{1,2}|\d{4}))?$/.exec(
    monthInFigures(trimmed),
  )
  if (numbers === null) return { kind: 'unreadable' }
  const parts = numbers.slice(1).filter((part) => part !== undefined)
  const ordered = parts[0]?.length === 4 ? parts : parts.toReversed()
  const [year, ...smaller] = ordered
  if (year?.length !== 4 || smaller.some((part) => part.length > 2)) return { kind: 'unreadable' }
  const value = [year, ...smaller.map((part) => part.padStart(2, '0'))].join('-')
  return isPossible(value) ? { kind: 'date', value } : { kind: 'impossible' }
}

const inWords =
  /^(?:(?<day>\d{1,2})(?:er|st|nd|rd|th)?[.\s]\s*)?(?<month>\p{L}{3,})\.?(?:\s+(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,)?,?\s+(?<year>\d{4})(?:\s*(?:року|года|р|г)\.?)?$/u

/** `7 Jan 2026` as `2026-1-7`; what has no month in words as it is. */
function monthInFigures(text: string): string {
  const { day, month = '', dayAfter, year } = inWords.exec(text)?.groups ?? {}
  const number = monthBeginning(month)
  if (number === undefined || (day !== undefined && dayAfter !== undefined)) return text
  return [year, number, day ?? dayAfter].filter((part) => part !== undefined).join('-')
}

function isPossible(value: PartialDate): boolean {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    year >= 1000 &&
    year < 3000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  )
}

/** The date in words of the locale, no more exact than it is: "March 2026". */
export function formatPartialDate(
  value: PartialDate,
  locale: string,
  month: 'long' | 'short' = 'long',
): string {
  const parts = value.split('-').map(Number)
  const [year = 0, monthNumber = 1, day = 1] = parts
  if (parts.length === 1) return String(year)
  const date = new Date(Date.UTC(year, monthNumber - 1, day))
  const whole = parts.length > 2 ? { day: 'numeric' as const } : {}
  return dateFormat(locale, { timeZone: 'UTC', year: 'numeric', month, ...whole }).format(date)
}
