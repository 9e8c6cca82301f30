import { foldText } from '#shared/search/tokenize.ts'
import type { Readable } from '../../../store/connection.ts'

/** What answers to a name; names are compared in any case, and what was added while importing counts too. */
export interface NameIndex {
  find(...names: string[]): string | null
  add(id: string, ...names: string[]): void
}

interface Named {
  id: string
  name: string
  aliases?: string
}

/** Topics by the id of the parent and their name, or else an alias. */
export interface TopicIndex {
  find(parentId: string | null, name: string): string | null
  add(parentId: string | null, id: string, name: string): void
}

export function topicIndex(db: Readable): TopicIndex {
  const topics = db.all<Named & { parent_id: string | null }>(
    'SELECT id, parent_id, name, aliases FROM topic WHERE deleted_at IS NULL ORDER BY created_at',
  )
  const index = new Map<string, string>()
  const note = (parentId: string | null, id: string, name: string) => {
    const key = `${parentId ?? ''} ${formOf(name)}`
    if (!index.has(key)) index.set(key, id)
  }
  for (const { id, parent_id, name } of topics) note(parent_id, id, name)
  for (const { id, parent_id, aliases } of topics)
    for (const alias of aliasesOf(aliases)) note(parent_id, id, alias)
  return {
    find: (parentId, name) => index.get(`${parentId ?? ''} ${formOf(name)}`) ?? null,
    add: note,
  }
}

/** Actors by name, or else by alias. */
export function actorIndex(db: Readable): NameIndex {
  const actors = db.all<Named>(
    'SELECT id, name, aliases FROM actor WHERE deleted_at IS NULL ORDER BY created_at',
  )
  const index = nameIndex(actors)
  for (const { id, aliases } of actors) index.add(id, ...aliasesOf(aliases))
  return index
}

export function coderIndex(db: Readable): NameIndex {
  return nameIndex(db.all<Named>('SELECT id, name FROM coder WHERE deleted_at IS NULL ORDER BY created_at'))
}

/** Rounds by name and first day. */
export function roundIndex(db: Readable): NameIndex {
  return nameIndex(
    db.all<Named>(
      `SELECT id, name || ' ' || coalesce(from_on, '') AS name FROM round WHERE deleted_at IS NULL ORDER BY created_at`,
    ),
  )
}

function nameIndex(rows: readonly Named[]): NameIndex {
  const index = new Map<string, string>()
  const add = (id: string, ...names: string[]) => {
    for (const name of names) if (!index.has(formOf(name))) index.set(formOf(name), id)
  }
  for (const { id, name } of rows) add(id, name)
  return {
    find: (...names) => {
      for (const name of names) {
        const id = index.get(formOf(name))
        if (id !== undefined) return id
      }
      return null
    },
    add,
  }
}

/** A name of signs alone folds to nothing, and is then compared as it is. */
function formOf(name: string): string {
  return foldText(name) || name
}

function aliasesOf(json: string | undefined): string[] {
  return json === undefined ? [] : (JSON.parse(json) as string[])
}
