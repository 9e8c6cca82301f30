import type { Readable } from '../../store/connection.ts'
import type { Chosen, Extent } from './choose-part.ts'

interface QuoteRow {
  revision_id: string
  speaker_id: string | null
  on_behalf_id: string | null
  round_id: string | null
  utterance_id: string | null
}

interface LinkRow {
  id: string
  topic_id: string
  condition_topic_id: string | null
  condition_actor_id: string | null
  coder_id: string | null
}

interface ArticleRow {
  round_id: string | null
  story_id: string | null
}

/**
 * Puts everything into `chosen` that its quotes and articles need: texts, links, who speaks and what they belong to, the topics
 * above.
 *
 * @param topics the only ones whose links are shared; null where topics are not what was chosen by
 */
export function chooseNeeded(db: Readable, topics: ReadonlySet<string> | null, chosen: Chosen): void {
  const utterances = new Map<string, number>()
  const stories = new Map<string, number>()
  // The rounds that were chosen as such, before others come because something names them.
  const chosenRounds = [...chosen.rounds.keys()]
  for (const id of chosen.quotes) chooseQuote(db, id, topics, chosen, utterances)
  for (const id of chosen.articles) chooseArticle(db, id, chosen, stories)
  for (const id of chosenRounds) chooseRound(db, id, chosen)
  for (const id of chosen.dossiers) chooseNamed(db, id, chosen)
  for (const id of [...chosen.topics.keys()]) chooseTopicsAbove(db, id, chosen)
  chooseOrganisations(db, chosen)
  chosen.utterances = groupsOf(utterances)
  chosen.stories = groupsOf(stories)
}

function chooseQuote(
  db: Readable,
  id: string,
  topics: ReadonlySet<string> | null,
  chosen: Chosen,
  utterances: Map<string, number>,
): void {
  const quote = db.get<QuoteRow>(
    'SELECT revision_id, speaker_id, on_behalf_id, round_id, utterance_id FROM quote WHERE id = ?',
    id,
  )
  if (quote === undefined) return
  chosen.revisions.add(quote.revision_id)
  addLive(db, 'actor', quote.speaker_id, chosen.actors, 'whole')
  addLive(db, 'actor', quote.on_behalf_id, chosen.actors, 'whole')
  addLive(db, 'round', quote.round_id, chosen.rounds, 'named')
  if (quote.utterance_id !== null && isLive(db, 'utterance', quote.utterance_id))
    count(utterances, quote.utterance_id)
  const links = db.all<LinkRow>(
    `SELECT l.id, l.topic_id, l.condition_topic_id, l.condition_actor_id, l.coder_id
     FROM link l JOIN topic t ON t.id = l.topic_id AND t.deleted_at IS NULL
     WHERE l.quote_id = ? AND l.deleted_at IS NULL`,
    id,
  )
  for (const link of links) {
    if (topics !== null && !topics.has(link.topic_id)) {
      chosen.stays.links++
      continue
    }
    chosen.links.add(link.id)
    chosen.topics.set(link.topic_id, 'whole')
    if (link.coder_id !== null) chosen.coders.add(link.coder_id)
    addLive(db, 'topic', link.condition_topic_id, chosen.topics, 'named')
    addLive(db, 'actor', link.condition_actor_id, chosen.actors, 'whole')
  }
  chooseComments(db, 'quote_id = ?', id, chosen)
  for (const translation of db.all<{ id: string }>(
    'SELECT id FROM translation WHERE quote_id = ? AND deleted_at IS NULL',
    id,
  ))
    chosen.translations.add(translation.id)
}

function chooseArticle(db: Readable, id: string, chosen: Chosen, stories: Map<string, number>): void {
  const article = db.get<ArticleRow>('SELECT round_id, story_id FROM article WHERE id = ?', id)
  addLive(db, 'round', article?.round_id ?? null, chosen.rounds, 'named')
  const story = article?.story_id ?? null
  if (story !== null && isLive(db, 'story', story)) count(stories, story)
  for (const revision of db.all<{ id: string }>(
    `WITH RECURSIVE chain(id) AS (
       SELECT current_revision_id FROM article WHERE id = @id
       UNION SELECT r.previous_id FROM chain c JOIN revision r ON r.id = c.id WHERE r.previous_id IS NOT NULL)
     SELECT id FROM chain UNION SELECT r.id FROM article a, json_each(a.beside) j JOIN revision r ON r.id = j.value WHERE a.id = @id`,
    { id },
  ))
    chosen.revisions.add(revision.id)
  chooseComments(db, 'article_id = ? AND quote_id IS NULL', id, chosen)
  for (const quote of db.all<{ id: string }>(
    'SELECT id FROM quote WHERE article_id = ? AND deleted_at IS NULL',
    id,
  ))
    if (!chosen.quotes.has(quote.id)) chosen.stays.quotes++
}

function chooseComments(db: Readable, where: string, id: string, chosen: Chosen): void {
  for (const comment of db.all<{ id: string }>(
    `SELECT id FROM comment WHERE ${where} AND deleted_at IS NULL`,
    id,
  )) {
    if (chosen.withheld.has('comments')) chosen.stays.comments++
    else chosen.comments.add(comment.id)
  }
}

function chooseRound(db: Readable, id: string, chosen: Chosen): void {
  const round = db.get<{ participants: string; agenda: string }>(
    'SELECT participants, agenda FROM round WHERE id = ?',
    id,
  )
  for (const actor of idsIn(round?.participants)) addLive(db, 'actor', actor, chosen.actors, 'whole')
  for (const topic of idsIn(round?.agenda)) addLive(db, 'topic', topic, chosen.topics, 'named')
}

/** What a dossier mentions comes by its name, and its pictures, and the style it cites by. Quotes and articles of it were chosen before. */
function chooseNamed(db: Readable, id: string, chosen: Chosen): void {
  for (const { kind, target } of db.all<{ kind: string; target: string }>(
    'SELECT kind, target_id AS target FROM dossier_reference WHERE dossier_id = ?',
    id,
  )) {
    if (kind === 'topic') addLive(db, 'topic', target, chosen.topics, 'named')
    if (kind === 'actor') addLive(db, 'actor', target, chosen.actors, 'named')
    if (kind === 'round') addLive(db, 'round', target, chosen.rounds, 'named')
    if (kind === 'asset' && db.get('SELECT 1 FROM asset WHERE sha256 = ?', target) !== undefined)
      chosen.assets.add(target)
  }
  const style = db.get<{ id: string }>(
    `SELECT s.id FROM citation_style s JOIN dossier d ON d.citation_style = s.name
     WHERE d.id = ? AND s.deleted_at IS NULL`,
    id,
  )
  if (style !== undefined) chosen.styles.add(style.id)
}

function chooseTopicsAbove(db: Readable, id: string, chosen: Chosen): void {
  let next = parentOf(db, id)
  while (next !== null && !chosen.topics.has(next) && isLive(db, 'topic', next)) {
    chosen.topics.set(next, 'named')
    next = parentOf(db, next)
  }
}

function parentOf(db: Readable, id: string): string | null {
  return db.get<{ id: string | null }>('SELECT parent_id AS id FROM topic WHERE id = ?', id)?.id ?? null
}

/** What everybody in the part belongs or once belonged to, by name. A map grows while it is walked. */
function chooseOrganisations(db: Readable, chosen: Chosen): void {
  for (const id of chosen.actors.keys())
    for (const { of } of db.all<{ of: string | null }>(
      `SELECT member_of_id AS of FROM actor WHERE id = @id
       UNION SELECT member_of_id FROM membership WHERE actor_id = @id AND deleted_at IS NULL`,
      { id },
    ))
      addLive(db, 'actor', of, chosen.actors, 'named')
}

function addLive(
  db: Readable,
  table: string,
  id: string | null,
  into: Map<string, Extent>,
  extent: Extent,
): void {
  if (id === null || into.get(id) === 'whole' || into.get(id) === extent) return
  if (isLive(db, table, id)) into.set(id, extent)
}

function isLive(db: Readable, table: string, id: string): boolean {
  return db.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id) !== undefined
}

function idsIn(json: string | undefined): string[] {
  return json === undefined ? [] : (JSON.parse(json) as string[])
}

function count(groups: Map<string, number>, id: string): void {
  groups.set(id, (groups.get(id) ?? 0) + 1)
}

/** One alone is no group. */
function groupsOf(members: ReadonlyMap<string, number>): Set<string> {
  return new Set([...members].flatMap(([id, size]) => (size > 1 ? [id] : [])))
}
