import type { Node } from 'prosemirror-model'
import { type ArticleNodeJson, parseArticleDocument } from '#shared/document/parse-document.ts'
import { authorsInLine } from './author-signature.ts'
import { cleanText } from './inline-builder.ts'
import { parsePublicationTime } from './publication-time.ts'
import { directionOf } from './text-direction.ts'

export interface TextArticle {
  readonly document: Node
  readonly title: string | undefined
}

const longestTitle = 200
const longestByline = 60
const sentenceEnd = /[.!?…։。！？:;»”"')\]]$/u

/** Lines broken by hand or by a mail program near one width, inside paragraphs that empty lines part. */
function isHardWrapped(groups: readonly string[][]): boolean {
  const inner = groups.filter((lines) => lines.length > 1).flatMap((lines) => lines.slice(0, -1))
  const wrapped = inner.filter((line) => line.length >= 45 && line.length <= 100 && !sentenceEnd.test(line))
  return groups.length > 1 && inner.length >= 4 && wrapped.length > inner.length * 0.6
}

function linesToParagraphs(text: string): string[] {
  const groups: string[][] = [[]]
  for (const line of text.split(/\r\n?|[\n\u2028\u2029\u0085\v\f]/)) {
    const clean = cleanText(line)
      .replace(/[ \t]+/g, ' ')
      .trim()
    if (clean === '') groups.push([])
    else groups.at(-1)?.push(clean)
  }
  const filled = groups.filter((lines) => lines.length > 0)
  return isHardWrapped(filled) ? filled.map((lines) => lines.join(' ')) : filled.flat()
}

/** A first line is a title if it is short, ends no sentence, and something longer follows. */
function isTitle(line: string, next: string | undefined): boolean {
  return (
    next !== undefined &&
    line.length <= longestTitle &&
    !/[.…;:,]$/u.test(line) &&
    line.length < next.length * 1.5 &&
    line.split(' ').length >= 2
  )
}

/** A line below a title that says no more than who wrote the text, or when. */
function isByline(line: string): boolean {
  if (line.length > longestByline) return false
  return authorsInLine(line).length > 0 || parsePublicationTime(line) !== undefined
}

function textBlock(type: 'paragraph' | 'heading', text: string): ArticleNodeJson {
  const dir = directionOf(text)
  const attrs = { ...(type === 'heading' ? { level: 1 } : {}), ...(dir === null ? {} : { dir }) }
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), content: [{ type: 'text', text }] }
}

/**
 * Plain text as an article: every line a paragraph, unless the text is wrapped by hand between empty lines, where the lines
 * of a paragraph are joined. `findTitle`: a first line that reads as a title becomes a heading and the title.
 */
export function fromText(text: string, findTitle = true): TextArticle {
  const lines = linesToParagraphs(text)
  const [first, ...others] = lines
  const body = others.find((line) => !isByline(line))
  const hasTitle = findTitle && first !== undefined && isTitle(first, body)
  const content = lines.map((line, index) =>
    textBlock(hasTitle && index === 0 ? 'heading' : 'paragraph', line),
  )
  return {
    document: parseArticleDocument({
      type: 'doc',
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    }),
    title: hasTitle ? first : undefined,
  }
}

/** A title for a text that has none: its beginning, cut at the end of a sentence or a word. */
export function titleFromBeginning(text: string): string | undefined {
  const line = text
    .split('\n')
    .find((part) => /[\p{L}\p{N}]/u.test(part))
    ?.trim()
  if (line === undefined) return undefined
  const sentence = /^.{15,110}?[.!?…](?=\s|$)/u.exec(line)?.[0].replace(/\.$/, '')
  if (sentence !== undefined) return sentence
  if (line.length <= 110) return line.replace(/\.$/, '')
  return `${line
    .slice(0, 100)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`
}
