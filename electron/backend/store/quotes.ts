import type { z } from 'zod'
import type { EmbeddedQuote } from '#shared/domain/dossier.ts'
import type {
  Quote,
  QuoteAnchor,
  QuoteFilter,
  QuoteRow,
  quotePatchSchema,
  RevisionAnchor,
} from '#shared/domain/quote.ts'
import type { Readable, Writable } from './connection.ts'
import { findQuotes, type QuoteTotal } from './quote-list.ts'
import { getRevisionText, revisionsOf } from './revisions.ts'
import { assertLive, idList, insertRow, newRow, notFound, updateRow } from './rows.ts'

export interface NewQuote {
  articleId: string
  revisionId: string
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
  speakerId: string | null
  saidOn: string | null
}

interface QuoteRecord {
  id: string
  article_id: string
  revision_id: string
  exact: string
  prefix: string
  suffix: string
  start_offset: number
  end_offset: number
  speaker_id: string | null
  said_on: string | null
  speaker_role: string | null
  on_behalf_id: string | null
  channel: Quote['channel']
  cited_outlet: string | null
  said_precision: Quote['saidPrecision']
  said_words: string | null
  said_zone: string | null
  utterance_id: string | null
  round_id: string | null
  translations: string
  created_at: string
  updated_at: string
  links: string
  comment_id: string | null
  comment_document: string | null
  comment_text: string | null
  comment_updated_at: string | null
  anchor_revision: string
  anchor_outcome: QuoteAnchor['outcome'] | null
  anchor_how: QuoteAnchor['how'] | null
  anchor_start: number | null
  anchor_end: number | null
  anchor_score: number | null
  article_title: string
  outlet: string | null
  published_at: string | null
  url: string | null
  lang: string
  pages: string | null
}

const selection = `
  SELECT q.*, sp.id AS speaker_id, bh.id AS on_behalf_id, rd.id AS round_id,
    (SELECT coalesce(json_group_array(json_object('id', l.id, 'topicId', l.topic_id, 'stance', l.stance,
         'coderId', l.coder_id, 'condition', l.condition, 'conditionTopicId', l.condition_topic_id,
         'conditionActorId', l.condition_actor_id, 'byDate', l.by_date,
         'redLine', json(iif(l.red_line, 'true', 'false')), 'strength', l.strength, 'confidence', l.confidence)), '[]')
       FROM link l WHERE l.quote_id = q.id AND l.deleted_at IS NULL) AS links,
    (SELECT coalesce(json_group_array(json_object('id', t.id, 'lang', t.lang, 'text', t.text,
         'translator', t.translator, 'authoritative', json(iif(t.authoritative, 'true', 'false')))), '[]')
       FROM translation t WHERE t.quote_id = q.id AND t.deleted_at IS NULL) AS translations,
    c.id AS comment_id, c.document AS comment_document, c.text AS comment_text, c.updated_at AS comment_updated_at,
    a.current_revision_id AS anchor_revision, n.outcome AS anchor_outcome, n.how AS anchor_how,
    n.start_offset AS anchor_start, n.end_offset AS anchor_end, n.score AS anchor_score,
    a.title AS article_title, a.outlet, a.published_at, a.url, a.lang,
    (SELECT r.pages FROM revision r WHERE r.id = q.revision_id) AS pages
  FROM quote q
  JOIN article a ON a.id = q.article_id
  LEFT JOIN actor sp ON sp.id = q.speaker_id AND sp.deleted_at IS NULL
  LEFT JOIN actor bh ON bh.id = q.on_behalf_id AND bh.deleted_at IS NULL
  LEFT JOIN round rd ON rd.id = q.round_id AND rd.deleted_at IS NULL
  LEFT JOIN comment c ON c.quote_id = q.id AND c.deleted_at IS NULL
  LEFT JOIN anchor n ON n.quote_id = q.id AND n.revision_id = a.current_revision_id`

/** @throws AppError `not-found` */
export function getQuote(db: Readable, id: string): QuoteRow {
  const row = db.get<QuoteRecord>(`${selection} WHERE q.id = ? AND q.deleted_at IS NULL`, id)
  if (row === undefined) throw notFound('quote')
  return toQuoteRow(row)
}

/** Every live quote of one article in the order of its current text, outer ones before inner ones, lost ones last. */
export function quotesOfArticle(db: Readable, articleId: string): Quote[] {
  return db
    .all<QuoteRecord>(
      `${selection} WHERE q.article_id = ? AND q.deleted_at IS NULL
       ORDER BY n.start_offset IS NULL, n.start_offset, n.end_offset DESC, q.created_at`,
      articleId,
    )
    .map(toQuote)
}

/** Quotes anywhere in the notebook, latest first, with how many there are behind the filter. */
export function listQuotes(db: Readable, filter: QuoteFilter): QuoteTotal & { rows: QuoteRow[] } {
  const { ids, ...total } = findQuotes(db, filter)
  return { ...total, rows: quotesById(db, ids) }
}

/** The ids alone of a window of any length. */
export function quoteIds(db: Readable, filter: QuoteFilter): string[] {
  return findQuotes(db, filter, 0).ids
}

/** What is lost, from the short index of lost passages outwards. */
export const lostAnchors = `anchor n
  CROSS JOIN quote q ON q.id = n.quote_id AND q.deleted_at IS NULL
  CROSS JOIN article a ON a.id = q.article_id AND a.current_revision_id = n.revision_id
  WHERE n.outcome = 'lost'`

/** Live quotes whose passage is missing from their article's current revision. */
export function lostQuotes(db: Readable): QuoteRow[] {
  const ids = db
    .all<{ id: string }>(`SELECT q.id FROM ${lostAnchors} ORDER BY a.title, q.start_offset`)
    .map(({ id }) => id)
  return quotesById(db, ids)
}

/** The live and trashed quotes of these ids in the order given; ids that are nowhere are left out. */
export function quotesById(db: Readable, ids: readonly string[]): QuoteRow[] {
  const rows = db.all<QuoteRecord>(`${selection} WHERE q.id IN (SELECT value FROM json_each(?))`, idList(ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [toQuoteRow(row)]
  })
}

/** The same for a dossier, which shows quotes in the trash as such, and which capture they are from. */
export function embeddedQuotes(db: Readable, ids: readonly string[]): EmbeddedQuote[] {
  const facts = db.all<{
    id: string
    is_trashed: number
    articleId: string
    marked: string
    current: string
  }>(
    `SELECT q.id, q.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL AS is_trashed, a.id AS articleId,
       q.revision_id AS marked, a.current_revision_id AS current
     FROM quote q JOIN article a ON a.id = q.article_id
     WHERE q.id IN (SELECT value FROM json_each(?))`,
    idList(ids),
  )
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const numbers = new Map<string, Map<string, number>>()
  const numberOf = (articleId: string, revisionId: string) => {
    const known =
      numbers.get(articleId) ?? new Map(revisionsOf(db, articleId).map(({ id, number }) => [id, number]))
    numbers.set(articleId, known)
    return known.get(revisionId) ?? 1
  }
  return quotesById(db, ids).map((row) => {
    const fact = byId.get(row.id)
    return {
      ...row,
      isTrashed: fact?.is_trashed === 1,
      revisionNumber: fact === undefined ? 1 : numberOf(fact.articleId, fact.marked),
      currentNumber: fact === undefined ? 1 : numberOf(fact.articleId, fact.current),
      currentWords: wordsNow(db, row),
    }
  })
}

function wordsNow(db: Readable, { anchor }: QuoteRow): string | null {
  if (anchor.outcome !== 'changed' || anchor.start === null || anchor.end === null) return null
  return getRevisionText(db, anchor.revisionId).text.slice(anchor.start, anchor.end)
}

/** How each revision holds the quote, oldest first. */
export function anchorsOfQuote(db: Readable, quoteId: string): QuoteAnchor[] {
  return db.all<QuoteAnchor>(
    `SELECT n.revision_id AS revisionId, n.outcome, n.how, n.start_offset AS start, n.end_offset AS end, n.score
     FROM anchor n JOIN revision r ON r.id = n.revision_id WHERE n.quote_id = ? AND n.deleted_at IS NULL
     ORDER BY r.captured_at, r.number`,
    quoteId,
  )
}

/** Where the live quotes of an article stand in one of its revisions. */
export function anchorsInRevision(db: Readable, revisionId: string): RevisionAnchor[] {
  return db.all<RevisionAnchor>(
    `SELECT n.quote_id AS quoteId, n.revision_id AS revisionId, n.outcome, n.how, n.start_offset AS start,
       n.end_offset AS end, n.score
     FROM revision r
     JOIN quote q ON q.article_id = r.article_id AND q.deleted_at IS NULL
     JOIN anchor n ON n.quote_id = q.id AND n.revision_id = r.id AND n.deleted_at IS NULL
     WHERE r.id = ? ORDER BY n.start_offset`,
    revisionId,
  )
}

/** Stores a quote with its place in the revision it was marked in. */
export function insertQuote(db: Writable, quote: NewQuote): string {
  assertLive(db, 'article', quote.articleId)
  if (quote.speakerId !== null) assertLive(db, 'actor', quote.speakerId)
  const row = newRow()
  insertRow(db, 'quote', {
    ...row,
    article_id: quote.articleId,
    revision_id: quote.revisionId,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    start_offset: quote.start,
    end_offset: quote.end,
    speaker_id: quote.speakerId,
    said_on: quote.saidOn,
  })
  const { revisionId, start, end } = quote
  setAnchor(db, row.id, { revisionId, outcome: 'same', how: 'marked', start, end, score: 1 })
  return row.id
}

export function updateQuote(db: Writable, patch: z.output<typeof quotePatchSchema>): void {
  assertLive(db, 'quote', patch.id)
  if (patch.speakerId != null) assertLive(db, 'actor', patch.speakerId)
  if (patch.onBehalfId != null) assertLive(db, 'actor', patch.onBehalfId)
  if (patch.roundId != null) assertLive(db, 'round', patch.roundId)
  updateRow(db, 'quote', patch.id, {
    speaker_id: patch.speakerId,
    said_on: patch.saidOn,
    speaker_role: patch.speakerRole,
    on_behalf_id: patch.onBehalfId,
    channel: patch.channel,
    cited_outlet: patch.citedOutlet,
    said_precision: patch.saidPrecision,
    said_words: patch.saidWords,
    said_zone: patch.saidZone,
    round_id: patch.roundId,
  })
}

/** Says where a quote stands in a revision; replaces what was said of that revision before. */
export function setAnchor(db: Writable, quoteId: string, anchor: QuoteAnchor): void {
  const place = {
    outcome: anchor.outcome,
    how: anchor.how,
    start_offset: anchor.start,
    end_offset: anchor.end,
    score: anchor.score,
  }
  const existing = db.get<{ id: string }>(
    'SELECT id FROM anchor WHERE quote_id = ? AND revision_id = ?',
    quoteId,
    anchor.revisionId,
  )
  if (existing === undefined)
    insertRow(db, 'anchor', { ...newRow(), quote_id: quoteId, revision_id: anchor.revisionId, ...place })
  else updateRow(db, 'anchor', existing.id, { ...place, deleted_at: null })
}

function toQuote(row: QuoteRecord): Quote {
  return {
    id: row.id,
    articleId: row.article_id,
    revisionId: row.revision_id,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start_offset,
    end: row.end_offset,
    page: pageAt(row.pages, row.start_offset),
    speakerId: row.speaker_id,
    saidOn: row.said_on,
    speakerRole: row.speaker_role,
    onBehalfId: row.on_behalf_id,
    channel: row.channel,
    citedOutlet: row.cited_outlet,
    saidPrecision: row.said_precision,
    saidWords: row.said_words,
    saidZone: row.said_zone,
    utteranceId: row.utterance_id,
    roundId: row.round_id,
    links: JSON.parse(row.links) as Quote['links'],
    translations: JSON.parse(row.translations) as Quote['translations'],
    comment:
      row.comment_id === null
        ? null
        : {
            id: row.comment_id,
            document: JSON.parse(row.comment_document ?? 'null'),
            text: row.comment_text ?? '',
            updatedAt: row.comment_updated_at ?? '',
          },
    anchor: {
      revisionId: row.anchor_revision,
      outcome: row.anchor_outcome ?? 'lost',
      how: row.anchor_how ?? 'none',
      start: row.anchor_start,
      end: row.anchor_end,
      score: row.anchor_score ?? 0,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The page an offset lies on, from 1. */
function pageAt(pages: string | null, offset: number): number | null {
  if (pages === null) return null
  const starts = JSON.parse(pages) as number[]
  return Math.max(1, starts.filter((start) => start <= offset).length)
}

function toQuoteRow(row: QuoteRecord): QuoteRow {
  return {
    ...toQuote(row),
    articleTitle: row.article_title,
    outlet: row.outlet,
    publishedAt: row.published_at,
    url: row.url,
    lang: row.lang,
  }
}
