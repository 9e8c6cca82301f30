import { z } from 'zod'

/** A UUIDv7 in its canonical lower-case text form. */
export const idSchema = z.uuid()
export type Id = z.infer<typeof idSchema>

/** A moment as stored: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const timestampSchema = z.iso.datetime({ precision: 3 })

/** A calendar date known to the year, the month or the day: `2026`, `2026-03`, `2026-03-05`. */
export const partialDateSchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Write a date as 2026, 2026-03 or 2026-03-05.',
  )
  .refine(isRealDate, 'There is no such day.')

/** A publication time: a partial date, or a moment with its own zone (`2026-03-05T14:30:00+02:00`). */
export const publicationTimeSchema = z.union([
  partialDateSchema,
  z.iso.datetime({ offset: true, local: true }),
])

/** A BCP 47 language tag's primary part, `en`, `uk`; `und` where nobody knows. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}$/)

/** A human name or title: trimmed, not empty, without control characters. */
export function nameSchema(max: number) {
  return z
    .string()
    .transform((name) => name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .pipe(z.string().min(1).max(max))
}

/** One window into a long ordered list. */
export const windowSchema = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

/** How many things a bulk action is done to at most. */
export const mostIds = 100_000

/** Many ids at once, for bulk actions. */
export const idsSchema = z.object({ ids: z.array(idSchema).min(1).max(mostIds) })

/** How many ids to list for a bulk action. */
export const idsLimitSchema = z.number().int().min(1).max(mostIds)

/** ProseMirror JSON, checked by the schema of what it is. Optional, because that is how tRPC types what JSON may drop. */
export const documentJsonSchema = z.unknown().optional()

export const nothing = z.void()

function isRealDate(text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number)
  if (year === undefined || year < 1000) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
