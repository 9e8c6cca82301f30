import { dateFormat } from './date-format.ts'

const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * "2 hours ago" up to a week, the date after that.
 *
 * @param then milliseconds since the epoch
 * @param now milliseconds since the epoch; a `then` after it counts as this moment
 */
export function relativeTime(then: number, now: number, locale: string): string {
  const seconds = Math.max(0, (now - then) / 1000)
  if (seconds > 7 * 86_400) {
    const isThisYear = new Date(then).getFullYear() === new Date(now).getFullYear()
    return dateFormat(locale, {
      day: 'numeric',
      month: 'short',
      ...(isThisYear ? {} : { year: 'numeric' }),
    }).format(then)
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of units)
    if (seconds >= size) return format.format(-Math.floor(seconds / size), unit)
  return format.format(0, 'second')
}
