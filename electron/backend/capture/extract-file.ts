import { AppError } from '#shared/util/app-error.ts'
import { type ExtractedArticle, type ExtractionInput, extractArticle } from './extract-article.ts'
import { type DocumentKind, kindOfDocument } from './formats/document-kind.ts'
import { fromDocx } from './formats/from-docx.ts'
import { fromEpub } from './formats/from-epub.ts'
import { fromEmail, fromMhtml } from './formats/from-mime.ts'
import { fromPdf } from './formats/from-pdf.ts'
import { pageStarts } from './formats/pdf/page-starts.ts'
import type { DocumentFacts, Unpacked } from './formats/unpacked.ts'
import { parsePublicationTime } from './publication-time.ts'
import { withSavedPictures } from './saved-pictures.ts'
import type { SourceKind } from './sniff-kind.ts'

export interface ExtractedFile extends Omit<ExtractedArticle, 'kind'> {
  readonly kind: SourceKind | DocumentKind
  /** Where each page of a paged document begins, in offsets of the text; null where there are no pages. */
  readonly pages: readonly number[] | null
}

const readers: { readonly [kind in DocumentKind]: (bytes: Uint8Array) => Unpacked | Promise<Unpacked> } = {
  pdf: fromPdf,
  docx: fromDocx,
  epub: fromEpub,
  mhtml: fromMhtml,
  email: fromEmail,
}

/**
 * Turns any file that can be clipped into an article: a document is opened to the HTML inside it, which then goes the way
 * of every page. Nothing is fetched or run. A hostile file may take long: see `extractInWorker`. `document` is for who has
 * asked `kindOfDocument` before.
 *
 * @throws AppError `empty-file`, `unsupported-file`, `document-unreadable`, `archive-refused`
 */
export async function extractFile(
  input: ExtractionInput,
  document: DocumentKind | undefined = kindOfDocument(input),
): Promise<ExtractedFile> {
  if (document === undefined) return { ...extractArticle(withSavedPictures(input)), pages: null }
  const unpacked = await openDocument(document, input.bytes)
  // What begins as a fragment is taken whole; only a page has an article to be found in it.
  const html = unpacked.isPage ? unpacked.html : `<!--StartFragment-->${unpacked.html}`
  const article = extractArticle({
    ...input,
    bytes: Buffer.from(html, 'utf8'),
    kind: 'html',
    contentType: 'text/html; charset=utf-8',
    url: input.url ?? unpacked.facts.url,
  })
  const pages = unpacked.blocks === undefined ? null : pageStarts(unpacked.blocks, article.text)
  return { ...withFacts(article, unpacked.facts, input), kind: document, pages }
}

async function openDocument(kind: DocumentKind, bytes: Uint8Array): Promise<Unpacked> {
  try {
    return await readers[kind](bytes)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'document-unreadable',
      'The document is broken and could not be read.',
      'Open it in the program it was made with, and save it anew or copy its words.',
      { cause: error },
    )
  }
}

/** What the document says about itself counts before what its text suggests, and after what the user says. */
function withFacts(
  article: ExtractedArticle,
  facts: DocumentFacts,
  input: ExtractionInput,
): ExtractedArticle {
  const source = 'document'
  const time = input.publishedAt === undefined ? parsePublicationTime(facts.publishedAt ?? '') : undefined
  const title = input.title === undefined ? facts.title : undefined
  const authors = facts.authors ?? []
  return {
    ...article,
    ...(title === undefined ? {} : { title: title.toWellFormed() }),
    ...(time === undefined ? {} : { publishedAt: { ...time, source } }),
    ...(authors.length === 0 ? {} : { authors: [...authors], byline: authors.join(', ') }),
    ...(facts.outlet === undefined ? {} : { outlet: facts.outlet }),
    provenance: {
      ...article.provenance,
      ...(title === undefined ? {} : { title: source }),
      ...(time === undefined ? {} : { publishedAt: source }),
      ...(authors.length === 0 ? {} : { authors: source }),
      ...(facts.outlet === undefined ? {} : { outlet: source }),
    },
  }
}
