import { plainLine } from './author-names.ts'
import { chooseTitle, type TitleCandidate } from './choose-title.ts'
import { findAuthors } from './find-authors.ts'
import { findTimes } from './find-times.ts'
import { articleNode, hasType, objectsOf, readJsonLd, textOf } from './json-ld.ts'
import { parseWebUrl, withoutTracking } from './normalize-url.ts'
import { flatText, type PageDocument } from './page-dom.ts'
import { type Found, firstFound, found, type Page } from './page-facts.ts'
import { type PageHead, readPageHead } from './page-head.ts'
import type { ParsedPage } from './parse-html.ts'
import type { PublicationTime } from './publication-time.ts'

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
    [head.meta('og:title'), 'openGraph'],
    [textOf(article?.['headline']), 'jsonLd'],
    [mainHeading(document), 'h1'],
    [head.meta('twitter:title') ?? head.meta('dc.title') ?? head.meta('citation_title'), 'meta'],
    [head.title, 'title'],
  ]
  const host = url?.hostname.replace(/^(?:www|m|amp)\./, '') ?? ''
  const outlets = [outlet ?? '', head.meta('og:site_name') ?? '', host, host.replace(/\.[a-z]{2,}$/, '')]
  return chooseTitle(
    candidates
      .filter((item): item is [string, string] => item[0] !== undefined)
      .map(([value, source]): TitleCandidate => ({ value, source })),
    outlets.filter(Boolean),
    ['openGraph', 'jsonLd', 'h1'],
    [textOf(article?.['name']), textOf(article?.['alternativeHeadline'])].filter(
      (value) => value !== undefined,
    ),
  )
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
    authors: findAuthors(page, outlet?.value),
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
