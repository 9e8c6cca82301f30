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

/** An article while its links are met, with what it has already. */
interface Gathered {
  article: BundledArticle
  lines: Set<string>
  marked: Set<string>
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
  const byAddress = new Map<string, Gathered>()
  for (const link of links) {
    signal?.throwIfAborted()
    const url = webAddress(link.address)
    if (url === undefined) {
      bundle.leftOut.push({
        kind: 'address that is none of the web',
        name: [lineOf(link.title, 200), lineOf(link.address, 200)].filter(Boolean).join(' · ') || '—',
      })
      continue
    }
    const key = normalizeUrl(url) ?? url
    const gathered = byAddress.get(key) ?? gather(key, url)
    byAddress.set(key, gathered)
    add(gathered, link, topics)
  }
  bundle.articles = [...byAddress.values()].map(({ article, lines }) => ({
    ...article,
    note: noteOf(...lines),
  }))
  return bundle
}

function gather(key: string, url: string): Gathered {
  return { article: { key, url, source: { kind: 'none' }, quotes: [] }, lines: new Set(), marked: new Set() }
}

function add({ article, lines, marked }: Gathered, link: SavedLink, topics: TopicList): void {
  const title = lineOf(link.title)
  // Programs that know no title write the address once more.
  if (title !== link.address.trim() && title !== article.url) article.title ??= title
  const addedAt = momentOf(link.addedAt)
  if (addedAt !== undefined && (article.clippedAt ?? addedAt) >= addedAt) article.clippedAt = addedAt
  article.status ??= link.status
  if (article.source.kind === 'none') article.source.excerpt ??= link.excerpt
  for (const line of noteLines(link)) if (line !== undefined) lines.add(line)
  const more = (link.quotes ?? []).filter(({ exact }) => !marked.has(exact))
  for (const { exact } of more) marked.add(exact)
  article.quotes.push(...quotesOf(article.key, more, topics, article.quotes.length))
}

function noteLines({ note, folder, tags, isFavourite }: SavedLink): (string | undefined)[] {
  return [
    note,
    fact('Folder', folder === undefined || folder.length === 0 ? undefined : folder.join(' / ')),
    fact('Tags', tags),
    isFavourite === true ? 'Favourite' : undefined,
  ]
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
