import { type Stance, stanceSchema } from '#shared/domain/link.ts'
import { escapeMarkdown } from '../../comment-to-markdown.ts'
import type { BundledArticle, BundledQuote } from '../bundle.ts'
import { hasEnding, parseJson, readText, textOfHead, unreadable } from '../clips/chosen-file.ts'
import { fact } from '../clips/words.ts'
import type { Reader } from '../reader.ts'
import { type Collector, createCollector, ownId } from './collector.ts'
import { checked, known, momentOf, quoteOfFacts, splitFacts } from './facts.ts'
import { joinedNotes } from './plain-notes.ts'
import { isJson, type Json, listOf, passageOf, textOf } from './selectors.ts'

/**
 * Annotations as Hypothesis gives them: what its API answers (`rows`, and `replies` where they were asked for apart), the export of
 * its client (`annotations`), or a list. An annotation of words is a quote, a page note the note on its article, a tag a topic linked
 * by its user. Replies stand under what they answer, each with its user and day.
 */
export const hypothesis: Reader = {
  recognises: ({ path, isFolder, head }) =>
    !isFolder && hasEnding(path, '.json') && /"(?:user|export_userid)"\s*:\s*"acct:/.test(textOfHead(head)),
  async read({ path }, signal) {
    const json = parseJson(await readText(path))
    const rows: unknown = isJson(json) ? (json['annotations'] ?? json['rows']) : json
    if (!Array.isArray(rows)) throw unreadable('The file has no annotations.')
    const parts = createCollector()
    const articles = new Map<string, BundledArticle>()
    const noted = new Map<string, Noted>()
    const all = [...rows, ...(isJson(json) ? listOf(json['replies']) : [])].filter(isJson)
    const isReply = (row: Json) => listOf(row['references']).length > 0
    for (const [index, row] of all.entries()) {
      signal?.throwIfAborted()
      if (!isReply(row)) readRow(row, index + 1, parts, articles, noted)
    }
    const replies = all.filter(isReply).sort((a, b) => (textOf(a['created']) < textOf(b['created']) ? -1 : 1))
    for (const reply of replies) readReply(reply, parts, noted)
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

/** What a reply may stand under. */
type Noted = Pick<BundledArticle | BundledQuote, 'note'>

function readRow(
  row: Json,
  number: number,
  parts: Collector,
  articles: Map<string, BundledArticle>,
  noted: Map<string, Noted>,
): void {
  const id = textOf(row['id']) || `annotation ${number}`
  const article = articleOf(row, articles)
  const tags = tagsOf(row)
  const selectors = listOf(row['target']).flatMap((target) =>
    isJson(target) ? listOf(target['selector']) : [],
  )
  const passage = passageOf(selectors)
  const { exact } = passage
  if (exact === undefined) {
    if (selectors.length > 0) parts.leaveOut('passage without its words', textOf(row['text']) || id)
    const note = joinedNotes([article.note, textOf(row['text']), fact('Tags', tags)])
    if (note !== undefined) article.note = note
    noted.set(id, article)
    return
  }
  const isOurs = row['user'] === ourUser
  const { text, facts } = isOurs
    ? splitFacts(textOf(row['text']), (name) => ourFacts.has(name))
    : { text: textOf(row['text']), facts: {} }
  const coder = userOf(row)
  const coderKey = isOurs || coder === undefined || tags.length === 0 ? undefined : parts.coder(coder)
  const quote: BundledQuote = {
    key: `${id} ${number}`,
    ...ownId(id),
    ...passage,
    exact,
    ...quoteOfFacts(facts, parts),
    ...known({
      note: joinedNotes([text, fact('Page', pageOf(selectors))]),
      createdAt: momentOf(textOf(row['created'])),
    }),
    links: tags.map((tag, place) => ({
      key: `${id} ${number} ${place + 1}`,
      ...tagged(tag, isOurs, parts),
      ...known({ coderKey }),
    })),
  }
  article.quotes.push(quote)
  noted.set(id, quote)
}

/** A reply names what it answers, from the first annotation of its thread on. */
function readReply(row: Json, parts: Collector, noted: Map<string, Noted>): void {
  const id = textOf(row['id'])
  const text = textOf(row['text'])
  const answered = listOf(row['references'])
    .map((reference) => noted.get(textOf(reference)))
    .find((found) => found !== undefined)
  for (const tag of tagsOf(row)) parts.leaveOut('tag of a reply', tag)
  if (answered === undefined) parts.leaveOut('reply', text || id)
  else if (text.trim() !== '') {
    const by = [userOf(row), momentOf(textOf(row['created']))?.slice(0, 10)].filter(Boolean).join(', ')
    const note = joinedNotes([answered.note, by === '' ? text : `${escapeMarkdown(by)}: ${text}`])
    if (note !== undefined) answered.note = note
  }
}

function tagsOf(row: Json): string[] {
  return listOf(row['tags'])
    .map(textOf)
    .filter((tag) => tag.trim() !== '')
}

function userOf(row: Json): string | undefined {
  return /^acct:([^@]+)@/.exec(textOf(row['user']))?.[1]
}

/** The page of a PDF or a book, as it is printed there. */
function pageOf(selectors: readonly unknown[]): string | undefined {
  const selector = selectors.filter(isJson).find(({ type }) => type === 'PageSelector')
  return textOf(selector?.['label']) || undefined
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
