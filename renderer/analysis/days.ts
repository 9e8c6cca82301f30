import { utcDay, utcMonday, utcMonth, utcYear } from 'd3-time'

/** The first moment of a day written `2026-03-05`; of a month or a year its first. All days are taken in UTC. */
export function toDate(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date))
}

export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

export function addDays(day: string, count: number): string {
  return toDay(utcDay.offset(toDate(day), count))
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return utcDay.count(toDate(from), toDate(to))
}

export type Unit = 'day' | 'week' | 'month' | 'year'

const intervals = { day: utcDay, week: utcMonday, month: utcMonth, year: utcYear }

/** The last day of the stretch of time that begins with a day. */
export function endOf(start: string, unit: Unit): string {
  return toDay(utcDay.offset(intervals[unit].offset(toDate(start), 1), -1))
}
