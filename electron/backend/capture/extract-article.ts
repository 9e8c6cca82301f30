import { Fragment, type Node } from 'prosemirror-model'
import { type ArticleNodeJson, articleDocumentToJson } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { wordCount } from '#shared/document/word-count.ts'
import { AppError } from '#shared/util/app-error.ts'
import { namesInByline } from './author-names.ts'
import { authorsInLine } from './author-signature.ts'
import type { BodyHints } from './body-hints.ts'
import { type CaptureWarning, captureWarning } from './capture-warning.ts'
import { decodeBytes } from './decode.ts'
import { detectLanguage, languageOfTag } from './detect-language.ts'
import { extractBody } from './extract-body.ts'
import { extractMetadata, type PageMetadata } from './extract-metadata.ts'
import { fromMarkdown } from './from-markdown.ts'
import { fromText, titleFromBeginning } from './from-text.ts'
import type { ImageFound } from './image-of.ts'
import { parseWebUrl, withoutTracking } from './normalize-url.ts'
import { flatText, type PageDocument } from './page-dom.ts'
import { type ParsedPage, parseHtml } from './parse-html.ts'
import { type PublicationTime, parsePublicationTime } from './publication-time.ts'
import { type SourceKind, sniffKind } from './sniff-kind.ts'
import { stripTags } from './strip-tags.ts'
import { hasProse, toDocument } from './to-document.ts'

export interface ExtractionInput {
  readonly bytes: Uint8Array
  /** Told from the bytes, the content type and the file name where it is not given; then binary files are refused. */
  readonly kind?: SourceKind | undefined
  readonly fileName?: string | undefined
  /** Where the page is from; relative links are resolved against it. */
  readonly url?: string | undefined
  /** The HTTP header of that name. */
  readonly contentType?: string | undefined
  /** What the user knows better than the page. */
  readonly title?: string | undefined
  readonly publishedAt?: string | undefined
  /** Of a page saved with its folder: pictures by their path from the page. */
  readonly pictures?: ReadonlyMap<string, Uint8Array> | undefined
}

/** A publication time with where it was found. */
export interface ExtractedTime extends PublicationTime {
  readonly source: string
}

export interface ExtractedArticle {
  readonly kind: SourceKind
  /** The article document as stored JSON, read through the strict schema. */
  readonly document: ArticleNodeJson
  /** The document's plain text, which all offsets count in. */
  readonly text: string
  readonly title: string
  readonly byline: string | null
  readonly authors: string[]
  readonly outlet: string | null
  readonly publishedAt: ExtractedTime | null
  readonly modifiedAt: ExtractedTime | null
  /** ISO 639 code, `und` where unknown. */
  readonly lang: string
  readonly canonicalUrl: string | null
  readonly wordCount: number
  readonly images: ImageFound[]
  readonly warnings: CaptureWarning[]
  /** Where each value came from, by field name. */
  readonly provenance: { readonly [field: string]: string }
}

interface Draft {
  readonly document: Node
  readonly images: readonly ImageFound[]
  readonly warnings: readonly CaptureWarning[]
  readonly metadata: Partial<PageMetadata>
}

/** Pasted markup is what the user chose, all of it; only a whole page has an article to be found in it. */
function isFragment(html: string): boolean {
  return (
    html.includes('<!--StartFragment-->') ||
    !/<(?:!doctype|html|head|title|body)\b/i.test(html.slice(0, 4096))
  )
}

function bodyHints({ title, authors, description, articleBody }: PageMetadata): BodyHints {
  return {
    title: title?.value,
    authors: authors?.value ?? [],
    description,
    articleBody,
    isDate: (text) => parsePublicationTime(text) !== undefined,
  }
}

function pageDraft(page: ParsedPage, metadata: PageMetadata, base: string | undefined): Draft {
  const whole = (code: CaptureWarning['code'], document: PageDocument): Draft => ({
    ...toDocument(document.body ?? document.documentElement, base),
    warnings: [captureWarning(code)],
    metadata,
  })
  // What moved up while flattening no longer stands where it belongs: no part of the page can be told from the rest.
  if (page.wasFlattened) return whole('nesting-flattened', page.document)
  try {
    const body = extractBody(page, bodyHints(metadata))
    const converted = body === undefined ? undefined : toDocument(body, base)
    if (converted !== undefined && hasProse(converted.document))
      return { ...converted, warnings: [], metadata }
  } catch {}
  return whole('body-not-found', page.parseAgain())
}

function fragmentMetadata(page: ParsedPage): Partial<PageMetadata> {
  const heading = page.document.querySelector('h1, h2')
  const title = heading === null ? '' : flatText(heading)
  return title === '' ? {} : { title: { value: title, source: heading?.localName ?? 'h1' } }
}

/** The article as its bare text: what is kept when everything else fails. */
function bareDraft(html: string, code: CaptureWarning['code']): Draft {
  const title = /<title[^>]{0,200}>([^<]{1,1000})/i.exec(html.slice(0, 200_000))?.[1]
  return {
    document: fromText(stripTags(html), false).document,
    images: [],
    warnings: [captureWarning(code)],
    metadata: title === undefined ? {} : { title: { value: stripTags(title), source: 'title' } },
  }
}

function htmlDraft(html: string, url: string | undefined): Draft {
  try {
    const page = parseHtml(html)
    if (isFragment(html))
      return { ...toDocument(page.document.body, url), warnings: [], metadata: fragmentMetadata(page) }
    const metadata = extractMetadata(page, url)
    const base = parseWebUrl(page.document.querySelector('base')?.getAttribute('href'), url)?.href
    return pageDraft(page, metadata, base ?? url ?? metadata.canonicalUrl?.value)
  } catch {
    return bareDraft(html, 'extraction-failed')
  }
}

/** Lines at the head of a plain text in which its author or date may stand, and how long such a line can be. */
const headLines = 4
const longestHeadLine = 120

function textDraft(text: string): Draft {
  const { document, title } = fromText(text)
  const head = document.children
    .slice(0, headLines)
    .map((block) => block.textContent)
    .filter((line) => line !== title && line.length <= longestHeadLine)
  const authors = head.map(authorsInLine).find((names) => names.length > 0)
  return {
    document,
    images: [],
    warnings: [],
    metadata: {
      title: title === undefined ? undefined : { value: title, source: 'firstLine' },
      authors: authors === undefined ? undefined : { value: authors, source: 'byline' },
    },
  }
}

function markdownDraft(markdown: string, url: string | undefined): Draft {
  const { html, frontMatter } = fromMarkdown(markdown)
  const given = (...names: string[]) =>
    names.map((name) => frontMatter.get(name)).find((value) => value !== undefined)
  const address = parseWebUrl(url ?? given('url', 'source', 'link', 'canonical'))
  const { document: page } = parseHtml(html)
  const { document, images } = toDocument(page.body, address?.href)
  const heading = page.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim()
  const title = given('title')
  const time = parsePublicationTime(given('date', 'published', 'publishedat', 'published_at') ?? '')
  const authors = namesInByline(given('author', 'authors', 'byline') ?? '')
  const outlet = given('outlet', 'site', 'sitename', 'publisher')
  const source = 'frontMatter'
  return {
    document,
    images,
    warnings: [],
    metadata: {
      title:
        title !== undefined
          ? { value: title, source }
          : heading
            ? { value: heading, source: 'h1' }
            : undefined,
      authors: authors.length > 0 ? { value: authors, source } : undefined,
      outlet: outlet === undefined ? undefined : { value: outlet, source },
      publishedAt: time === undefined ? undefined : { value: time, source },
      canonicalUrl:
        address === undefined
          ? undefined
          : { value: withoutTracking(address), source: url === undefined ? source : 'url' },
      declaredLanguage: given('lang', 'language'),
    },
  }
}

function userTime(written: string | undefined): PublicationTime | undefined {
  return written === undefined ? undefined : parsePublicationTime(written)
}

/** The document without a heading at its beginning that is the title: the title is kept, and shown, by itself. */
function withoutTitle(document: Node, title: string | undefined): Node {
  const [first, ...rest] = document.children
  const isTitle = first?.type.name === 'heading' && first.textContent === title && rest.length > 0
  return isTitle ? document.copy(Fragment.from(rest)) : document
}

function finish(draft: Draft, kind: SourceKind, input: ExtractionInput): ExtractedArticle {
  const { metadata } = draft
  const chosenTitle = input.title?.trim() || metadata.title?.value
  const document = kind === 'html' ? draft.document : withoutTitle(draft.document, chosenTitle)
  const text = documentText(document)
  const given = parseWebUrl(input.url)
  const language = detectLanguage(text, metadata.declaredLanguage)
  const title = input.title?.trim()
    ? { value: input.title.trim(), source: 'user' }
    : (metadata.title ?? {
        value:
          titleFromBeginning(text) ?? input.fileName?.replace(/\.\w{1,8}$/, '') ?? given?.href ?? 'Untitled',
        source: 'beginning',
      })
  const fromUser = userTime(input.publishedAt)
  const published = fromUser === undefined ? metadata.publishedAt : { value: fromUser, source: 'user' }
  const canonicalUrl =
    metadata.canonicalUrl ??
    (given === undefined ? undefined : { value: withoutTracking(given), source: 'url' })
  const provenance: { [field: string]: string } = { title: title.source, lang: language.source }
  const note = (field: string, item: { source: string } | undefined) => {
    if (item !== undefined) provenance[field] = item.source
  }
  note('authors', metadata.authors)
  note('outlet', metadata.outlet)
  note('publishedAt', published)
  note('modifiedAt', metadata.modifiedAt)
  note('canonicalUrl', canonicalUrl)
  const time = (item: { value: PublicationTime; source: string } | undefined) =>
    item === undefined ? null : { ...item.value, source: item.source }
  const authors = metadata.authors?.value ?? []
  const hasText = /[\p{L}\p{N}]/u.test(text)
  return {
    kind,
    document: articleDocumentToJson(document),
    text,
    title: title.value.toWellFormed(),
    byline: authors.length > 0 ? authors.join(', ') : null,
    authors,
    outlet: metadata.outlet?.value ?? null,
    publishedAt: time(published),
    modifiedAt: time(metadata.modifiedAt),
    lang: languageOfTag(language.lang) ?? 'und',
    canonicalUrl: canonicalUrl?.value ?? null,
    wordCount: wordCount(text),
    images: [...draft.images],
    warnings: [...draft.warnings, ...(hasText ? [] : [captureWarning('no-text')])],
    provenance,
  }
}

function kindOf(input: ExtractionInput): SourceKind {
  if (input.bytes.length === 0) throw new AppError('empty-file', 'The file is empty.', 'Choose another file.')
  if (input.kind !== undefined) return input.kind
  const sniffed = sniffKind(input.bytes, input.fileName, input.contentType)
  if (sniffed.kind !== 'unsupported') return sniffed.kind
  const { code, message, hint } = sniffed.unsupported
  throw new AppError(code, message, hint)
}

/**
 * Turns the bytes of a page, a Markdown file or a plain text into an article. Synchronous and pure: nothing is fetched or
 * run. What defeats the extraction is kept as text with a warning; only an empty or binary file throws an `AppError`
 * (`empty-file`, `unsupported-file`). A hostile page may take long: see `extractInWorker`.
 */
export function extractArticle(input: ExtractionInput): ExtractedArticle {
  const kind = kindOf(input)
  const { text } = decodeBytes(input.bytes, input.contentType)
  const draft =
    kind === 'html'
      ? htmlDraft(text, input.url)
      : kind === 'markdown'
        ? markdownDraft(text, input.url)
        : textDraft(text)
  return finish(draft, kind, input)
}

/** The article as bare text with a warning that says why, in time linear in the bytes; throws as `extractArticle` does. */
export function extractBareText(input: ExtractionInput, code: CaptureWarning['code']): ExtractedArticle {
  const kind = kindOf(input)
  const { text } = decodeBytes(input.bytes, input.contentType)
  const draft =
    kind === 'html' ? bareDraft(text, code) : { ...textDraft(text), warnings: [captureWarning(code)] }
  return finish(draft, kind, input)
}
