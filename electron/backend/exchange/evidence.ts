import type { Actor } from '#shared/domain/actor.ts'
import type { Article, Revision } from '#shared/domain/article.ts'
import type { Coder } from '#shared/domain/coder.ts'
import type { ExportSelection } from '#shared/domain/exchange.ts'
import type { Quote } from '#shared/domain/quote.ts'
import type { Round } from '#shared/domain/round.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { listActors } from '../store/actors.ts'
import { getArticle } from '../store/articles.ts'
import { listCoders } from '../store/coders.ts'
import { getComment } from '../store/comments.ts'
import type { Readable } from '../store/connection.ts'
import { quotesOfArticle } from '../store/quotes.ts'
import { getRevisionContent, getRevisionText } from '../store/revisions.ts'
import { listRounds } from '../store/rounds.ts'
import { listTopics } from '../store/topics.ts'
import { commentToMarkdown } from './comment-to-markdown.ts'

export interface ExportedTopic extends Topic {
  /** Names from the root down to this one. */
  path: string[]
}

export interface ExportedQuote extends Quote {
  /** Where it stands in the text of its source, in UTF-16 units. */
  place: { start: number; end: number }
  /** Markdown. */
  note: string | null
}

/** A text with the quotes that stand in it. */
export interface ExportedSource {
  revision: Revision
  /** Read from the notebook when first asked for, as long as the notebook is open: many formats do without. */
  readonly text: string
  quotes: ExportedQuote[]
}

export interface ExportedArticle {
  article: Article
  roundId: string | null
  /** Markdown. */
  note: string | null
  /** The current revision first; an older one only for the quotes that the current one has lost. */
  sources: ExportedSource[]
}

/** A notebook as the formats are given it: what is short as lists, articles one after the other, nothing from the trash. */
export interface Evidence {
  /** Parents before their children, siblings in their order. */
  topics: ExportedTopic[]
  actors: Actor[]
  coders: Coder[]
  rounds: Round[]
  topic(id: string): ExportedTopic | undefined
  actor(id: string | null): Actor | undefined
  coder(id: string | null): Coder | undefined
  round(id: string | null): Round | undefined
  articleCount: number
  /** In the order they were clipped. May be asked for again. */
  articles(): Generator<ExportedArticle>
}

/** @param db a connection on which nothing changes while the evidence is read */
export function readEvidence(db: Readable, selection: ExportSelection = {}): Evidence {
  const topics = withPaths(listTopics(db))
  const actors = listActors(db)
  const coders = listCoders(db)
  const rounds = listRounds(db)
  const find = finders({ topics, actors, coders, rounds })
  const isChosen = chooser(selection, topics)
  const ids = articleIdsFor(db, selection)
  return {
    topics,
    actors,
    coders,
    rounds,
    ...find,
    articleCount: ids.length,
    *articles() {
      for (const id of ids) {
        const quotes = quotesOfArticle(db, id).filter(isChosen)
        if (isNarrowed(selection) && quotes.length === 0) continue
        yield readArticle(db, id, quotes)
      }
    },
  }
}

function readArticle(db: Readable, id: string, quotes: Quote[]): ExportedArticle {
  const article = getArticle(db, id)
  const note = getComment(db, { articleId: id })
  const sources = new Map<string, ExportedSource>()
  const sourceOf = (revisionId: string): ExportedSource => {
    // A capture that was undone is not among the article's own.
    const revision = () =>
      article.revisions.find((candidate) => candidate.id === revisionId) ?? getRevisionContent(db, revisionId)
    const source = sources.get(revisionId) ?? unreadSource(db, revision())
    sources.set(revisionId, source)
    return source
  }
  sourceOf(article.currentRevisionId)
  for (const quote of quotes) {
    const { anchor } = quote
    const isThere = anchor.start !== null && anchor.end !== null
    const place = isThere
      ? { start: anchor.start ?? 0, end: anchor.end ?? 0 }
      : { start: quote.start, end: quote.end }
    const source = sourceOf(isThere ? anchor.revisionId : quote.revisionId)
    source.quotes.push({ ...quote, place, note: markdownOf(quote.comment?.document) })
  }
  const roundId =
    db.get<{ roundId: string | null }>('SELECT round_id AS roundId FROM article WHERE id = ?', id)?.roundId ??
    null
  return { article, roundId, note: markdownOf(note?.document), sources: [...sources.values()] }
}

function unreadSource(db: Readable, revision: Revision): ExportedSource {
  let text: string | undefined
  return {
    revision,
    get text() {
      text ??= getRevisionText(db, revision.id).text
      return text
    },
    quotes: [],
  }
}

function markdownOf(document: unknown): string | null {
  return document == null ? null : commentToMarkdown(document)
}

function isNarrowed(selection: ExportSelection): boolean {
  return Object.values(selection).some((value) => value !== undefined)
}

function chooser(
  { topicId, actorId, roundId }: ExportSelection,
  topics: readonly ExportedTopic[],
): (quote: Quote) => boolean {
  const below = new Set<string>()
  if (topicId !== undefined) below.add(topicId)
  for (const { id, parentId } of topics) if (parentId !== null && below.has(parentId)) below.add(id)
  return (quote) =>
    (topicId === undefined || quote.links.some((link) => below.has(link.topicId))) &&
    (actorId === undefined || quote.speakerId === actorId) &&
    (roundId === undefined || quote.roundId === roundId)
}

function articleIdsFor(db: Readable, selection: ExportSelection): string[] {
  const { articleId = null, actorId = null } = selection
  return db
    .all<{ id: string }>(
      `SELECT a.id FROM article a
       WHERE a.deleted_at IS NULL AND (@articleId IS NULL OR a.id = @articleId)
         AND (NOT @quoted OR a.quoted = 1)
         AND (@actorId IS NULL OR a.id IN
           (SELECT q.article_id FROM quote q WHERE q.speaker_id = @actorId AND q.deleted_at IS NULL))
       ORDER BY a.clipped_at, a.id`,
      { articleId, actorId, quoted: isNarrowed(selection) ? 1 : 0 },
    )
    .map(({ id }) => id)
}

function withPaths(topics: readonly Topic[]): ExportedTopic[] {
  const children = Map.groupBy(topics, (topic) => topic.parentId)
  const below = (parentId: string | null, path: readonly string[]): ExportedTopic[] =>
    (children.get(parentId) ?? []).flatMap((topic) => {
      const own = [...path, topic.name]
      return [{ ...topic, path: own }, ...below(topic.id, own)]
    })
  return below(null, [])
}

function finders(lists: Pick<Evidence, 'topics' | 'actors' | 'coders' | 'rounds'>) {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => {
    const found = new Map(rows.map((row) => [row.id, row]))
    return (id: string | null) => (id === null ? undefined : found.get(id))
  }
  return {
    topic: byId(lists.topics),
    actor: byId(lists.actors),
    coder: byId(lists.coders),
    round: byId(lists.rounds),
  }
}
