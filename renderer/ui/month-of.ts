import { dateFormat } from './date-format.ts'

/** The languages whose months may be written out, whatever the language of the interface: those of the articles. */
const languages = ['en', 'uk', 'ru', 'fr', 'de']
const shortest = 3

/**
 * The month that a word names, 1 to 12: in any of the five languages, in any case, whole or cut to three letters or more.
 * undefined where it names none, or could be two (`jui` is June and July in French).
 */
export function monthOf(word: string): number | undefined {
  const beginning = word.toLocaleLowerCase().normalize('NFC')
  if (beginning.length < shortest) return undefined
  const named = new Set(
    monthNames()
      .filter(({ name }) => name.startsWith(beginning))
      .map(({ month }) => month),
  )
  const [month] = named
  return named.size === 1 ? month : undefined
}

let known: { name: string; month: number }[] | undefined

/** Both forms of each name: "березень", and "березня" as it is with a day; and how it is shortened ("Sept"). */
function monthNames() {
  known ??= languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
      [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }].map(
        (parts) => ({
          name: monthPart(language, month, parts as Intl.DateTimeFormatOptions),
          month,
        }),
      ),
    ),
  )
  return known
}

function monthPart(language: string, month: number, options: Intl.DateTimeFormatOptions): string {
  const parts = dateFormat(language, { timeZone: 'UTC', ...options }).formatToParts(
    Date.UTC(2000, month - 1, 1),
  )
  const name = parts.find(({ type }) => type === 'month')?.value ?? ''
  return name.replaceAll('.', '').toLocaleLowerCase().normalize('NFC')
}
