import { parseWebUrl } from '../../../capture/normalize-url.ts'
import { escapeMarkdown } from '../../comment-to-markdown.ts'

const longestAddress = 4000

/** Words on one line, without what cannot be shown; undefined where nothing is left. */
export function lineOf(written: unknown, most = 1000): string | undefined {
  if (typeof written !== 'string' && typeof written !== 'number') return undefined
  const line = String(written)
    .slice(0, most * 4)
    .replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .trim()
  return line.slice(0, most).toWellFormed().trim() || undefined
}

/** Words as they stand, trimmed, in well-formed Unicode; undefined where there are none. */
export function wordsOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined
  return written.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').trim().toWellFormed() || undefined
}

/** An address of the web, without a password that may be in it; undefined for any other. */
export function webAddress(written: unknown): string | undefined {
  if (typeof written !== 'string' || written.length > longestAddress) return undefined
  const url = parseWebUrl(written)
  if (url === undefined) return undefined
  url.username = ''
  url.password = ''
  return url.href.length > longestAddress ? undefined : url.href
}

/** Plain words as Markdown that says the same, line by line. */
export function plainToMarkdown(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  return escapeMarkdown(written)
    .replaceAll(/^([ \t]*)([#+-]|\d+[.)])(?=\s)/gm, '$1\\$2')
    .replaceAll(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, '  \n')
}

/** The parts of a note that are there, a paragraph each. */
export function noteOf(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n') || undefined
}

/** A line of a note that names what a notebook has no field for: `Tags: Iran, sanctions`. */
export function fact(
  name: string,
  values: string | readonly (string | undefined)[] | undefined,
): string | undefined {
  const all = (typeof values === 'string' ? [values] : (values ?? [])).flatMap(
    (value) => lineOf(value, 500) ?? [],
  )
  const distinct = [...new Set(all)]
  return distinct.length === 0 ? undefined : `${name}: ${escapeMarkdown(distinct.join(', '))}`
}

/** Names in one cell, as programs write several: with commas, semicolons or bars between them. */
export function namesIn(written: string, separator: RegExp = /[,;|]/): string[] {
  return written.split(separator).flatMap((name) => lineOf(name, 200) ?? [])
}
