/** The calendar day of a publication time in its own zone, `2026-03-05`; null where no day is known. */
export function dayOf(publishedAt: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0]
  return day ?? null
}

/** The day before a day, both as `2026-03-05`. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
