import { type Stance, stanceSchema } from '#shared/domain/link.ts'
import type { BundledArticle } from '../bundle.ts'
import { hasEnding, parseJson, readText, textOfHead, unreadable } from '../clips/chosen-file.ts'
import type { Reader } from '../reader.ts'
import { type Collector, createCollector, ownId } from './collector.ts'
import { checked, known, momentOf, quoteOfFacts, splitFacts } from './facts.ts'
import { joinedNotes } from './plain-notes.ts'
import { isJson, type Json, listOf, passageOf, textOf } from './selectors.ts'

/**
 * Annotations as Hypothesis gives them: what its API answers (`rows`), the export of its client (`annotations`), or a list. An
 * annotation of words is a quote, a page note the note on its article, a tag a topic linked by its user.
 */
export const hypothesis: Reader = {
  recognises: ({ path, isFolder, head }) =>
    !isFolder && hasEnding(path, '.json') && /"(?:user|export_userid)"\s*:\s*"acct:/.test(textOfHead(head)),
  async read({ path }, signal) {
    const json = parseJson(await readText(path))
    const rows = isJson(json) ? (json['annotations'] ?? json['rows']) : json
    if (!Array.isArray(rows)) throw unreadable('The file has no annotations.')
    const parts = createCollector()
    const articles = new Map<string, BundledArticle>()
    for (const [index, row] of rows.entries()) {
      signal?.throwIfAborted()
      if (isJson(row)) readRow(row, index + 1, parts, articles)
    }
    for (const article of articles.values()) parts.addArticle(article)
    const total = isJson(json) ? Number(json['total'] ?? 0) : 0
    if (total > rows.length)
      parts.leaveOut('annotations that are not in the file', `${total - rows.length} of ${total}`)
    return parts.bundle
  },
}

/** Whom our own export names as the user of everything. */
const ourUser = 'acct:analyst@aide-memoire'

const ourFacts = new Set([
  ...['speaker', 'speaker_role', 'on_behalf_of', 'channel', 'cited_outlet', 'said_on', 'said_precision'],
  ...['said_words', 'said_zone', 'round', 'utterance', 'page'],
])

function readRow(row: Json, number: number, parts: Collector, articles: Map<string, BundledArticle>): void {
  const id = textOf(row['id']) || `annotation ${number}`
  if (listOf(row['references']).length > 0) {
    parts.leaveOut('reply', textOf(row['text']) || id)
    return
  }
  const article = articleOf(row, articles)
  const isOurs = row['user'] === ourUser
  const { text, facts } = isOurs
    ? splitFacts(textOf(row['text']), (name) => ourFacts.has(name))
    : { text: textOf(row['text']), facts: {} }
  const tags = listOf(row['tags'])
    .map(textOf)
    .filter((tag) => tag.trim() !== '')
  const passage = passageOf(
    listOf(row['target']).flatMap((target) => (isJson(target) ? listOf(target['selector']) : [])),
  )
  const { exact } = passage
  if (exact === undefined) {
    const note = joinedNotes([article.note, text])
    if (note !== undefined) article.note = note
    for (const tag of tags) parts.leaveOut('tag of a whole page', tag)
    return
  }
  const coder = /^acct:([^@]+)@/.exec(textOf(row['user']))?.[1]
  const coderKey = isOurs || coder === undefined || tags.length === 0 ? undefined : parts.coder(coder)
  article.quotes.push({
    key: `${id} ${number}`,
    ...ownId(id),
    ...passage,
    exact,
    ...quoteOfFacts(facts, parts),
    ...known({ note: text, createdAt: momentOf(textOf(row['created'])) }),
    links: tags.map((tag, place) => ({
      key: `${id} ${number} ${place + 1}`,
      ...tagged(tag, isOurs, parts),
      ...known({ coderKey }),
    })),
  })
}

/** Our export writes the path of the topic and the stance; another tag is a name. */
function tagged(tag: string, isOurs: boolean, parts: Collector): { topicKey: string; stance: Stance } {
  const [, path, word] = /^(.*): (\w+)$/s.exec(tag) ?? []
  const stance = isOurs ? checked(stanceSchema, word) : undefined
  return path === undefined || stance === undefined
    ? { topicKey: parts.topic([tag.trim()]), stance: 'neutral' }
    : { topicKey: parts.topic(path.split(' > ')), stance }
}

function articleOf(row: Json, articles: Map<string, BundledArticle>): BundledArticle {
  const [url = ''] = textOf(row['uri']).split('#')
  const before = articles.get(url)
  const document = isJson(row['document']) ? row['document'] : {}
  const title = textOf(listOf(document['title'])[0])
  if (before !== undefined) {
    if (before.title === undefined && title !== '') before.title = title
    return before
  }
  const article: BundledArticle = {
    key: `page ${articles.size + 1}`,
    ...known({ title: title || (/^https?:/i.test(url) ? '' : url), url: /^https?:/i.test(url) ? url : '' }),
    source: { kind: 'none' },
    quotes: [],
  }
  articles.set(url, article)
  return article
}
