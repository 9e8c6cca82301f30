import { parseFragment } from 'parse5'
import type { CitationStyle } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'

const bytesAtMost = 1_000_000

/**
 * What a CSL style says of itself. It need not be one that works; see `cite`.
 *
 * @throws AppError `not-a-style` also for a style that only names another one, and for one with a document type, which no style needs
 */
export function readStyle(xml: string): Omit<CitationStyle, 'id'> {
  if (Buffer.byteLength(xml) > bytesAtMost) throw notAStyle('It is too long.')
  if (/<!(?:doctype|entity)/i.test(xml)) throw notAStyle('It declares a document type.')
  const head = /<style\b[^>]*>/.exec(xml)?.[0] ?? ''
  const kind = attribute(head, 'class')
  if (kind !== 'in-text' && kind !== 'note') throw notAStyle('It has no element “style” with a class.')
  if (/rel\s*=\s*["']independent-parent["']/.test(xml))
    throw notAStyle('It only names another style; add that one.')
  if (!/<citation\b/.test(xml)) throw notAStyle('It does not say how to cite.')
  const title = /<title\b[^>]*>([\s\S]*?)<\/title>/.exec(xml)?.[1] ?? ''
  return {
    title: textOf(title),
    kind,
    lang: attribute(head, 'default-locale')?.split('-')[0]?.toLowerCase() ?? null,
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`).exec(tag)?.[2]
}

function textOf(xml: string): string {
  const [child] = parseFragment(xml).childNodes
  const text = child !== undefined && 'value' in child ? child.value : ''
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300) || 'CSL'
}

function notAStyle(why: string): AppError {
  return new AppError('not-a-style', `This is not a citation style (CSL). ${why}`)
}
