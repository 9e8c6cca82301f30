import type { SharePart } from '#shared/domain/sharing.ts'
import type { Readable } from '../../store/connection.ts'
import type { Chosen } from './choose-part.ts'

/** These topics and all below them. */
export function topicsWithAllBelow(db: Readable, topicIds: readonly string[]): Set<string> {
  const rows = db.all<{ id: string }>(
    `WITH RECURSIVE below(id) AS (
       SELECT id FROM topic WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
       UNION SELECT t.id FROM below b JOIN topic t ON t.parent_id = b.id WHERE t.deleted_at IS NULL)
     SELECT id FROM below`,
    JSON.stringify(topicIds),
  )
  return new Set(rows.map(({ id }) => id))
}

/** The actor and everybody who belongs or once belonged to it, directly or not. */
const withMembers = `
  WITH RECURSIVE member(id) AS (
    SELECT value FROM json_each(@actors)
    UNION SELECT a.id FROM member m JOIN actor a ON a.member_of_id = m.id WHERE a.deleted_at IS NULL
    UNION SELECT s.actor_id FROM member m JOIN membership s ON s.member_of_id = m.id WHERE s.deleted_at IS NULL)
  SELECT id FROM member`

/** A date known to the month lies within days of that month. */
const within = (day: string) => `
  ${day} <> '' AND (@from IS NULL OR ${day} >= substr(@from, 1, length(${day})))
  AND (@until IS NULL OR substr(${day}, 1, length(@until)) <= @until)`

const conditions = {
  topics: `EXISTS (SELECT 1 FROM link l WHERE l.quote_id = q.id AND l.deleted_at IS NULL
    AND l.topic_id IN (SELECT value FROM json_each(@topics)))`,
  actors: `(q.speaker_id IN (SELECT id FROM (${withMembers})) OR q.on_behalf_id IN (SELECT id FROM (${withMembers})))`,
  articles: 'q.article_id IN (SELECT value FROM json_each(@articles))',
  rounds: `(q.round_id IN (SELECT value FROM json_each(@rounds))
    OR (q.round_id IS NULL AND a.round_id IN (SELECT value FROM json_each(@rounds))))`,
  dossiers: `q.id IN (SELECT target_id FROM dossier_reference
    WHERE kind = 'quote' AND dossier_id IN (SELECT value FROM json_each(@dossiers)))`,
  days: within('q.said_sort'),
}

/** Articles of their own, with or without quotes: only where nothing is asked that only a quote can answer. */
const articleConditions = {
  articles: 'a.id IN (SELECT value FROM json_each(@articles))',
  rounds: 'a.round_id IN (SELECT value FROM json_each(@rounds))',
  dossiers: `a.id IN (SELECT target_id FROM dossier_reference
    WHERE kind = 'article' AND dossier_id IN (SELECT value FROM json_each(@dossiers)))`,
  days: within('substr(a.published_sort, 1, 10)'),
}

/** Puts the quotes that answer to the part into `chosen`, and the articles. */
export function chooseQuotes(
  db: Readable,
  part: SharePart,
  topics: ReadonlySet<string> | null,
  chosen: Chosen,
): void {
  const asked = {
    topics: topics !== null,
    actors: part.actorIds.length > 0,
    articles: part.articleIds.length > 0,
    rounds: part.roundIds.length > 0,
    dossiers: part.dossierIds.length > 0,
    days: part.from !== undefined || part.until !== undefined,
  }
  const names = Object.keys(asked) as (keyof typeof asked)[]
  const given = names.filter((name) => asked[name])
  const values = {
    topics: JSON.stringify([...(topics ?? [])]),
    actors: JSON.stringify(part.actorIds),
    articles: JSON.stringify(part.articleIds),
    rounds: JSON.stringify(part.roundIds),
    dossiers: JSON.stringify(part.dossierIds),
    from: part.from ?? null,
    until: part.until ?? null,
  }
  const rows = db.iterate<{ id: string; articleId: string }>(
    `SELECT q.id, q.article_id AS articleId FROM quote q JOIN article a ON a.id = q.article_id
     WHERE q.deleted_at IS NULL AND a.deleted_at IS NULL${given.map((name) => ` AND ${conditions[name]}`).join('')}`,
    values,
  )
  for (const { id, articleId } of rows) {
    chosen.quotes.add(id)
    chosen.articles.add(articleId)
  }
  if (asked.topics || asked.actors) return
  const own = given.map((name) => ` AND ${articleConditions[name as keyof typeof articleConditions]}`)
  for (const { id } of db.iterate<{ id: string }>(
    `SELECT a.id FROM article a WHERE a.deleted_at IS NULL${own.join('')}`,
    values,
  ))
    chosen.articles.add(id)
}
