import type { z } from 'zod'
import type { Actor, actorCreateSchema, actorPatchSchema } from '#shared/domain/actor.ts'
import { aliasesAtMost } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { mergeRejections } from './alias-rejections.ts'
import { mergeMemberships } from './memberships.ts'
import { replaceInRounds } from './rounds.ts'
import { assertLive, deletionMoment, insertRow, newRow, updateRow } from './rows.ts'
import { mergedAliases } from './topics.ts'

interface ActorRecord {
  id: string
  name: string
  kind: Actor['kind']
  aliases: string
  description: string
  member_of_id: string | null
  quote_count: number
}

/** Everybody in the notebook by name. */
export function listActors(db: Readable): Actor[] {
  return db
    .all<ActorRecord>(
      `SELECT a.id, a.name, a.kind, a.aliases, a.description, a.quote_count,
         (SELECT m.id FROM actor m WHERE m.id = a.member_of_id AND m.deleted_at IS NULL) AS member_of_id
       FROM actor a WHERE a.deleted_at IS NULL ORDER BY a.name`,
    )
    .map(toActor)
}

/** @throws AppError `actor-exists` where somebody has the name or alias already */
export function createActor(db: Writable, actor: z.output<typeof actorCreateSchema>): string {
  if (actor.memberOfId != null) assertLive(db, 'actor', actor.memberOfId)
  assertFreeName(db, actor.name, null)
  const row = newRow()
  insertRow(db, 'actor', {
    ...row,
    name: actor.name,
    kind: actor.kind,
    aliases: JSON.stringify(actor.aliases ?? []),
    description: actor.description ?? '',
    member_of_id: actor.memberOfId ?? null,
  })
  return row.id
}

/** Whoever answers to this name, by name or alias in any case; a new person where nobody does. */
export function ensureActor(db: Writable, name: string): string {
  return findActor(db, name) ?? createActor(db, { name, kind: 'person' })
}

export function updateActor(db: Writable, { id, ...patch }: z.output<typeof actorPatchSchema>): void {
  assertLive(db, 'actor', id)
  if (patch.name !== undefined) assertFreeName(db, patch.name, id)
  if (patch.memberOfId != null) {
    assertLive(db, 'actor', patch.memberOfId)
    assertNoCircle(db, id, patch.memberOfId)
  }
  updateRow(db, 'actor', id, {
    name: patch.name,
    kind: patch.kind,
    aliases: patch.aliases === undefined ? undefined : JSON.stringify(patch.aliases),
    description: patch.description,
    member_of_id: patch.memberOfId,
  })
}

/** How many live quotes this speaker has. */
export function countQuotesOf(db: Readable, id: string): number {
  return db.get<{ n: number }>('SELECT quote_count AS n FROM actor WHERE id = ?', id)?.n ?? 0
}

/**
 * Makes one actor of two: quotes (those in the trash as well), memberships and rounds go over, every name becomes an alias, and `id`
 * goes to the trash.
 */
export function mergeActors(db: Writable, id: string, intoId: string): void {
  assertLive(db, 'actor', id)
  assertLive(db, 'actor', intoId)
  if (id === intoId) throw new AppError('merge-same', 'An actor cannot be merged with itself.')
  const now = deletionMoment()
  db.run('UPDATE quote SET speaker_id = ?, updated_at = ? WHERE speaker_id = ?', intoId, now, id)
  db.run(
    'UPDATE actor SET member_of_id = NULL, updated_at = ? WHERE id = ? AND member_of_id = ?',
    now,
    intoId,
    id,
  )
  db.run('UPDATE actor SET member_of_id = ?, updated_at = ? WHERE member_of_id = ?', intoId, now, id)
  db.run('UPDATE quote SET on_behalf_id = ?, updated_at = ? WHERE on_behalf_id = ?', intoId, now, id)
  db.run(
    'UPDATE link SET condition_actor_id = ?, updated_at = ? WHERE condition_actor_id = ?',
    intoId,
    now,
    id,
  )
  mergeMemberships(db, id, intoId, now)
  mergeRejections(db, id, intoId)
  replaceInRounds(db, 'participants', id, intoId)
  updateRow(db, 'actor', intoId, { aliases: mergedAliases(db, 'actor', id, intoId) })
  db.run('UPDATE actor SET deleted_at = @now, updated_at = @now WHERE id = @id', { now, id })
}

/** Who answers to a name, by name or else by alias, in any case; for many names at once, of the notebook as it is now. */
export function actorFinder(db: Readable): (name: string) => string | null {
  const actors = db.all<{ id: string; name: string; aliases: string }>(
    'SELECT id, name, aliases FROM actor WHERE deleted_at IS NULL ORDER BY created_at',
  )
  const formOf = (name: string) => foldText(name) || name
  const byName = new Map<string, string>()
  const note = (name: string, id: string) => {
    if (!byName.has(formOf(name))) byName.set(formOf(name), id)
  }
  for (const { id, name } of actors) note(name, id)
  for (const { id, aliases } of actors) for (const alias of JSON.parse(aliases) as string[]) note(alias, id)
  return (name) => byName.get(formOf(name)) ?? null
}

/** Gives an actor another name, unless somebody answers to it already. @returns whether it is new */
export function teachAlias(db: Writable, id: string, alias: string): boolean {
  const row = db.get<{ aliases: string }>('SELECT aliases FROM actor WHERE id = ? AND deleted_at IS NULL', id)
  if (row === undefined || findActor(db, alias) !== null) return false
  const aliases = JSON.parse(row.aliases) as string[]
  if (aliases.length >= aliasesAtMost) return false
  updateRow(db, 'actor', id, { aliases: JSON.stringify([...aliases, alias]) })
  return true
}

function findActor(db: Readable, name: string): string | null {
  return actorFinder(db)(name)
}

function assertFreeName(db: Readable, name: string, self: string | null): void {
  const existing = findActor(db, name)
  if (existing !== null && existing !== self) {
    throw new AppError(
      'actor-exists',
      `“${name}” is in the notebook already.`,
      'Choose it from the list, or write the name in another way.',
    )
  }
}

function assertNoCircle(db: Readable, id: string, memberOfId: string): void {
  const seen = new Set<string>()
  for (let at: string | null = memberOfId; at !== null && !seen.has(at); ) {
    if (at === id)
      throw new AppError('member-of-itself', 'An actor cannot belong to itself, nor to its own members.')
    seen.add(at)
    at = db.get<{ up: string | null }>('SELECT member_of_id AS up FROM actor WHERE id = ?', at)?.up ?? null
  }
}

function toActor(row: ActorRecord): Actor {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: JSON.parse(row.aliases) as string[],
    description: row.description,
    memberOfId: row.member_of_id,
    quoteCount: row.quote_count,
  }
}
