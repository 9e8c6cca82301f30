import type { Run } from '#shared/domain/citation.ts'
import type { Inline, TextRun } from './model.ts'

/** Control characters but tab and line feed, which XML cannot hold; halves of surrogate pairs; what is no character. */
const unprintable = /[\p{Cc}--[\t\n]]|\p{Surrogate}|[\ufffe\uffff]/gv

/** What every format can write. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, '')
}

export function words(text: string, look: Omit<TextRun, 'text'> = {}): Inline {
  return { kind: 'text', ...look, text: printable(text) }
}

export function inlineOf(runs: readonly Run[]): Inline[] {
  return runs.map(({ text, ...look }) => words(text, look))
}

/** Whether the first letter is one of a script written from right to left. */
export function isRtl(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
}

export function plainText(content: readonly Inline[]): string {
  return content.map((part) => (part.kind === 'text' ? part.text : part.kind === 'break' ? ' ' : '')).join('')
}

/** A date that may be known to the month or the year alone, as a language writes it. */
export function dateText(date: string, lang: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  if (year === undefined) return date
  if (month === undefined) return year
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(moment)
    .replace(/\s(?:р|г)\.$/u, '')
}
