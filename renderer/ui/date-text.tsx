import { useEffect, useState } from 'react'
import { dateFormat } from './date-format.ts'
import { useFormatLocale } from './format-locale.ts'
import { formatPartialDate, type PartialDate } from './partial-date.ts'
import { relativeTime } from './relative-time.ts'

/** A date as exact as it is known, in words of the interface's language. */
export function DateText({ value, short }: { value: PartialDate; short?: boolean }) {
  const locale = useFormatLocale()
  const day = value.slice(0, 10)
  return <time dateTime={day}>{formatPartialDate(day, locale, short ? 'short' : 'long')}</time>
}

/** How long ago something happened; the exact time is in the tooltip. Keeps itself up to date. */
export function RelativeTime({ value }: { value: string | number | Date }) {
  const locale = useFormatLocale()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return null
  const exact = dateFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <time dateTime={date.toISOString()} title={exact.format(date)}>
      {relativeTime(date.getTime(), now, locale)}
    </time>
  )
}
