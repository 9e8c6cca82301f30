import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type ArticleNodeJson, parseArticleDocument } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { type ExtractedArticle, extractArticle } from './extract-article.ts'

/** What the command line's `extract` prints about a page. */
export interface ExtractAnswer {
  readonly title: string
  readonly byline: string | null
  readonly siteName: string | null
  readonly publishedAt: string | null
  readonly lang: string
  /** The running text; captions of pictures are in the article but are no part of it. */
  readonly text: string
}

function withoutCaptions(node: ArticleNodeJson): ArticleNodeJson {
  if (node.content === undefined) return node
  const content = node.content.filter(({ type }) => type !== 'caption').map(withoutCaptions)
  return { ...node, content }
}

/** The plain text of an article without the captions of its pictures. */
export function runningText({ document, text }: Pick<ExtractedArticle, 'document' | 'text'>): string {
  if (!JSON.stringify(document).includes('"caption"')) return text
  return documentText(parseArticleDocument(withoutCaptions(document)))
}

export function toExtractAnswer(article: Omit<ExtractedArticle, 'kind'>): ExtractAnswer {
  const { title, byline, outlet, publishedAt, lang } = article
  const text = runningText(article)
  return { title, byline, siteName: outlet, publishedAt: publishedAt?.value ?? null, lang, text }
}

/** One line of `extract --jsonl`: which file to read (`.gz` is unpacked) and where it is from. */
export interface ExtractCase {
  readonly id: string
  readonly path: string
  readonly url?: string | undefined
}

/** Reads the file of a case and extracts its article; never throws: a failure is `{id, error}`. */
export function answerExtractCase(
  record: ExtractCase,
): ({ id: string } & ExtractAnswer) | { id: string; error: string } {
  try {
    if (typeof record.path !== 'string') throw new Error('A line must name the path of a file.')
    const stored = readFileSync(record.path)
    const bytes = record.path.endsWith('.gz') ? gunzipSync(stored, { maxOutputLength: 100_000_000 }) : stored
    const fileName = record.path.replace(/^.*[/\\]/, '').replace(/\.gz$/, '')
    return { id: record.id, ...toExtractAnswer(extractArticle({ bytes, url: record.url, fileName })) }
  } catch (error) {
    return { id: record.id, error: error instanceof Error ? error.message : String(error) }
  }
}
