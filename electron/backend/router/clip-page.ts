import type { ClipPage, ClipPageResult, ClippedQuote } from '#shared/domain/clipper.ts'
import { assetOf, type CapturedAsset } from '../capture/asset-of.ts'
import type { ExtractionInput } from '../capture/extract-article.ts'
import { findKnownArticle } from '../capture/find-known-article.ts'
import { keepImages, putImages } from '../capture/keep-images.ts'
import { storeCapture } from '../capture/store-capture.ts'
import { getArticle } from '../store/articles.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { getRevisionContent } from '../store/revisions.ts'
import { findClippedQuote, keepClippedQuote, type QuotePlace } from './clipped-quote.ts'
import { extractAsTask } from './extract-as-task.ts'
import type { Session } from './session.ts'

/**
 * Stores what a browser shows. A quote of a page whose article has its very words makes no revision; everything else is
 * extracted first. A page clipped again becomes a revision, a part of one an article of its own.
 */
export async function prepareClipPage(
  session: Session,
  page: ClipPage,
  signal: AbortSignal | undefined,
): Promise<(db: Writable) => ClipPageResult> {
  session.notebook.assertWritable()
  const known = page.quote && placeInKnown(session.notebook.reader(), page.url, page.quote)
  if (known !== undefined) {
    const { articleId, place, quote } = known
    return (db) => ({ ...unchanged(db, articleId), quote: keepClippedQuote(db, articleId, quote, place) })
  }
  const extracted = await extractAsTask(session, {}, signal, async (cancelled) => ({
    input: extractionInput(page),
    // What the page could not read of its own images is public, if it can be had at all.
    complete: (file) =>
      keepImages(putImages(file, imagesOf(page)), { ...session.fetching, signal: cancelled }),
  }))
  const capture = { extracted: extracted.file, original: extracted.original, url: page.url || null }
  return (db) => {
    const result = storeCapture(db, capture, page.kind === 'page' ? 'revise' : 'separate')
    if (page.quote === undefined) return { ...result, quote: null }
    const place = findClippedQuote(db, result.articleId, page.quote)
    return { ...result, quote: keepClippedQuote(db, result.articleId, page.quote, place) }
  }
}

/** The article of this address, if the quote's own words stand in its current text. */
function placeInKnown(
  db: Readable,
  url: string,
  quote: ClippedQuote,
): { articleId: string; place: QuotePlace; quote: ClippedQuote } | undefined {
  const articleId = findKnownArticle(db, [url])
  const place = articleId === null ? null : findClippedQuote(db, articleId, quote)
  return articleId !== null && place?.outcome === 'placed' ? { articleId, place, quote } : undefined
}

function unchanged(db: Readable, articleId: string): Omit<ClipPageResult, 'quote'> {
  const { id, title, wordCount, lang, currentRevisionId } = getArticle(db, articleId)
  return {
    outcome: 'unchanged',
    articleId: id,
    revisionId: currentRevisionId,
    title,
    wordCount,
    lang,
    duplicateOf: id,
    duplicateBy: 'url',
    warnings: getRevisionContent(db, currentRevisionId).warnings,
    quotes: null,
  }
}

/** A part of a page is taken whole: only a page has an article to be found in it. */
function extractionInput({ kind, html, url, title }: ClipPage): ExtractionInput {
  const markup = kind === 'page' ? html : `<!--StartFragment-->${html}`
  return {
    bytes: Buffer.from(markup, 'utf8'),
    kind: 'html',
    contentType: 'text/html; charset=utf-8',
    url,
    title: kind === 'page' ? undefined : title,
  }
}

function imagesOf({ images }: ClipPage): Map<string, CapturedAsset> {
  const assets = images.flatMap(({ url, bytes }) => {
    const asset = assetOf(Buffer.from(bytes, 'base64'))
    return asset === undefined ? [] : [[url, asset] as const]
  })
  return new Map(assets)
}
