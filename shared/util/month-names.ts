/** The languages whose months are known wherever a date is read: those first that decide what a name means in several. */
const manyLanguages =
  'en uk ru be bg sr mk pl cs sk sl hr de fr es it pt ca ro nl da sv nb fi et lv lt hu el tr az sq id ms vi ar fa he ka hy hi kk uz sw af is ga eu gl'.split(
    ' ',
  )
/** Those of the articles, in which a name may also be cut. */
const ownLanguages = ['en', 'uk', 'ru', 'fr', 'de']
const shortestCut = 3

interface MonthName {
  name: string
  /** 1 to 12. */
  month: number
}

let names: ReadonlyMap<string, number> | undefined
let ownNames: readonly MonthName[] | undefined

/** 1 to 12 for the whole or the shortened name of a month in any of some fifty languages, in any case; undefined for other words. */
export function monthNumber(word: string): number | undefined {
  // Languages disagree on a few short names; the first in the list keeps them.
  names ??= new Map(
    namesIn(manyLanguages)
      .toReversed()
      .map(({ name, month }) => [name, month]),
  )
  return names.get(fold(word))
}

/**
 * The month that somebody means who types its name in one of five languages, whole or cut to three letters or more; undefined
 * where it names none, or could be two (`jui` is June and July in French).
 */
export function monthBeginning(word: string): number | undefined {
  ownNames ??= namesIn(ownLanguages)
  const beginning = fold(word)
  if (beginning.length < shortestCut) return undefined
  const named = new Set(ownNames.filter(({ name }) => name.startsWith(beginning)).map(({ month }) => month))
  const [month] = named
  return named.size === 1 ? month : undefined
}

/** Every name: "березень", and "березня" as it is with a day; and how both are shortened ("Sept"). */
function namesIn(languages: readonly string[]): MonthName[] {
  return languages.flatMap((language) => {
    const formats = (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(language, { month, ...gregorian }),
      new Intl.DateTimeFormat(language, { month, day: 'numeric', ...gregorian }),
    ])
    return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
      const day = Date.UTC(2024, month - 1, 15)
      return formats
        .map((format) => fold(format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? ''))
        .filter((name) => /^\p{L}[\p{L}\p{M}]{2,}$/u.test(name))
        .map((name) => ({ name, month }))
    })
  })
}

const gregorian = { timeZone: 'UTC', calendar: 'gregory' } as const

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\.$/, '')
}
