const languages =
  'en uk ru be bg sr mk pl cs sk sl hr de fr es it pt ca ro nl da sv nb fi et lv lt hu el tr az sq id ms vi ar fa he ka hy hi kk uz sw af is ga eu gl'

let names: Map<string, number> | undefined

function fold(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase().replace(/\.$/, '')
}

/** Names of months in some fifty languages, long and short, alone and as they stand beside a day. */
function allNames(): Map<string, number> {
  const found = new Map<string, number>()
  for (const language of languages.split(' ')) {
    const formats = [
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' }),
      new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC', calendar: 'gregory' }),
      new Intl.DateTimeFormat(language, {
        month: 'long',
        day: 'numeric',
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
      new Intl.DateTimeFormat(language, {
        month: 'short',
        day: 'numeric',
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
    ]
    for (let month = 1; month <= 12; month++) {
      const date = new Date(Date.UTC(2024, month - 1, 15))
      for (const format of formats) {
        const name = fold(format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '')
        // Languages disagree on a few short names; the first in the list above keeps them.
        if (/^\p{L}[\p{L}\p{M}]{2,}$/u.test(name) && !found.has(name)) found.set(name, month)
      }
    }
  }
  return found
}

/** 1 to 12 for the name of a month in any of some fifty languages, in any case; undefined for other words. */
export function monthNumber(word: string): number | undefined {
  names ??= allNames()
  return names.get(fold(word))
}
