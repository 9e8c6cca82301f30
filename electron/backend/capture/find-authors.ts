import { namesInByline, uniqueNames } from './author-names.ts'
import { lineAuthors, signature } from './author-signature.ts'
import { asList, objectsOf } from './json-ld.ts'
import { comparableText, flatText, type PageDocument, type PageElement } from './page-dom.ts'
import { type Found, firstFound, found, type Page } from './page-facts.ts'
import { leadingPersons } from './person-names.ts'

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

const bylineName =
  /(?:^|[\s_-])(?:by-?lines?|authors?|author-?names?|author-?list|writers?|autor(?:in|en|es|i)?|auteurs?|journalists?|reporters?|redakteur|signature|credits?-?author)(?:$|[\s_-])|author(?:name|link|list)/i
const notByline =
  /(?:^|[\s_-])(?:bio|about|comments?|social|image|photo|avatar|picture|role|title|job|desc(?:ription)?|follow|related|recommended|teaser|card)(?:$|[\s_-])/i

function namesOf(element: PageElement): string {
  return ['class', 'itemprop', 'data-testid', 'rel']
    .map((name) => element.getAttribute(name))
    .filter(Boolean)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/__/g, ' ')
}

/** The names in the first byline a reader would see, outermost element first, links inside it before its whole text. */
function visibleByline(document: PageDocument): string[] {
  const candidates = [
    ...document.querySelectorAll(
      '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="autor" i], [class*="auteur" i], [class*="writer" i], [class*="journalist" i], [data-testid*="author" i], [data-testid*="byline" i]',
    ),
  ]
  for (const element of candidates.slice(0, 60)) {
    const names = namesOf(element)
    if (element.getAttribute('rel') === null && (!bylineName.test(names) || notByline.test(names))) continue
    const text = flatText(element)
    if (text.length < 3 || text.length > 300) continue
    const links = [...element.getElementsByTagName('a')].map((link) => flatText(link))
    const linked = uniqueNames(links.flatMap(leadingPersons))
    const found = linked.length > 0 ? linked : leadingPersons(text)
    if (found.length > 0) return found
  }
  return []
}

/** Authors as names of people; the outlet's own name stands for them only where nobody else is named. */
export function findAuthors(page: Page, outlet: string | undefined): Found<string[]> | undefined {
  const { head, document, url } = page
  const host = url?.hostname.replace(/^(?:www|m|amp)\./, '') ?? ''
  const own = [outlet, head.meta('og:site_name'), host, host.replace(/\.[a-z]+$/, '')]
    .map((name) => comparableText(name ?? '').replaceAll(' ', ''))
    .filter(Boolean)
  const isOutlet = (name: string) => own.includes(comparableText(name).replaceAll(' ', ''))
  const fromMeta = (...names: string[]) =>
    uniqueNames(names.flatMap((name) => head.metaAll(name)).flatMap((value) => namesInByline(value)))
  const sources: [string[], string][] = [
    [jsonLdAuthors(page), 'jsonLd'],
    [
      fromMeta(
        'author',
        'articleauthor',
        'article-author',
        'author_name',
        'byl',
        'dc.creator',
        'dcterms.creator',
        'citation_author',
        'parsely-author',
        'sailthru.author',
        'cxenseparse:author',
      ),
      'meta',
    ],
    [fromMeta('article:author', 'og:article:author'), 'openGraph'],
  ]
  const people = (names: string[]) => names.filter((name) => !isOutlet(name))
  const stated = sources.map(
    ([names, source]) =>
      () =>
        found(listed(people(names)), source),
  )
  const outletOnly = sources.map(
    ([names, source]) =>
      () =>
        found(listed(names), source),
  )
  return firstFound(
    ...stated,
    () => found(listed(people(visibleByline(document))), 'byline'),
    () => found(listed(people(lineAuthors(document, head.meta('og:title')))), 'heading'),
    () => found(listed(people(signature(document))), 'signature'),
    ...outletOnly,
  )
}

function listed(names: string[]): string[] | undefined {
  return names.length === 0 ? undefined : names
}
