import type { PageDocument } from './page-dom.ts'

/** What a page's `meta`, `link` and `title` elements say, by lower-case name or property. */
export interface PageHead {
  meta(name: string): string | undefined
  metaAll(name: string): string[]
  link(rel: string): string | undefined
  readonly title: string | undefined
  readonly lang: string | undefined
}

/** Reads the head's facts in one pass; also those that careless pages put into the body. */
export function readPageHead(document: PageDocument): PageHead {
  const metas = new Map<string, string[]>()
  for (const element of document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? []) {
        const values = metas.get(name)
        if (values === undefined) metas.set(name, [content])
        else values.push(content)
      }
    }
  }
  const links = new Map<string, string>()
  for (const element of document.getElementsByTagName('link')) {
    const rel = element.getAttribute('rel')?.toLowerCase()
    const href = element.getAttribute('href')
    if (rel && href && !links.has(rel)) links.set(rel, href)
  }
  const [title] = document.getElementsByTagName('title')
  return {
    meta: (name) => metas.get(name)?.[0],
    metaAll: (name) => metas.get(name) ?? [],
    link: (rel) => links.get(rel),
    title: title?.textContent?.replace(/\s+/g, ' ').trim() || undefined,
    lang:
      document.documentElement?.getAttribute('lang') ??
      document.documentElement?.getAttribute('xml:lang') ??
      undefined,
  }
}
