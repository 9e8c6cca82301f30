import type { ArticleStatus } from '#shared/domain/article.ts'
import { normalizeUrl } from '../../../capture/normalize-url.ts'
import { type Bundle, type BundledArticle, type BundledQuote, emptyBundle } from '../bundle.ts'
import { momentOf } from './times.ts'
import { createTopicList, type TopicList } from './topic-list.ts'
import { fact, lineOf, noteOf, webAddress } from './words.ts'

/** An address that was saved to be read, as every program of that sort has it. */
export interface SavedLink {
  address: string
  title?: string | undefined
  tags?: readonly string[] | undefined
  /** From the outermost folder in. */
  folder?: readonly string[] | undefined
  addedAt?: string | number | undefined
  status?: ArticleStatus | undefined
  /** Markdown. */
  note?: string | undefined
  excerpt?: string | undefined
  isFavourite?: boolean | undefined
  quotes?: readonly SavedQuote[] | undefined
}

/** A passage that was marked; links are made of its tags. */
export interface SavedQuote {
  exact: string
  note?: string | undefined
  tags?: readonly string[]
  createdAt?: string | undefined
}

/**
 * Saved addresses as articles without a text. One that was saved in several folders is one article with the notes of all. What is
 * no address of the web is told as left out.
 */
export function linksToBundle(
  links: Iterable<SavedLink>,
  signal?: AbortSignal,
  topics: TopicList = createTopicList(),
): Bundle {
  const bundle = { ...emptyBundle(), topics: topics.topics }
  const byAddress = new Map<string, BundledArticle>()
  for (const link of links) {
    signal?.throwIfAborted()
    const url = webAddress(link.address)
    const title = lineOf(link.title)
    if (url === undefined) {
      bundle.leftOut.push({
        kind: 'address that is none of the web',
        name: [title, lineOf(link.address, 200)].filter(Boolean).join(' · ') || '—',
      })
      continue
    }
    const key = normalizeUrl(url) ?? url
    const found = byAddress.get(key)
    if (found === undefined) byAddress.set(key, articleOf(key, url, title, link, topics))
    else join(found, link, topics)
  }
  bundle.articles = [...byAddress.values()]
  return bundle
}

function articleOf(
  key: string,
  url: string,
  title: string | undefined,
  link: SavedLink,
  topics: TopicList,
): BundledArticle {
  return {
    key,
    // Programs that know no title write the address once more.
    title: title === undefined || title === link.address.trim() || title === url ? undefined : title,
    url,
    clippedAt: momentOf(link.addedAt),
    status: link.status,
    note: noteOfLink(link),
    source: { kind: 'none', excerpt: link.excerpt },
    quotes: quotesOf(key, link.quotes ?? [], topics),
  }
}

function join(article: BundledArticle, link: SavedLink, topics: TopicList): void {
  const addedAt = momentOf(link.addedAt)
  if (addedAt !== undefined && (article.clippedAt ?? addedAt) >= addedAt) article.clippedAt = addedAt
  const lines = new Set([...(article.note?.split('\n\n') ?? []), ...(noteOfLink(link)?.split('\n\n') ?? [])])
  article.note = noteOf(...lines)
  article.title ??= lineOf(link.title)
  article.status ??= link.status
  if (article.source.kind === 'none') article.source.excerpt ??= link.excerpt
  const known = new Set(article.quotes.map(({ exact }) => exact))
  const more = (link.quotes ?? []).filter(({ exact }) => !known.has(exact))
  article.quotes.push(...quotesOf(article.key, more, topics, article.quotes.length))
}

function noteOfLink({ note, folder, tags, isFavourite }: SavedLink): string | undefined {
  return noteOf(
    note,
    fact('Folder', folder === undefined || folder.length === 0 ? undefined : folder.join(' / ')),
    fact('Tags', tags),
    isFavourite === true ? 'Favourite' : undefined,
  )
}

/** Quotes in the order they were marked, as those of one article that has `from` already. */
export function quotesOf(
  articleKey: string,
  saved: readonly SavedQuote[],
  topics: TopicList,
  from = 0,
): BundledQuote[] {
  return saved.map(({ exact, note, tags, createdAt }, index) => {
    const key = `${articleKey} quote-${from + index + 1}`
    return { key, exact, note, createdAt, links: topics.linksTo(tags ?? [], key) }
  })
}
