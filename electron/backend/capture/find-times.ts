import { linesByHeading } from './heading-lines.ts'
import { hasType, textOf } from './json-ld.ts'
import { flatText, type PageDocument, type PageElement } from './page-dom.ts'
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

/** A name or a label by which an element says that it tells of a later change. */
const change =
  /updat|modif|aktualis|actuali[sz]|mis[eà]? (?:à|a) jour|atualiz|aggiornat|uppdaterad|oppdatert|opdateret|zaktualiz|güncel|обновл|оновл|измен[её]н|змінен/iu

function tellsOfChange(element: PageElement): boolean {
  const names = ['class', 'itemprop', 'id'].map((name) => element.getAttribute(name)).join(' ')
  return change.test(names) || change.test(flatText(element).slice(0, 24))
}

function timeElement(document: PageDocument, now: Date, monthFirst: boolean): PublicationTime | undefined {
  const elements = [...document.getElementsByTagName('time')]
  const marked = elements.filter(
    (element) =>
      element.hasAttribute('pubdate') ||
      /published/i.test(`${element.getAttribute('itemprop')} ${element.getAttribute('class')}`),
  )
  const others = elements.slice(0, 3).filter((element) => !tellsOfChange(element))
  for (const element of [...marked, ...others]) {
    const time = parsePublicationTime(element.getAttribute('datetime') ?? flatText(element), now, monthFirst)
    if (time !== undefined) return time
  }
  return undefined
}

function dateNearTitle(document: PageDocument, now: Date, monthFirst: boolean): PublicationTime | undefined {
  const selector =
    '[itemprop~="datePublished"], [class*="publish" i], [class*="date" i], [class*="time" i], [id*="date" i]'
  for (const element of [...document.querySelectorAll(selector)].slice(0, 40)) {
    if (tellsOfChange(element)) continue
    const written = element.getAttribute('content') ?? element.getAttribute('datetime') ?? flatText(element)
    if (written.length < 6 || written.length > 120) continue
    const time = parsePublicationTime(written, now, monthFirst)
    if (time !== undefined && time.precision !== 'year') return time
  }
  return undefined
}

function dateByHeading({ document, head, now }: Page, monthFirst: boolean): PublicationTime | undefined {
  for (const line of linesByHeading(document, head.meta('og:title'))) {
    if (change.test(line.slice(0, 24))) continue
    const time = parsePublicationTime(line, now, monthFirst)
    if (time !== undefined && time.precision !== 'year' && time.precision !== 'month') return time
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
    () => found(dateByHeading(page, monthFirst), 'heading'),
  )
  const modified = firstFound(
    () => found(read(textOf(article?.['dateModified'])), 'jsonLd'),
    () => found(readMeta(modifiedMeta), 'meta'),
  )
  return { published, modified }
}
