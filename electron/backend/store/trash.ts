import type { TrashItem, TrashKind } from '#shared/domain/trash.ts'
import { AppError } from '#shared/util/app-error.ts'
import { removeRevisions } from './assets.ts'
import type { Readable, Writable } from './connection.ts'
import { clearJournal } from './journal.ts'
import { deletionMoment, idList, timestamp } from './rows.ts'

/**
 * What goes to the trash takes along what makes no sense without it, under one `deleted_at`: that common moment is how a
 * restore finds what to bring back, and only that. In each entry `@now` is the moment and `@ids` a JSON list.
 */
const trashing: Record<TrashKind, string[]> = {
  article: [
    mark(
      'link',
      'quote_id IN (SELECT id FROM quote WHERE article_id IN (SELECT value FROM json_each(@ids)))',
    ),
    mark('comment', 'article_id IN (SELECT value FROM json_each(@ids))'),
    mark('quote', 'article_id IN (SELECT value FROM json_each(@ids))'),
    mark('article', 'id IN (SELECT value FROM json_each(@ids))'),
  ],
  quote: [
    mark('link', 'quote_id IN (SELECT value FROM json_each(@ids))'),
    mark('comment', 'quote_id IN (SELECT value FROM json_each(@ids))'),
    mark('quote', 'id IN (SELECT value FROM json_each(@ids))'),
  ],
  topic: [
    mark('link', `topic_id IN (${topicsBelow('@ids')})`),
    mark('topic', `id IN (${topicsBelow('@ids')})`),
  ],
  actor: [mark('actor', 'id IN (SELECT value FROM json_each(@ids))')],
  comment: [mark('comment', 'id IN (SELECT value FROM json_each(@ids))')],
  translation: [mark('translation', 'id IN (SELECT value FROM json_each(@ids))')],
  round: [mark('round', 'id IN (SELECT value FROM json_each(@ids))')],
  dossier: [
    mark('dossier_version', 'dossier_id IN (SELECT value FROM json_each(@ids))'),
    mark('dossier', 'id IN (SELECT value FROM json_each(@ids))'),
  ],
  feed: [mark('feed', 'id IN (SELECT value FROM json_each(@ids))')],
  citation_style: [mark('citation_style', 'id IN (SELECT value FROM json_each(@ids))')],
}

export function moveToTrash(db: Writable, kind: TrashKind, ids: readonly string[]): void {
  const now = deletionMoment()
  for (const sql of trashing[kind]) db.run(sql, { now, ids: idList(ids) })
}

/** What was thrown away as such, by kind; what only went along with something is not a thing in the trash. */
const thrownAway: Record<TrashKind, { from: string; name: string; withIt: string }> = {
  article: {
    from: `article e WHERE ${thrown('e')}`,
    name: 'e.title',
    withIt: 'SELECT count(*) FROM quote q WHERE q.article_id = e.id AND q.deleted_at = e.deleted_at',
  },
  quote: {
    from: `quote e WHERE ${thrown('e')} AND e.deleted_at NOT IN (${momentsOf('article')})`,
    name: 'substr(e.exact, 1, 300)',
    withIt: 'SELECT count(*) FROM link l WHERE l.quote_id = e.id AND l.deleted_at = e.deleted_at',
  },
  topic: {
    from: `topic e LEFT JOIN topic p ON p.id = e.parent_id
      WHERE ${thrown('e')} AND p.deleted_at IS NOT e.deleted_at`,
    name: 'e.name',
    withIt: 'SELECT count(*) FROM link l WHERE l.topic_id = e.id AND l.deleted_at = e.deleted_at',
  },
  actor: {
    from: `actor e WHERE ${thrown('e')}`,
    name: 'e.name',
    withIt: 'SELECT count(*) FROM quote q WHERE q.speaker_id = e.id AND q.deleted_at IS NULL',
  },
  comment: {
    from: `comment e WHERE ${thrown('e')}
      AND e.deleted_at NOT IN (${momentsOf('article')} UNION ALL ${momentsOf('quote')})`,
    name: 'substr(e.text, 1, 300)',
    withIt: 'SELECT 0',
  },
  translation: {
    from: `translation e JOIN quote q ON q.id = e.quote_id WHERE ${thrown('e')} AND q.deleted_at IS NULL`,
    name: 'substr(e.text, 1, 300)',
    withIt: 'SELECT 0',
  },
  round: {
    from: `round e WHERE ${thrown('e')}`,
    name: 'e.name',
    withIt: 'SELECT count(*) FROM quote q WHERE q.round_id = e.id AND q.deleted_at IS NULL',
  },
  dossier: {
    from: `dossier e WHERE ${thrown('e')}`,
    name: 'e.title',
    withIt:
      'SELECT count(*) FROM dossier_version v WHERE v.dossier_id = e.id AND v.deleted_at = e.deleted_at',
  },
  feed: { from: `feed e WHERE ${thrown('e')}`, name: 'e.title', withIt: 'SELECT 0' },
  citation_style: { from: `citation_style e WHERE ${thrown('e')}`, name: 'e.title', withIt: 'SELECT 0' },
}

/** What was thrown away, latest first, with how much comes back together with each. */
export function listTrash(db: Readable): TrashItem[] {
  const kinds = Object.entries(thrownAway).map(
    ([kind, { from, name, withIt }]) =>
      `SELECT '${kind}' AS kind, e.id, ${name} AS name, e.deleted_at AS deletedAt, (${withIt}) AS withIt FROM ${from}`,
  )
  return db.all<TrashItem>(`${kinds.join(' UNION ALL ')} ORDER BY deletedAt DESC, name`)
}

/** How many things `listTrash` would list. */
export function countTrash(db: Readable): number {
  const kinds = Object.values(thrownAway).map(({ from }) => `(SELECT count(*) FROM ${from})`)
  return db.get<{ n: number }>(`SELECT ${kinds.join(' + ')} AS n`)?.n ?? 0
}

/**
 * Brings things back with what went along with them. A quote whose article is in the trash brings the article back too,
 * and a topic its parents: nothing is restored to a place that cannot be seen.
 *
 * @throws AppError `comment-exists` where a comment was written in place of the one to be restored, `feed-exists`, `style-exists`
 */
export function restoreFromTrash(db: Writable, items: ReadonlyArray<{ kind: TrashKind; id: string }>): void {
  for (const { kind, id } of items) restoreOne(db, kind, id)
}

/**
 * Removes for good what is in the trash, and the history that could bring it back; ids stay behind as tombstones, so
 * that a merge with another copy of the notebook does not bring it back either. Returns how many rows went.
 */
export function emptyTrash(db: Writable): number {
  clearJournal(db)
  const now = timestamp()
  const doomedArticles = 'SELECT id FROM article WHERE deleted_at IS NOT NULL'
  const doomedQuotes = `SELECT id FROM quote WHERE deleted_at IS NOT NULL OR article_id IN (${doomedArticles})`
  const steps: Array<[entity: string, where: string]> = [
    ['link', `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes})`],
    [
      'comment',
      `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes}) OR article_id IN (${doomedArticles})`,
    ],
    ['translation', `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes})`],
    ['rejection', `deleted_at IS NOT NULL OR quote_id IN (${doomedQuotes}) OR other_id IN (${doomedQuotes})`],
    ['anchor', `quote_id IN (${doomedQuotes})`],
    [
      'distinction',
      `deleted_at IS NOT NULL OR article_id IN (${doomedArticles}) OR other_id IN (${doomedArticles})`,
    ],
    ['quote', `id IN (${doomedQuotes})`],
  ]
  let removed = 0
  const purge = (entity: string, where: string) => {
    // What was made and taken back again was never thrown away: an import that was undone can be made anew.
    db.run(
      `INSERT OR IGNORE INTO tombstone SELECT '${entity}', id, ? FROM ${entity}
       WHERE (${where}) AND deleted_at IS NOT created_at`,
      now,
    )
    removed += db.run(`DELETE FROM ${entity} WHERE ${where}`).changes
  }
  for (const [entity, where] of steps) purge(entity, where)
  purge(
    'dossier_version',
    'deleted_at IS NOT NULL OR dossier_id IN (SELECT id FROM dossier WHERE deleted_at IS NOT NULL)',
  )
  purge('dossier', 'deleted_at IS NOT NULL')
  forgetDoomed(db)
  const doomedActors = 'SELECT id FROM actor WHERE deleted_at IS NOT NULL'
  purge(
    'membership',
    `deleted_at IS NOT NULL OR actor_id IN (${doomedActors}) OR member_of_id IN (${doomedActors})`,
  )
  purge(
    'alias_rejection',
    `deleted_at IS NOT NULL OR actor_id IN (${doomedActors}) OR other_id IN (${doomedActors})`,
  )
  purge('step', 'deleted_at IS NOT NULL OR topic_id IN (SELECT id FROM topic WHERE deleted_at IS NOT NULL)')
  purge(
    'dismissal',
    'deleted_at IS NOT NULL OR feed_id IN (SELECT id FROM feed WHERE deleted_at IS NOT NULL)',
  )
  for (const entity of ['utterance', 'round', 'coder', 'story', 'feed', 'citation_style'])
    purge(entity, 'deleted_at IS NOT NULL')
  db.run(
    'UPDATE quote SET speaker_id = NULL WHERE speaker_id IN (SELECT id FROM actor WHERE deleted_at IS NOT NULL)',
  )
  db.run(
    'UPDATE actor SET member_of_id = NULL WHERE member_of_id IN (SELECT id FROM actor WHERE deleted_at IS NOT NULL)',
  )
  purge('actor', 'deleted_at IS NOT NULL')
  removeRevisions(db, doomedArticles)
  purge('article', 'deleted_at IS NOT NULL')
  db.run('UPDATE topic SET parent_id = NULL WHERE deleted_at IS NOT NULL')
  purge('topic', 'deleted_at IS NOT NULL')
  return removed
}

/** What may name something in the trash and goes on without it. */
const optionalReferences = [
  ['quote', 'on_behalf_id', 'actor'],
  ['quote', 'utterance_id', 'utterance'],
  ['quote', 'round_id', 'round'],
  ['article', 'round_id', 'round'],
  ['article', 'story_id', 'story'],
  ['link', 'condition_topic_id', 'topic'],
  ['link', 'condition_actor_id', 'actor'],
] as const

function forgetDoomed(db: Writable): void {
  for (const [table, column, parent] of optionalReferences)
    db.run(
      `UPDATE ${table} SET ${column} = NULL WHERE ${column} IN (SELECT id FROM ${parent} WHERE deleted_at IS NOT NULL)`,
    )
}

function restoreOne(db: Writable, kind: TrashKind, id: string): void {
  const moment = db.get<{ deleted_at: string | null }>(
    `SELECT deleted_at FROM ${kind} WHERE id = ?`,
    id,
  )?.deleted_at
  if (moment == null) return
  const now = timestamp()
  const bringBack = (table: string, where: string) =>
    db.run(
      `UPDATE ${table} SET deleted_at = NULL, updated_at = @now WHERE deleted_at = @moment AND (${where})`,
      { now, moment, id },
    )
  const parent = (table: string, column: string, parentTable: TrashKind) => {
    const up = db.get<{ up: string | null }>(`SELECT ${column} AS up FROM ${table} WHERE id = ?`, id)?.up
    if (up != null) restoreOne(db, parentTable, up)
  }
  /** A link whose other end is in the trash goes over to that end, and comes back together with it. */
  const leaveToOtherEnd = (otherEnd: 'quote' | 'topic', where: string) =>
    db.run(
      `UPDATE link SET updated_at = @now,
         deleted_at = (SELECT e.deleted_at FROM ${otherEnd} e WHERE e.id = link.${otherEnd}_id)
       WHERE deleted_at = @moment AND (${where})
         AND ${otherEnd}_id IN (SELECT id FROM ${otherEnd} WHERE deleted_at IS NOT NULL)`,
      { now, moment, id },
    )
  // What a row hangs on is live before the row is, and the row before what hangs on it.
  if (kind === 'comment') {
    parent('comment', 'article_id', 'article')
    parent('comment', 'quote_id', 'quote')
    assertNoOtherComment(db, id)
  }
  if (kind === 'quote') parent('quote', 'article_id', 'article')
  if (kind === 'topic') parent('topic', 'parent_id', 'topic')
  if (kind === 'translation') {
    parent('translation', 'quote_id', 'quote')
    // Another may have become the authoritative one meanwhile, and stays it.
    db.run('UPDATE translation SET authoritative = 0 WHERE id = ? AND authoritative = 1', id)
  }
  if (kind === 'feed') assertNoOtherFeed(db, id)
  if (kind === 'citation_style') assertNoOtherStyle(db, id)
  bringBack(kind, 'id = @id')
  if (kind === 'article') {
    const links = 'quote_id IN (SELECT id FROM quote WHERE article_id = @id)'
    bringBack('quote', 'article_id = @id')
    bringBack('comment', 'article_id = @id')
    bringBack('link', `${links} AND ${onLiveTopic}`)
    leaveToOtherEnd('topic', links)
  } else if (kind === 'quote') {
    bringBack('comment', 'quote_id = @id')
    bringBack('link', `quote_id = @id AND ${onLiveTopic}`)
    leaveToOtherEnd('topic', 'quote_id = @id')
  } else if (kind === 'dossier') {
    bringBack('dossier_version', 'dossier_id = @id')
  } else if (kind === 'topic') {
    const links = `topic_id IN (${topicsBelow('json_array(@id)')})`
    bringBack('topic', `id IN (${topicsBelow('json_array(@id)')})`)
    bringBack('link', `${links} AND ${onLiveQuote}`)
    leaveToOtherEnd('quote', links)
  }
}

/** @throws AppError `feed-exists` where somebody has subscribed to it anew */
function assertNoOtherFeed(db: Readable, id: string): void {
  const other = db.get(
    'SELECT 1 FROM feed f JOIN feed o ON o.url = f.url AND o.id <> f.id AND o.deleted_at IS NULL WHERE f.id = ?',
    id,
  )
  if (other !== undefined)
    throw new AppError('feed-exists', 'The feed is subscribed to again already.', 'Remove that one first.')
}

/** @throws AppError `style-exists` where it was added anew */
function assertNoOtherStyle(db: Readable, id: string): void {
  const other = db.get(
    `SELECT 1 FROM citation_style s JOIN citation_style o ON o.name = s.name AND o.id <> s.id AND o.deleted_at IS NULL
     WHERE s.id = ?`,
    id,
  )
  if (other !== undefined)
    throw new AppError(
      'style-exists',
      'The citation style was added again already.',
      'Remove that one first.',
    )
}

/** @throws AppError `comment-exists`: there is one comment at a place, and what was written since is not thrown away. */
function assertNoOtherComment(db: Readable, id: string): void {
  const other = db.get(
    `SELECT 1 FROM comment c JOIN comment o ON o.article_id = c.article_id AND o.quote_id IS c.quote_id
     WHERE c.id = ? AND o.id <> c.id AND o.deleted_at IS NULL`,
    id,
  )
  if (other === undefined) return
  throw new AppError(
    'comment-exists',
    'There is a newer comment at the place of this one.',
    'Copy what you need out of the newer one, remove it, and restore this one.',
  )
}

const onLiveTopic = 'topic_id IN (SELECT id FROM topic WHERE deleted_at IS NULL)'
const onLiveQuote = 'quote_id IN (SELECT id FROM quote WHERE deleted_at IS NULL)'

/** An undone creation was deleted at the moment it was made: to the user it never existed. */
function thrown(alias: string): string {
  return `${alias}.deleted_at IS NOT NULL AND ${alias}.deleted_at <> ${alias}.created_at`
}

/** What was deleted at one of these moments went along: no two things are thrown away at the same one. */
function momentsOf(table: 'article' | 'quote'): string {
  return `SELECT o.deleted_at FROM ${table} o WHERE o.deleted_at IS NOT NULL`
}

function mark(table: string, where: string): string {
  return `UPDATE ${table} SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL AND ${where}`
}

function topicsBelow(ids: string): string {
  return `WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(${ids}) UNION SELECT t.id FROM topic t JOIN below ON t.parent_id = below.id)
    SELECT id FROM below`
}
