import type { Bundle } from '../bundle.ts'
import { cleanName, knownDate, named, optionalName, ownId } from './bundle-values.ts'
import { keptText } from './exact-text.ts'
import { actorIndex, coderIndex, roundIndex, topicIndex } from './known-names.ts'
import { belongTo } from './memberships.ts'
import type { Merger } from './merger.ts'

/** What the keys of a bundle are in this notebook; null is what was thrown away here. */
export type Keys = ReadonlyMap<string, string | null>

export interface MergedNames {
  topics: Keys
  actors: Keys
  coders: Keys
  rounds: Keys
}

/** Topics, actors, coders and rounds, before anything names them. */
export function mergeNames(merger: Merger, bundle: Bundle): MergedNames {
  return {
    topics: mergeTopics(merger, bundle.topics),
    actors: mergeActors(merger, bundle.actors),
    coders: mergeCoders(merger, bundle.coders),
    rounds: mergeRounds(merger, bundle.rounds),
  }
}

function mergeTopics(merger: Merger, topics: Bundle['topics']): Keys {
  const keys = new Map<string, string | null>()
  const index = topicIndex(merger.db)
  const places = createPlaces(merger)
  for (const topic of topics) {
    const parent = topic.parentKey === undefined ? null : named(keys, topic.parentKey, 'topic')
    const name = cleanName(topic.name)
    // Below what was thrown away here, nothing is brought back either.
    if (topic.parentKey !== undefined && parent === null) {
      merger.tally.note('topic', 'removed', name)
      keys.set(topic.key, null)
      continue
    }
    const place = places.next(parent)
    const taken = merger.take({
      table: 'topic',
      kind: 'topic',
      name,
      id: ownId(topic.id),
      row: {
        parent_id: parent,
        name,
        aliases: aliasesJson(topic.aliases),
        description: topic.description === undefined ? undefined : keptText(topic.description),
        status: topic.status,
        colour: colourOf(topic.colour),
      },
      defaults: { aliases: '[]', description: '', status: 'open', ...place },
      twin: () => index.find(parent, name),
    })
    keys.set(topic.key, taken?.id ?? null)
    if (taken?.isNew) index.add(parent, taken.id, name)
  }
  return keys
}

/** Where the next new topic stands among its siblings, and which colour it gets: as one that is made by hand. */
function createPlaces({ db }: Merger) {
  const last = new Map<string | null, { position: number; colour: number; count: number }>()
  const read = (parentId: string | null) => {
    const row = db.get<{ position: number | null; count: number }>(
      'SELECT max(position) AS position, count(*) AS count FROM topic WHERE parent_id IS ? AND deleted_at IS NULL',
      parentId,
    )
    const parent = db.get<{ colour: number }>('SELECT colour FROM topic WHERE id = ?', parentId)
    return { position: row?.position ?? 0, colour: parent?.colour ?? 0, count: row?.count ?? 0 }
  }
  return {
    next(parentId: string | null): { position: number; colour: number } {
      const place = last.get(parentId) ?? read(parentId)
      last.set(parentId, { ...place, position: place.position + 1, count: place.count + 1 })
      return { position: place.position + 1, colour: parentId === null ? place.count % 10 : place.colour }
    },
  }
}

function mergeActors(merger: Merger, actors: Bundle['actors']): Keys {
  const keys = new Map<string, string | null>()
  const index = actorIndex(merger.db)
  const taken = actors.map((actor) => {
    const name = cleanName(actor.name)
    const aliases = (actor.aliases ?? []).flatMap((alias) => optionalName(alias) ?? [])
    const result = merger.take({
      table: 'actor',
      kind: 'actor',
      name,
      id: ownId(actor.id),
      row: {
        name,
        kind: actor.kind,
        aliases: aliasesJson(actor.aliases),
        description: actor.description === undefined ? undefined : keptText(actor.description),
      },
      defaults: { kind: 'person', aliases: '[]', description: '', member_of_id: null },
      twin: () => index.find(name, ...aliases),
    })
    keys.set(actor.key, result?.id ?? null)
    if (result?.isNew) index.add(result.id, name, ...aliases)
    return { actor, name, result }
  })
  // Only now is everybody there that somebody may belong to.
  for (const { actor, name, result } of taken) {
    if (actor.memberOfKey === undefined || result === null) continue
    belongTo(merger, result, name, named(keys, actor.memberOfKey, 'actor'))
  }
  return keys
}

function mergeCoders(merger: Merger, coders: Bundle['coders']): Keys {
  const keys = new Map<string, string | null>()
  const index = coderIndex(merger.db)
  for (const coder of coders) {
    const name = cleanName(coder.name)
    const taken = merger.take({
      table: 'coder',
      kind: 'coder',
      name,
      id: ownId(coder.id),
      row: { name },
      twin: () => index.find(name),
    })
    keys.set(coder.key, taken?.id ?? null)
    if (taken?.isNew) index.add(taken.id, name)
  }
  return keys
}

function mergeRounds(merger: Merger, rounds: Bundle['rounds']): Keys {
  const keys = new Map<string, string | null>()
  const index = roundIndex(merger.db)
  for (const round of rounds) {
    const name = cleanName(round.name)
    const fromOn = knownDate(round.fromOn, merger.tally)
    const untilOn = knownDate(round.untilOn, merger.tally)
    const isBackwards = fromOn !== undefined && untilOn !== undefined && fromOn > `${untilOn}~`
    const key = `${name} ${fromOn ?? ''}`
    const taken = merger.take({
      table: 'round',
      kind: 'round',
      name,
      id: ownId(round.id),
      row: {
        name,
        from_on: fromOn,
        until_on: isBackwards ? undefined : untilOn,
        place: optionalName(round.place),
        note: round.note === undefined ? undefined : keptText(round.note),
      },
      defaults: { from_on: null, until_on: null, place: null, participants: '[]', agenda: '[]', note: '' },
      twin: () => index.find(key),
    })
    keys.set(round.key, taken?.id ?? null)
    if (taken?.isNew) index.add(taken.id, key)
  }
  return keys
}

function colourOf(colour: number | undefined): number | undefined {
  return colour !== undefined && Number.isInteger(colour) && colour >= 0 && colour <= 9 ? colour : undefined
}

const aliasesAtMost = 100

function aliasesJson(aliases: readonly string[] | undefined): string | undefined {
  if (aliases === undefined || aliases.length === 0) return undefined
  const clean = aliases.flatMap((alias) => optionalName(alias) ?? []).slice(0, aliasesAtMost)
  return JSON.stringify([...new Set(clean)])
}
