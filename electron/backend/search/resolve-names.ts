import { foldText } from '#shared/search/tokenize.ts'
import type { Readable } from '../store/connection.ts'

interface Named {
  id: string
  name: string
  aliases: string
}

/**
 * The topics that `name` means, with all topics below them. A name is compared folded, with names and aliases, and may be a
 * path (`Security / Guarantees`); where nothing is called so, names with a part that begins so are taken, as it may be half
 * typed.
 */
export function topicsNamed(db: Readable, name: string): string[] {
  const topics = db.all<Named & { parent_id: string | null }>(
    'SELECT id, parent_id, name, aliases FROM topic WHERE deleted_at IS NULL',
  )
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const steps = name.split(/[/›>]/).map(foldText).filter(Boolean)
  const lastStep = steps.at(-1)
  if (lastStep === undefined) return []
  const isUnder = (id: string | null, path: string[]): boolean => {
    if (path.length === 0) return true
    const parent = id === null ? undefined : byId.get(id)
    if (!parent) return false
    const rest = namesOf(parent).includes(path.at(-1) ?? '') ? path.slice(0, -1) : path
    return isUnder(parent.parent_id, rest)
  }
  const candidates = topics.filter((topic) => isUnder(topic.parent_id, steps.slice(0, -1)))
  return withAllBelow(bestNamed(candidates, lastStep), topics)
}

/** The actors that `name` means, by name or alias, as `topicsNamed` compares them. */
export function actorsNamed(db: Readable, name: string): string[] {
  const actors = db.all<Named>('SELECT id, name, aliases FROM actor WHERE deleted_at IS NULL')
  return bestNamed(actors, foldText(name)).map((actor) => actor.id)
}

/** The rounds that `name` means, as `topicsNamed` compares them. */
export function roundsNamed(db: Readable, name: string): string[] {
  const rounds = db.all<Named>("SELECT id, name, '[]' AS aliases FROM round WHERE deleted_at IS NULL")
  return bestNamed(rounds, foldText(name)).map((round) => round.id)
}

/** The outlets, as `article.sort_outlet` has them, that are called so or have a word that begins so. */
export function outletsNamed(db: Readable, name: string): string[] {
  const wanted = foldText(name)
  const outlets = distinctValues(db, 'sort_outlet')
  return outlets.includes(wanted) ? [wanted] : outlets.filter((outlet) => hasPart(outlet, wanted))
}

/** The language tags in use that are one of these or a variety of one (`en` takes in `en-GB`). */
export function languagesNamed(db: Readable, tags: readonly string[]): string[] {
  return distinctValues(db, 'lang').filter((lang) => {
    const tag = lang.toLowerCase()
    return tags.some((wanted) => tag === wanted || tag.startsWith(`${wanted}-`))
  })
}

/** Steps from one value to the next on the column's index, instead of reading every article. */
function distinctValues(db: Readable, column: 'sort_outlet' | 'lang'): string[] {
  const next = (after: string) =>
    `(SELECT ${column} FROM article WHERE deleted_at IS NULL ${after} ORDER BY ${column} LIMIT 1)`
  return db
    .all<{ value: string }>(
      `WITH RECURSIVE step (value) AS (
         SELECT ${next('')} UNION ALL SELECT ${next(`AND ${column} > step.value`)} FROM step WHERE value IS NOT NULL)
       SELECT value FROM step WHERE value IS NOT NULL`,
    )
    .map((row) => row.value)
}

function bestNamed<Item extends Named>(items: Item[], wanted: string): Item[] {
  const exact = items.filter((item) => namesOf(item).includes(wanted))
  return exact.length > 0
    ? exact
    : items.filter((item) => namesOf(item).some((name) => hasPart(name, wanted)))
}

function namesOf({ name, aliases }: Named): string[] {
  const list: unknown = JSON.parse(aliases)
  const others = Array.isArray(list) ? list.filter((alias) => typeof alias === 'string') : []
  return [name, ...others].map(foldText)
}

function hasPart(name: string, wanted: string): boolean {
  return wanted !== '' && ` ${name}`.includes(` ${wanted}`)
}

function withAllBelow<Item extends { id: string; parent_id: string | null }>(
  roots: Item[],
  all: Item[],
): string[] {
  const found = new Set(roots.map((root) => root.id))
  const children = Map.groupBy(all, (item) => item.parent_id)
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return [...found]
}
