import { hasType, textOf } from './json-ld.ts'
import { flatText, type PageDocument } from './page-dom.ts'
import { type Found, firstFound, found, type Page } from './page-facts.ts'
import { dateInUrl, type PublicationTime, parsePublicationTime } from './publication-time.ts'

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

/** When the article was published and last changed, by the most trustworthy part of the page that says so. */
export function findTimes(page: Page): {
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
