import { monthNumber } from '#shared/util/month-names.ts'

export type TimePrecision = 'year' | 'month' | 'day' | 'minute' | 'second'

/** A date, or a moment as the page wrote it: in the page's own zone, or without one where the page names none. */
export interface PublicationTime {
  /** `2026`, `2026-03`, `2026-03-05`, `2026-03-05T14:30:00` or `2026-03-05T14:30:00+02:00` (or `Z`). */
  readonly value: string
  readonly precision: TimePrecision
}

interface Parts {
  year: number
  month?: number | undefined
  day?: number | undefined
  hour?: number | undefined
  minute?: number | undefined
  second?: number | undefined
  zone?: string | undefined
}

const firstYear = 1990
const dayMs = 86_400_000

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function zoneText(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  const match = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/i.exec(zone)
  return match === null ? '' : `${match[1]}${match[2]}:${match[3] ?? '00'}`
}

function fromParts(parts: Parts, now: Date): PublicationTime | undefined {
  const { year, month, day, hour, minute, second } = parts
  if (year < firstYear || year > now.getUTCFullYear() + 1) return undefined
  if (month === undefined) return { value: pad(year, 4), precision: 'year' }
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return { value: `${pad(year, 4)}-${pad(month)}`, precision: 'month' }
  if (!isRealDay(year, month, day)) return undefined
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  if (Date.UTC(year, month - 1, day) > now.getTime() + 2 * dayMs) return undefined
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59 || (second ?? 0) > 60) {
    return { value: date, precision: 'day' }
  }
  const time = `${pad(hour)}:${pad(minute)}:${pad(Math.min(second ?? 0, 59))}`
  return {
    value: `${date}T${time}${zoneText(parts.zone)}`,
    precision: second === undefined ? 'minute' : 'second',
  }
}

const isoPattern =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:(?:[T ]|\s+-\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?)?/i
const compactPattern = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
const numericPattern = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2}(?=\D|$))(?![\d.])/
const yearFirstPattern = /(?<!\d)(\d{4})([./])(\d{1,2})\2(\d{1,2})(?!\d)/
const idealPattern = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/
const clockPattern =
  /(?<![\d.])([01]?\d|2[0-3])(?::|h|\.(?=\d{2}\s*(?:Uhr|[ap]\.?m)))([0-5]\d)(?::([0-5]\d))?(?!\d)\s*(?:Uhr)?\s*([ap]\.?m\b)?\s*(Z\b|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT)?/i
const dayMonthPattern =
  /(?<!\d)(\d{1,2})(?:\s*[.º°]|st|nd|rd|th|er)?\s*(?:de\s+|d['’]\s*|of\s+|-)?(\p{L}[\p{L}\p{M}]{2,})\.?,?\s*(?:de[l]?\s+|-)?(\d{4})(?!\d)/u
const monthDayPattern = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u

function numbers(match: RegExpExecArray, ...groups: number[]): (number | undefined)[] {
  return groups.map((group) => (match[group] === undefined ? undefined : Number(match[group])))
}

function clockIn(text: string): Partial<Parts> {
  const match = clockPattern.exec(text)
  if (match === null) return {}
  const [hour = 0, minute, second] = numbers(match, 1, 2, 3)
  const half = match[4]?.[0]?.toLowerCase()
  const hour24 = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  return { hour: hour24, minute, second, zone: match[5] }
}

function machineParts(text: string): Parts | undefined {
  const iso = isoPattern.exec(text)
  if (iso !== null) {
    const [year = 0, month, day, hour, minute, second] = numbers(iso, 1, 2, 3, 4, 5, 6)
    return { year, month, day, hour, minute, second, zone: iso[7] }
  }
  const compact = compactPattern.exec(text)
  if (compact !== null) {
    const [year = 0, month, day, hour, minute, second] = numbers(compact, 1, 2, 3, 4, 5, 6)
    return { year, month, day, hour, minute, second, zone: compact[7] }
  }
  if (/^\d{9,10}$|^\d{12,13}$/.test(text)) {
    const moment = new Date(Number(text) * (text.length > 10 ? 1 : 1000))
    return {
      year: moment.getUTCFullYear(),
      month: moment.getUTCMonth() + 1,
      day: moment.getUTCDate(),
      hour: moment.getUTCHours(),
      minute: moment.getUTCMinutes(),
      second: moment.getUTCSeconds(),
      zone: 'Z',
    }
  }
  return undefined
}

function wordyParts(text: string): Parts | undefined {
  const ideal = idealPattern.exec(text) ?? undefined
  if (ideal !== undefined) {
    const [year = 0, month, day] = numbers(ideal, 1, 2, 3)
    return { year, month, day }
  }
  const dayMonth = dayMonthPattern.exec(text)
  const named = dayMonth === null ? undefined : monthNumber(dayMonth[2] ?? '')
  if (dayMonth !== null && named !== undefined) {
    return { year: Number(dayMonth[3]), month: named, day: Number(dayMonth[1]) }
  }
  const monthDay = monthDayPattern.exec(text)
  const first = monthDay === null ? undefined : monthNumber(monthDay[1] ?? '')
  if (monthDay !== null && first !== undefined) {
    return { year: Number(monthDay[3]), month: first, day: Number(monthDay[2]) }
  }
  return undefined
}

/** Day before month unless that is impossible, or the page is American English and writes slashes. */
function numericParts(text: string, monthFirst: boolean): Parts | undefined {
  const yearFirst = yearFirstPattern.exec(text)
  if (yearFirst !== null) {
    const [year = 0, month, day] = numbers(yearFirst, 1, 3, 4)
    return { year, month, day }
  }
  const match = numericPattern.exec(text)
  if (match === null) return undefined
  const [first = 0, second = 0, year = 0] = numbers(match, 1, 3, 4)
  const fullYear = year < 100 ? 2000 + year : year
  const swapped = second > 12 || (monthFirst && match[2] === '/' && first <= 12)
  return swapped
    ? { year: fullYear, month: first, day: second }
    : { year: fullYear, month: second, day: first }
}

/**
 * Reads a publication time from what a page wrote: ISO 8601 and its sloppy relatives, RFC 2822, seconds or milliseconds
 * since 1970, and dates in words or figures with an optional clock time. The zone stays the page's own. Undefined where no
 * date is found, or it lies before 1990 or more than two days after `now`.
 */
export function parsePublicationTime(
  text: string,
  now: Date = new Date(),
  monthFirst = false,
): PublicationTime | undefined {
  const trimmed = text.trim().slice(0, 200)
  const machine = machineParts(trimmed)
  if (machine !== undefined) return fromParts(machine, now)
  const inner = /\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?/.exec(trimmed)
  const parts = wordyParts(trimmed) ?? numericParts(trimmed, monthFirst)
  if (parts !== undefined) return fromParts({ ...parts, ...clockIn(trimmed) }, now)
  const innerParts = inner === null ? undefined : machineParts(inner[0])
  return innerParts === undefined ? undefined : fromParts(innerParts, now)
}

/** The date many outlets put into the path: `/2026/03/05/`, `/2026-03-05-`, `/20260305`. */
export function dateInUrl(url: URL, now: Date = new Date()): PublicationTime | undefined {
  const match = /[/_-](20\d{2}|199\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
    url.pathname,
  )
  if (match === null) return undefined
  const [year = 0, month, day] = numbers(match, 1, 3, 4)
  return fromParts({ year, month, day }, now)
}
