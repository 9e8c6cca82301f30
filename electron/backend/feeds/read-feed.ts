import { parseFeed } from 'feedsmith'
import { decodeBytes } from '../capture/decode.ts'
import { normalizeUrl, parseWebUrl, withoutTracking } from '../capture/normalize-url.ts'
import { parsePublicationTime } from '../capture/publication-time.ts'
import { stripTags } from '../capture/strip-tags.ts'
import type { ReadItem } from '../store/feeds.ts'
import { notAFeed } from './not-a-feed.ts'

export interface ReadFeed {
  title: string
  siteUrl: string | null
  items: ReadItem[]
}

const itemsAtMost = 1000
const titleLength = 500
const summaryLength = 600

/** What the formats call by different names. */
interface RawItem {
  id?: string | undefined
  link?: string | undefined
  /** An id that may be the address, where there is no link. */
  permalink?: string | undefined
  /** What the link is relative to, where the item says so itself. */
  base?: string | undefined
  title?: string | undefined
  summary?: string | undefined
  date?: string | undefined
}
interface RawFeed {
  title?: string | undefined
  link?: string | undefined
  /** What its addresses are relative to. */
  base?: string | undefined
  items: RawItem[]
}

/**
 * Reads RSS (also 0.9 and 1.0), Atom or JSON Feed. Titles and summaries come out as plain text, addresses absolute and without
 * tracking parameters; an item that leads nowhere is left out. Entities that a document defines itself are not expanded.
 *
 * @param url where it was fetched, for addresses that are relative
 * @throws AppError `not-a-feed`
 */
export function readFeed(bytes: Uint8Array, url: string, contentType?: string): ReadFeed {
  const raw = rawFeed(decodeBytes(bytes, contentType).text)
  const base = parseWebUrl(raw.base, url)?.href ?? url
  const seen = new Set<string>()
  const items = raw.items.slice(0, itemsAtMost).flatMap((item) => {
    const read = readItem(item, base)
    if (read === null || seen.has(read.key)) return []
    seen.add(read.key)
    return [read]
  })
  const site = parseWebUrl(raw.link, base)
  return {
    title: plain(raw.title, titleLength) || new URL(url).hostname,
    siteUrl: site === undefined ? null : withoutTracking(site),
    items,
  }
}

function readItem(
  { id, link, permalink, base, title, summary, date }: RawItem,
  feedBase: string,
): ReadItem | null {
  const address = parseWebUrl(link, parseWebUrl(base, feedBase)?.href ?? feedBase) ?? parseWebUrl(permalink)
  if (address === undefined) return null
  const url = withoutTracking(address)
  const words = plain(summary, summaryLength)
  return {
    key: (id ?? url).slice(0, 4000),
    url,
    urlKey: normalizeUrl(url) ?? null,
    title: plain(title, titleLength) || words.slice(0, 80) || url,
    summary: words,
    publishedAt: date === undefined ? null : (parsePublicationTime(date)?.value ?? null),
  }
}

/** Markup may stand in a text as such, or escaped once more. */
function plain(text: string | undefined, length: number): string {
  return stripTags(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, length)
}

function rawFeed(text: string): RawFeed {
  try {
    return toRaw(parseFeed(text.trimStart()))
  } catch (error) {
    throw notAFeed(error)
  }
}

function toRaw(parsed: ReturnType<typeof parseFeed<string>>): RawFeed {
  if (parsed.format === 'atom') {
    const { title, links, entries, xml } = parsed.feed
    const linkOf = (all: typeof links) =>
      (all?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? all?.[0])?.href
    return {
      title: title?.value,
      link: linkOf(links?.filter(({ rel }) => rel !== 'self')),
      base: xml?.base,
      items: (entries ?? []).map((entry) => ({
        id: entry.id,
        link: linkOf(entry.links),
        permalink: entry.id,
        base: entry.xml?.base,
        title: entry.title?.value,
        summary: entry.summary?.value ?? entry.content?.value,
        date: entry.published ?? entry.updated,
      })),
    }
  }
  if (parsed.format === 'json') {
    const { title, home_page_url, items } = parsed.feed
    return {
      title,
      link: home_page_url,
      items: (items ?? []).map((item) => ({
        id: item.id,
        link: item.url ?? item.external_url,
        permalink: item.id,
        title: item.title,
        summary: item.summary ?? item.content_text ?? item.content_html,
        date: item.date_published ?? item.date_modified,
      })),
    }
  }
  if (parsed.format === 'rdf') {
    const { title, link, items } = parsed.feed
    return {
      title,
      link,
      items: (items ?? []).map((item) => ({
        id: item.rdf?.about,
        link: item.link,
        title: item.title,
        summary: item.description,
        date: item.dc?.dates?.[0],
      })),
    }
  }
  const { title, link, items } = parsed.feed
  return {
    title,
    link,
    items: (items ?? []).map((item) => ({
      id: item.guid?.value,
      link: item.link,
      permalink: item.guid?.isPermaLink === false ? undefined : item.guid?.value,
      title: item.title,
      summary: item.description ?? item.content?.encoded,
      date: item.pubDate ?? item.dc?.dates?.[0],
    })),
  }
}
