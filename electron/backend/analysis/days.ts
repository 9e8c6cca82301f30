const msADay = 86_400_000

/** Days from 1970-01-01 to a date, for a month or a year its first day. */
export function dayNumber(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, day) / msADay)
}

/** The last day that a date may mean: of a month or a year its last. */
export function lastDayNumber(date: string): number {
  const [year = 1970, month, day] = date.split('-').map(Number)
  if (day !== undefined) return dayNumber(date)
  return Math.floor(Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) / msADay) - 1
}

export function dateOf(day: number): string {
  return new Date(day * msADay).toISOString().slice(0, 10)
}

/** The first day of the day, week (from Monday), month or year that a day lies in. */
export function startOf(day: number, unit: 'day' | 'week' | 'month' | 'year'): number {
  if (unit === 'day') return day
  // 1970-01-01 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  return dayNumber(dateOf(day).slice(0, unit === 'month' ? 7 : 4))
}

/** The day it is, as dates are written. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
