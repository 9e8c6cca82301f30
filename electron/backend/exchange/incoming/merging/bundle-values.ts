import { idSchema, languageSchema, partialDateSchema, publicationTimeSchema } from '#shared/domain/common.ts'
import { AppError } from '#shared/util/app-error.ts'
import { keptText } from './exact-text.ts'
import type { Tally } from './tally.ts'

/** Longer than this, a name is no name but a text that stands where one should. */
const longestName = 1000

/** A name on one line, without control characters; what has none is called `fallback`. */
export function cleanName(name: string | undefined, fallback = '?'): string {
  const clean = keptText(name ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return clean === '' ? fallback : clean.slice(0, longestName).toWellFormed()
}

/** The same where it may also be missing. */
export function optionalName(name: string | undefined): string | undefined {
  const clean = cleanName(name, '')
  return clean === '' ? undefined : clean
}

export function ownId(id: string | undefined): string | undefined {
  return id !== undefined && idSchema.safeParse(id).success ? id.toLowerCase() : undefined
}

export function knownLanguage(lang: string | undefined): string | undefined {
  return languageSchema.safeParse(lang).data
}

/** A date as a quote or a round has it; one that is none is told and left out. */
export function knownDate(date: string | undefined, tally: Tally): string | undefined {
  return checkedDate(partialDateSchema.safeParse(date).data, date, tally)
}

export function knownTime(date: string | undefined, tally: Tally): string | undefined {
  return checkedDate(publicationTimeSchema.safeParse(date).data, date, tally)
}

/** A moment as rows have it, UTC with milliseconds. */
export function knownMoment(moment: string | undefined): string | undefined {
  const time = moment === undefined ? Number.NaN : Date.parse(moment)
  return Number.isNaN(time) || time < 0 || time > 8.64e15 ? undefined : new Date(time).toISOString()
}

/** What a key of the file names. @throws AppError `import-unreadable` where it names nothing */
export function named<Value>(known: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = known.get(key)
  if (value === undefined)
    throw new AppError(
      'import-unreadable',
      `The file refers to a ${what} that it does not have.`,
      'Nothing was changed. Export it again from where it comes.',
    )
  return value
}

function checkedDate(valid: string | undefined, given: string | undefined, tally: Tally): string | undefined {
  if (valid === undefined && given !== undefined && given !== '') tally.leftOut({ kind: 'date', name: given })
  return valid
}
