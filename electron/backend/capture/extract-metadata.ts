import { namesInByline, plainLine, uniqueNames } from './author-names.ts'
import { chooseTitle, type TitleCandidate } from './choose-title.ts'
import { articleNode, asList, hasType, type JsonLdNode, objectsOf, readJsonLd, textOf } from './json-ld.ts'
import { parseWebUrl, withoutTracking } from './normalize-url.ts'
import { flatText, type PageDocument, type PageElement } from './page-dom.ts'
import { type PageHead, readPageHead } from './page-head.ts'
import type { ParsedPage } from './parse-html.ts'
import { dateInUrl, type PublicationTime, parsePublicationTime } from './publication-time.ts'

/** A value with where in the page it was found. */
export interface Found<Value> {
  readonly value: Value
  readonly source: string
}

export interface PageMetadata {
  readonly title: Found<string> | undefined
  readonly authors: Found<string[]> | undefined
  readonly outlet: Found<string> | undefined
  readonly publishedAt: Found<PublicationTime> | undefined
  readonly modifiedAt: Found<PublicationTime> | undefined
  readonly canonicalUrl: Found<string> | undefined
  readonly declaredLanguage: string | undefined
  readonly description: string | undefined
  /** The body as JSON-LD gives it, as plain text; a second opinion for the extraction of the body. */
  readonly articleBody: string | undefined
}

interface Page {
  readonly document: PageDocument
  readonly head: PageHead
  readonly nodes: readonly JsonLdNode[]
  readonly article: JsonLdNode | undefined
  readonly url: URL | undefined
  readonly now: Date
}

function firstFound<Value>(...attempts: (() => Found<Value> | undefined)[]): Found<Value> | undefined {
  for (const attempt of attempts) {
    const found = attempt()
    if (found !== undefined) return found
  }
  return undefined
}

function found<Value>(value: Value | undefined, source: string): Found<Value> | undefined {
  return value === undefined ? undefined : { value, source }
}

function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [one, other].map((url) => url.hostname.replace(/^(?:www|m|amp|mobile)\./, ''))
  if (a === undefined || b === undefined) return false
  return (
    a === b ||
    a.endsWith(`.${b}`) ||
    b.endsWith(`.${a}`) ||
    a.split('.').slice(-2).join('.') === b.split('.').slice(-2).join('.')
  )
}

function findCanonicalUrl(head: PageHead, url: URL | undefined): Found<string> | undefined {
  const candidates: [string | undefined, string][] = [
    [head.link('canonical'), 'canonical'],
    [head.meta('og:url'), 'openGraph'],
  ]
  for (const [address, source] of candidates) {
    const candidate = parseWebUrl(address, url?.href)
    if (candidate === undefined) continue
    // A canonical address that names the home page, or another site, is a fault of the page's template.
    const isHome =
      candidate.pathname === '/' && candidate.search === '' && url !== undefined && url.pathname !== '/'
    if (isHome || (url !== undefined && !isSameSite(candidate, url))) continue
    return { value: withoutTracking(candidate), source }
  }
  return url === undefined ? undefined : { value: withoutTracking(url), source: 'url' }
}

function findOutlet({ head, nodes, article, url }: Page): Found<string> | undefined {
  const line = (value: string | undefined) => {
    const text = value === undefined ? '' : plainLine(value)
    return text === '' || /^https?:|^@/.test(text) ? undefined : text
  }
  const publisher = objectsOf(article?.['publisher'], nodes)[0]
  const website = nodes.find((node) => hasType(node, /WebSite$/))
  return firstFound(
    () => found(line(head.meta('og:site_name')), 'openGraph'),
    () => found(line(textOf(publisher?.['name'] ?? article?.['publisher'])), 'jsonLd'),
    () => found(line(textOf(website?.['name'])), 'jsonLd'),
    () =>
      found(
        line(head.meta('application-name') ?? head.meta('publisher') ?? head.meta('dc.publisher')),
        'meta',
      ),
    () => found(url?.hostname.replace(/^(?:www|m|amp)\./, ''), 'url'),
  )
}

function mainHeading(document: PageDocument): string | undefined {
  const headings = [...document.getElementsByTagName('h1')]
    .map((element) => flatText(element))
    .filter(Boolean)
  return headings.length === 1 ? headings[0] : headings.find((text) => text.split(' ').length > 3)
}

function findTitle(page: Page, outlet: string | undefined): Found<string> | undefined {
  const { document, head, article, url } = page
  const candidates: [string | undefined, string][] = [
    [textOf(article?.['headline']), 'jsonLd'],
    [head.meta('og:title'), 'openGraph'],
    [head.meta('twitter:title') ?? head.meta('dc.title') ?? head.meta('citation_title'), 'meta'],
    [mainHeading(document), 'h1'],
    [head.title, 'title'],
  ]
  const host = url?.hostname.replace(/^(?:www|m|amp)\./, '') ?? ''
  const outlets = [outlet ?? '', head.meta('og:site_name') ?? '', host, host.replace(/\.[a-z]{2,}$/, '')]
  return chooseTitle(
    candidates
      .filter((item): item is [string, string] => item[0] !== undefined)
      .map(([value, source]): TitleCandidate => ({ value, source })),
    outlets.filter(Boolean),
  )
}

function jsonLdAuthors(page: Page): string[] {
  const { article, nodes } = page
  const value = article?.['author'] ?? article?.['creator']
  return uniqueNames(
    asList(value).flatMap((item) => {
      if (typeof item === 'string') return namesInByline(item)
      return objectsOf(item, nodes)
        .flatMap((object) => asList(object['name']))
        .flatMap((name) => (typeof name === 'string' ? namesInByline(name) : []))
    }),
  )
}

const bylineSelector =
  '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [class*="byline" i], [class*="author-name" i], [class*="author__name" i], [data-testid*="byline" i], [class~="author" i]'

function visibleByline(document: PageDocument): string[] {
  for (const selector of bylineSelector.split(', ')) {
    const elements = [...document.querySelectorAll(selector)].slice(0, 8)
    const names = uniqueNames(
      elements.flatMap((element: PageElement) => {
        const text = flatText(element)
        return text.length <= 120 ? namesInByline(text) : []
      }),
    ).filter((name) => /\p{Lu}|[^\p{Lu}\p{Ll}]/u.test(name[0] ?? ''))
    if (names.length > 0) return names
  }
  return []
}

function findAuthors(page: Page): Found<string[]> | undefined {
  const { head, document } = page
  const listed = (names: string[]) => (names.length === 0 ? undefined : names)
  const fromMeta = (...names: string[]) =>
    listed(uniqueNames(names.flatMap((name) => head.metaAll(name)).flatMap((value) => namesInByline(value))))
  return firstFound(
    () => found(listed(jsonLdAuthors(page)), 'jsonLd'),
    () =>
      found(
        fromMeta(
          'author',
          'dc.creator',
          'dcterms.creator',
          'citation_author',
          'parsely-author',
          'sailthru.author',
          'cxenseparse:author',
        ),
        'meta',
      ),
    () => found(fromMeta('article:author', 'og:article:author'), 'openGraph'),
    () => found(listed(visibleByline(document)), 'byline'),
  )
}

const publishedMeta =
  'article:published_time og:article:published_time article:published datepublished date dc.date.issued dc.date dcterms.created dc.date.created parsely-pub-date sailthru.date publishdate publish-date publish_date pubdate pub_date publication_date citation_publication_date cxenseparse:recs:publishtime date.created article.published article.created date_published originalpublicationdate displaydate release_date'.split(
    ' ',
  )
const modifiedMeta =
  'article:modified_time og:updated_time article:updated_time datemodified last-modified dcterms.modified dc.date.modified lastmod revised article.updated'.split(
    ' ',
  )

function timeElement(document: PageDocument, now: Date, monthFirst: boolean): PublicationTime | undefined {
  const elements = [...document.getElementsByTagName('time')]
  const marked = elements.filter(
    (element) =>
      element.hasAttribute('pubdate') ||
      /published/i.test(`${element.getAttribute('itemprop')} ${element.getAttribute('class')}`),
  )
  for (const element of [...marked, ...elements.slice(0, 3)]) {
    const time = parsePublicationTime(element.getAttribute('datetime') ?? flatText(element), now, monthFirst)
    if (time !== undefined) return time
  }
  return undefined
}

function dateNearTitle(document: PageDocument, now: Date, monthFirst: boolean): PublicationTime | undefined {
  const selector =
    '[itemprop~="datePublished"], [class*="publish" i], [class*="date" i], [class*="time" i], [id*="date" i]'
  for (const element of [...document.querySelectorAll(selector)].slice(0, 40)) {
    const written = element.getAttribute('content') ?? element.getAttribute('datetime') ?? flatText(element)
    if (written.length < 6 || written.length > 120) continue
    const time = parsePublicationTime(written, now, monthFirst)
    if (time !== undefined && time.precision !== 'year') return time
  }
  return undefined
}

function findTimes(page: Page): {
  published: Found<PublicationTime> | undefined
  modified: Found<PublicationTime> | undefined
} {
  const { head, article, nodes, document, url, now } = page
  const monthFirst = /^en-us$/i.test(head.lang ?? '') || /^en_us$/i.test(head.meta('og:locale') ?? '')
  const read = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number'
      ? parsePublicationTime(String(value), now, monthFirst)
      : undefined
  const readMeta = (names: readonly string[]) => {
    for (const name of names)
      for (const value of head.metaAll(name)) {
        const time = read(value)
        if (time !== undefined) return time
      }
    return undefined
  }
  const webPage = nodes.find((node) => hasType(node, /WebPage$/) && node['datePublished'] !== undefined)
  const published = firstFound(
    () => found(read(textOf(article?.['datePublished'])), 'jsonLd'),
    () => found(readMeta(publishedMeta), 'meta'),
    () => found(read(textOf(webPage?.['datePublished'])), 'jsonLd'),
    () => found(read(textOf(article?.['dateCreated'] ?? article?.['uploadDate'])), 'jsonLd'),
    () => found(timeElement(document, now, monthFirst), 'time'),
    () => found(dateNearTitle(document, now, monthFirst), 'byline'),
    () => found(url === undefined ? undefined : dateInUrl(url, now), 'url'),
  )
  const modified = firstFound(
    () => found(read(textOf(article?.['dateModified'])), 'jsonLd'),
    () => found(readMeta(modifiedMeta), 'meta'),
  )
  return { published, modified }
}

/**
 * Reads what a page says about its article, each value with where it was found. `url` is where the page came from, if
 * known; `now` bounds plausible dates. Nothing is guessed: what no part of the page says stays undefined.
 */
export function extractMetadata(parsed: ParsedPage, address?: string, now: Date = new Date()): PageMetadata {
  const { document, jsonLd } = parsed
  const head = readPageHead(document)
  const nodes = readJsonLd(jsonLd)
  const given = parseWebUrl(address)
  const canonicalUrl = findCanonicalUrl(head, given)
  const own = new Set([canonicalUrl?.value, given === undefined ? undefined : withoutTracking(given)])
  const isOwnAddress = (value: string) => {
    const url = parseWebUrl(value, given?.href ?? canonicalUrl?.value)
    return url !== undefined && own.has(withoutTracking(url))
  }
  const article = articleNode(nodes, isOwnAddress)
  const url = given ?? parseWebUrl(canonicalUrl?.value)
  const page: Page = { document, head, nodes, article, url, now }
  const outlet = findOutlet(page)
  const times = findTimes(page)
  return {
    title: findTitle(page, outlet?.value),
    authors: findAuthors(page),
    outlet,
    publishedAt: times.published,
    modifiedAt: times.modified,
    canonicalUrl,
    declaredLanguage:
      head.lang ?? head.meta('content-language') ?? head.meta('og:locale') ?? textOf(article?.['inLanguage']),
    description: head.meta('og:description') ?? head.meta('description'),
    articleBody: textOf(article?.['articleBody']),
  }
}
