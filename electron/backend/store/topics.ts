import type { z } from 'zod'
import type { Topic, topicCreateSchema, topicMoveSchema, topicPatchSchema } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { replaceInRounds } from './rounds.ts'
import { assertLive, deletionMoment, insertRow, newRow, timestamp, updateRow } from './rows.ts'
import { saveStep } from './steps.ts'

interface TopicRecord {
  id: string
  parent_id: string | null
  name: string
  aliases: string
  description: string
  status: Topic['status']
  colour: number
  position: number
  quote_count: number
}

const colours = 10

/** The whole tree as a flat list: parents in no particular order, siblings in theirs. */
export function listTopics(db: Readable): Topic[] {
  return db
    .all<TopicRecord>(
      `SELECT id, parent_id, name, aliases, description, status, colour, position, quote_count
       FROM topic WHERE deleted_at IS NULL ORDER BY position, name`,
    )
    .map(toTopic)
}

/** @throws AppError `topic-exists` where a sibling has the name already */
export function createTopic(db: Writable, topic: z.output<typeof topicCreateSchema>): string {
  if (topic.parentId !== null) assertLive(db, 'topic', topic.parentId)
  assertFreeName(db, topic.name, topic.parentId, null)
  const row = newRow()
  insertRow(db, 'topic', {
    ...row,
    parent_id: topic.parentId,
    name: topic.name,
    aliases: JSON.stringify(topic.aliases ?? []),
    description: topic.description ?? '',
    status: topic.status ?? 'open',
    colour: topic.colour ?? nextColour(db, topic.parentId),
    position: lastPosition(db, topic.parentId) + 1,
  })
  return row.id
}

/** The topic at a path of names from the root; what is missing is created. Names match in any case. */
export function ensureTopicPath(db: Writable, path: readonly string[]): string {
  let parentId: string | null = null
  for (const name of path) parentId = findChild(db, name, parentId) ?? createTopic(db, { parentId, name })
  if (parentId === null) throw new AppError('topic-path-empty', 'A topic path names at least one topic.')
  return parentId
}

/** A new status is a step of today on the topic's way. */
export function updateTopic(db: Writable, { id, ...patch }: z.output<typeof topicPatchSchema>): void {
  assertLive(db, 'topic', id)
  if (patch.name !== undefined) assertFreeName(db, patch.name, parentOf(db, id), id)
  updateRow(db, 'topic', id, {
    name: patch.name,
    aliases: patch.aliases === undefined ? undefined : JSON.stringify(patch.aliases),
    description: patch.description,
    colour: patch.colour,
  })
  const status = db.get<{ status: Topic['status'] }>('SELECT status FROM topic WHERE id = ?', id)?.status
  if (patch.status !== undefined && patch.status !== status)
    saveStep(db, { topicId: id, status: patch.status, since: timestamp().slice(0, 10), note: '' })
}

/** @throws AppError `topic-into-itself`, `topic-exists` */
export function moveTopic(db: Writable, { id, parentId, afterId }: z.output<typeof topicMoveSchema>): void {
  assertLive(db, 'topic', id)
  if (parentId !== null) {
    assertLive(db, 'topic', parentId)
    assertOutside(db, id, parentId)
  }
  const name = db.get<{ name: string }>('SELECT name FROM topic WHERE id = ?', id)?.name ?? ''
  assertFreeName(db, name, parentId, id)
  updateRow(db, 'topic', id, { parent_id: parentId, position: positionAfter(db, id, parentId, afterId) })
}

/** How many live quotes are linked to this topic and to those below it; one that is linked to several counts for each. */
export function countLinks(db: Readable, id: string): number {
  const row = db.get<{ n: number }>(
    `WITH RECURSIVE below(id) AS (
       SELECT ? UNION SELECT t.id FROM topic t JOIN below b ON t.parent_id = b.id WHERE t.deleted_at IS NULL)
     SELECT coalesce(sum(t.quote_count), 0) AS n FROM topic t JOIN below b ON b.id = t.id`,
    id,
  )
  return row?.n ?? 0
}

/**
 * Makes one topic of two: links and subtopics of `id` go over to `intoId`, its name and aliases become aliases there,
 * and it goes to the trash. A quote linked to both keeps the stance its coder gave it towards `intoId`. Quotes in the trash take part,
 * so that they come back to the topic that is left.
 */
export function mergeTopics(db: Writable, id: string, intoId: string): void {
  assertLive(db, 'topic', id)
  assertLive(db, 'topic', intoId)
  if (id === intoId) throw new AppError('merge-same', 'A topic cannot be merged with itself.')
  assertOutside(db, id, intoId)
  const now = deletionMoment()
  db.run(
    `UPDATE link SET deleted_at = @now, updated_at = @now WHERE topic_id = @id AND deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM link o WHERE o.quote_id = link.quote_id AND o.topic_id = @intoId
         AND o.coder_id IS link.coder_id AND o.deleted_at IS NULL)`,
    { now, id, intoId },
  )
  db.run(
    `UPDATE link SET topic_id = @intoId, updated_at = @now WHERE topic_id = @id AND deleted_at IS NOT @now
       AND NOT EXISTS (SELECT 1 FROM link o WHERE o.quote_id = link.quote_id AND o.topic_id = @intoId
         AND o.coder_id IS link.coder_id)`,
    { now, id, intoId },
  )
  db.run(
    'UPDATE link SET condition_topic_id = ?, updated_at = ? WHERE condition_topic_id = ?',
    intoId,
    now,
    id,
  )
  replaceInRounds(db, 'agenda', id, intoId)
  const children = db.all<{ id: string; name: string }>(
    'SELECT id, name FROM topic WHERE parent_id = ? AND deleted_at IS NULL ORDER BY position',
    id,
  )
  for (const child of children) {
    const twin = findChild(db, child.name, intoId)
    if (twin !== null) mergeTopics(db, child.id, twin)
    else updateRow(db, 'topic', child.id, { parent_id: intoId, position: lastPosition(db, intoId) + 1 })
  }
  updateRow(db, 'topic', intoId, { aliases: mergedAliases(db, 'topic', id, intoId) })
  db.run('UPDATE topic SET deleted_at = @now, updated_at = @now WHERE id = @id', { now, id })
}

/** Aliases of `intoId` once it also answers to every name of `id`; for topics and actors alike. */
export function mergedAliases(db: Readable, table: 'topic' | 'actor', id: string, intoId: string): string {
  const namesOf = (of: string) => {
    const row = db.get<{ name: string; aliases: string }>(
      `SELECT name, aliases FROM ${table} WHERE id = ?`,
      of,
    )
    return row === undefined ? [] : [row.name, ...(JSON.parse(row.aliases) as string[])]
  }
  const [name = '', ...aliases] = namesOf(intoId)
  const seen = new Set([foldText(name)])
  return JSON.stringify(
    [...aliases, ...namesOf(id)].filter((alias) => !seen.has(foldText(alias)) && seen.add(foldText(alias))),
  )
}

function findChild(db: Readable, name: string, parentId: string | null): string | null {
  const wanted = foldText(name) || name
  const siblings = db.all<{ id: string; name: string }>(
    'SELECT id, name FROM topic WHERE parent_id IS ? AND deleted_at IS NULL',
    parentId,
  )
  return siblings.find((sibling) => (foldText(sibling.name) || sibling.name) === wanted)?.id ?? null
}

function assertFreeName(db: Readable, name: string, parentId: string | null, self: string | null): void {
  const existing = findChild(db, name, parentId)
  if (existing !== null && existing !== self) {
    throw new AppError(
      'topic-exists',
      `There is a topic “${name}” at this place already.`,
      'Use it, choose another name, or merge the two.',
    )
  }
}

function assertOutside(db: Readable, id: string, target: string): void {
  // A notebook from somebody else may have parents in a circle: each is asked once.
  const seen = new Set<string>()
  for (let at: string | null = target; at !== null && !seen.has(at); at = parentOf(db, at)) {
    seen.add(at)
    if (at === id)
      throw new AppError('topic-into-itself', 'A topic cannot go below itself.', 'Choose a place outside it.')
  }
}

function parentOf(db: Readable, id: string): string | null {
  return (
    db.get<{ parent_id: string | null }>('SELECT parent_id FROM topic WHERE id = ?', id)?.parent_id ?? null
  )
}

function lastPosition(db: Readable, parentId: string | null): number {
  const row = db.get<{ last: number | null }>(
    'SELECT max(position) AS last FROM topic WHERE parent_id IS ? AND deleted_at IS NULL',
    parentId,
  )
  return row?.last ?? 0
}

/** Half-way between its new neighbours; siblings are numbered afresh when the gap gets too small for a double. */
function positionAfter(db: Writable, id: string, parentId: string | null, afterId: string | null): number {
  const siblings = db.all<{ id: string; position: number }>(
    'SELECT id, position FROM topic WHERE parent_id IS ? AND deleted_at IS NULL AND id <> ? ORDER BY position, name',
    parentId,
    id,
  )
  const index = afterId === null ? 0 : siblings.findIndex((sibling) => sibling.id === afterId) + 1
  const before = siblings[index - 1]?.position
  const after = siblings[index]?.position
  if (before === undefined) return (after ?? 2) - 1
  if (after === undefined) return before + 1
  const middle = (before + after) / 2
  if (middle > before && middle < after && after - before > 1e-9) return middle
  siblings.forEach((sibling, place) => {
    updateRow(db, 'topic', sibling.id, { position: place + 1 })
  })
  return index + 0.5
}

/** A child takes its parent's colour; roots take the palette in turn. */
function nextColour(db: Readable, parentId: string | null): number {
  if (parentId !== null)
    return db.get<{ colour: number }>('SELECT colour FROM topic WHERE id = ?', parentId)?.colour ?? 0
  const roots = db.get<{ n: number }>(
    'SELECT count(*) AS n FROM topic WHERE parent_id IS NULL AND deleted_at IS NULL',
  )
  return (roots?.n ?? 0) % colours
}

function toTopic(row: TopicRecord): Topic {
  return {
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    description: row.description,
    status: row.status,
    colour: row.colour,
    position: row.position,
    quoteCount: row.quote_count,
  }
}
