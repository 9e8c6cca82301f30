import type { z } from 'zod'
import type {
  Article,
  ArticleFacets,
  ArticleFilter,
  ArticleOrder,
  ArticlePatch,
  ArticleRow,
  articleIdsSchema,
  articleListSchema,
  articleWithCopiesSchema,
} from '#shared/domain/article.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { articleConditions, orderColumns } from './article-filter.ts'
import type { Readable, SqlValue, Writable } from './connection.ts'
import { revisionsOf } from './revisions.ts'
import { assertLive, idList, insertRow, newRow, notFound, timestamp, updateRow } from './rows.ts'

export interface NewArticle {
  title: string
  outlet: string | null
  byline: string | null
  lang: string
  url: string | null
  /** The address as duplicates are compared by; made by capture. */
  urlKey: string | null
  publishedAt: string | null
  modifiedAt: string | null
  wordCount: number
  currentRevisionId: string
  provenance: Record<string, string>
}

interface ArticleRecord {
  id: string
  title: string
  outlet: string | null
  byline: string | null
  lang: string
  url: string | null
  published_at: string | null
  modified_at: string | null
  clipped_at: string
  status: ArticleRow['status']
  word_count: number
  current_revision_id: string
  provenance: string
  updated_at: string
  quote_count: number
  lost_count: number
  story_id: string | null
  story_size: number
  silently_edited: 0 | 1
}

const articleColumns = `
  a.id, a.title, a.outlet, a.byline, a.lang, a.url, a.published_at, a.modified_at, a.clipped_at, a.status,
  a.word_count, a.current_revision_id, a.provenance, a.updated_at, a.story_id, a.silently_edited,
  (SELECT count(*) FROM quote q WHERE q.article_id = a.id AND q.deleted_at IS NULL) AS quote_count,
  (SELECT count(*) FROM anchor n JOIN quote q ON q.id = n.quote_id
    WHERE n.revision_id = a.current_revision_id AND n.outcome = 'lost' AND q.deleted_at IS NULL) AS lost_count,
  (SELECT count(*) FROM article o WHERE o.story_id = a.story_id AND o.deleted_at IS NULL) AS story_size`

/** One window of the library, with how many articles there are behind the filter. */
export function listArticles(
  db: Readable,
  { filter, order, offset, limit }: z.output<typeof articleListSchema>,
): { total: number; rows: ArticleRow[] } {
  const { where, count, values } = articleConditions(db, filter, order)
  const direction = order.descending ? 'DESC' : 'ASC'
  const sorted = `ORDER BY ${orderColumns[order.by]} ${direction}, a.id ${direction}`
  // The window is found on the narrow index first; the wide rows are fetched for it alone.
  const found = db.all<{ id: string }>(
    `SELECT a.id FROM article a WHERE ${where} ${sorted} LIMIT @limit OFFSET @offset`,
    { ...values, limit: limit + 1, offset },
  )
  // Where the window holds the last of them, the index was read to its end, and need not be read again to count.
  const holdsLast = found.length <= limit && (found.length > 0 || offset === 0)
  const total = holdsLast ? offset + found.length : (db.get<{ n: number }>(count, values)?.n ?? 0)
  const rows = db.all<ArticleRecord>(
    `SELECT ${articleColumns} FROM article a WHERE a.id IN (SELECT value FROM json_each(?)) ${sorted}`,
    idList(found.slice(0, limit).map(({ id }) => id)),
  )
  return { total, rows: rows.map(toRow) }
}

/** The ids of a stretch of the library, in its order. */
export function articleIds(
  db: Readable,
  { filter, order, offset, limit }: z.output<typeof articleIdsSchema>,
): string[] {
  const { where, values } = articleConditions(db, filter, order)
  const direction = order.descending ? 'DESC' : 'ASC'
  return db
    .all<{ id: string }>(
      `SELECT a.id FROM article a WHERE ${where}
       ORDER BY ${orderColumns[order.by]} ${direction}, a.id ${direction} LIMIT @limit OFFSET @offset`,
      { ...values, limit, offset },
    )
    .map(({ id }) => id)
}

/** The articles, and of their stories those that a list with this filter folds away behind them. */
export function articlesWithCopies(
  db: Readable,
  { ids, filter }: z.output<typeof articleWithCopiesSchema>,
): string[] {
  if (filter.copies !== 'fold') return [...ids]
  const { where, values } = articleConditions(db, filter)
  const copies = db.all<{ id: string }>(
    `SELECT a.id FROM article a WHERE ${where} AND a.story_id IN (
       SELECT o.story_id FROM article o WHERE o.id IN (SELECT value FROM json_each(@chosen)))`,
    { ...values, chosen: idList(ids) },
  )
  return [...new Set([...ids, ...copies.map(({ id }) => id)])]
}

/** Live articles by status, outlet and language; the most frequent 200 of each. */
export function articleFacets(db: Readable): ArticleFacets {
  const count = (column: string) =>
    db.all<{ value: string; count: number }>(
      `SELECT ${column} AS value, count(*) AS count FROM article
       WHERE deleted_at IS NULL AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY count DESC, value LIMIT 200`,
    )
  const byStatus = new Map(count('status').map(({ value, count }) => [value, count]))
  const status = {
    inbox: byStatus.get('inbox') ?? 0,
    reading: byStatus.get('reading') ?? 0,
    done: byStatus.get('done') ?? 0,
  }
  return {
    total: status.inbox + status.reading + status.done,
    status,
    silentlyEdited:
      db.get<{ n: number }>(
        'SELECT count(*) AS n FROM article WHERE silently_edited = 1 AND deleted_at IS NULL',
      )?.n ?? 0,
    outlets: count('outlet'),
    langs: count('lang'),
  }
}

/** @throws AppError `not-found` */
export function getArticle(db: Readable, id: string): Article {
  const row = db.get<ArticleRecord>(
    `SELECT ${articleColumns} FROM article a WHERE a.id = ? AND a.deleted_at IS NULL`,
    id,
  )
  if (row === undefined) throw notFound('article')
  const note = db.get<{ id: string }>(
    'SELECT id FROM comment WHERE article_id = ? AND quote_id IS NULL AND deleted_at IS NULL',
    id,
  )
  return {
    ...toRow(row),
    url: row.url,
    modifiedAt: row.modified_at,
    updatedAt: row.updated_at,
    currentRevisionId: row.current_revision_id,
    revisions: revisionsOf(db, id),
    provenance: JSON.parse(row.provenance) as Record<string, string>,
    noteId: note?.id ?? null,
  }
}

/** The articles before and after `id` in the library as filtered and ordered. */
export function articleNeighbours(
  db: Readable,
  { id, filter, order }: { id: string; filter: ArticleFilter; order: ArticleOrder },
): { previousId: string | null; nextId: string | null } {
  const { where, values } = articleConditions(db, filter, order)
  const key = orderColumns[order.by]
  const beside = (side: '<' | '>') =>
    db.get<{ id: string }>(
      `SELECT a.id FROM article a WHERE ${where}
         AND (${key}, a.id) ${side} (SELECT ${key}, a.id FROM article a WHERE a.id = @self)
       ORDER BY ${key} ${side === '<' ? 'DESC' : 'ASC'}, a.id ${side === '<' ? 'DESC' : 'ASC'} LIMIT 1`,
      { ...values, self: id },
    )?.id ?? null
  return order.descending
    ? { previousId: beside('>'), nextId: beside('<') }
    : { previousId: beside('<'), nextId: beside('>') }
}

export function insertArticle(db: Writable, id: string, article: NewArticle): void {
  const { created_at, updated_at } = newRow()
  insertRow(db, 'article', {
    id,
    ...articleColumnsOf(article),
    clipped_at: created_at,
    status: 'inbox',
    created_at,
    updated_at,
  })
}

/** What is stored of an article's facts, with what lists are ordered and searched by. */
export function articleColumnsOf(article: NewArticle): Record<string, SqlValue> {
  return {
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    lang: article.lang,
    url: article.url,
    url_key: article.urlKey,
    published_at: article.publishedAt,
    published_sort: publishedSort(article.publishedAt),
    modified_at: article.modifiedAt,
    word_count: article.wordCount,
    current_revision_id: article.currentRevisionId,
    provenance: JSON.stringify(article.provenance),
    ...foldedColumns(article),
  }
}

/** Changes facts about an article; what the user wrote is marked as theirs in `provenance`. */
export function updateArticle(db: Writable, patch: ArticlePatch & { urlKey?: string | null }): void {
  const before = getArticle(db, patch.id)
  const { id, urlKey, ...facts } = patch
  const provenance = { ...before.provenance }
  for (const [field, value] of Object.entries(facts)) if (value !== undefined) provenance[field] = 'user'
  const after = {
    title: facts.title ?? before.title,
    outlet: facts.outlet === undefined ? before.outlet : facts.outlet,
    byline: facts.byline === undefined ? before.byline : facts.byline,
  }
  updateRow(db, 'article', id, {
    ...after,
    lang: facts.lang,
    url: facts.url,
    url_key: urlKey,
    published_at: facts.publishedAt,
    published_sort: facts.publishedAt === undefined ? undefined : publishedSort(facts.publishedAt),
    provenance: JSON.stringify(provenance),
    ...foldedColumns(after),
  })
}

/** Makes a revision the one that is read, with its word count; an article that was silently edited once stays so. */
export function setCurrentRevision(
  db: Writable,
  articleId: string,
  revision: { id: string; wordCount: number; modifiedAt: string | null; isSilent?: boolean },
): void {
  assertLive(db, 'article', articleId)
  updateRow(db, 'article', articleId, {
    current_revision_id: revision.id,
    word_count: revision.wordCount,
    modified_at: revision.modifiedAt ?? undefined,
    silently_edited: revision.isSilent === true ? 1 : undefined,
  })
}

export function setArticleStatus(db: Writable, ids: readonly string[], status: ArticleRow['status']): void {
  db.run(
    `UPDATE article SET status = ?, updated_at = ?
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND status <> ?`,
    status,
    timestamp(),
    idList(ids),
    status,
  )
}

/** The live article clipped from this address, by its comparison key. */
export function findArticleByUrl(db: Readable, urlKey: string): string | null {
  return (
    db.get<{ id: string }>(
      'SELECT id FROM article WHERE url_key = ? AND deleted_at IS NULL ORDER BY clipped_at LIMIT 1',
      urlKey,
    )?.id ?? null
  )
}

function foldedColumns(facts: { title: string; outlet: string | null; byline: string | null }) {
  const title = foldText(facts.title)
  const outlet = foldText(facts.outlet ?? '')
  return {
    sort_title: title,
    sort_outlet: outlet,
    haystack: `${title} ${outlet} ${foldText(facts.byline ?? '')}`,
  }
}

/** Orders publication times of differing precision and zone: moments in UTC, dates as they are, unknown as empty. */
function publishedSort(publishedAt: string | null): string {
  if (publishedAt === null) return ''
  const moment = publishedAt.includes('T') ? new Date(publishedAt) : null
  return moment === null || Number.isNaN(moment.getTime()) ? publishedAt : moment.toISOString()
}

function toRow(row: ArticleRecord): ArticleRow {
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    byline: row.byline,
    lang: row.lang,
    publishedAt: row.published_at,
    clippedAt: row.clipped_at,
    status: row.status,
    wordCount: row.word_count,
    quoteCount: row.quote_count,
    lostCount: row.lost_count,
    storyId: row.story_id,
    copyCount: Math.max(row.story_size - 1, 0),
    silentlyEdited: row.silently_edited === 1,
  }
}
