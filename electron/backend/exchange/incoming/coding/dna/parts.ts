import { actorKindSchema } from '#shared/domain/actor.ts'
import { topicStatusSchema } from '#shared/domain/topic.ts'
import { slotOfColour } from '../../../topic-colours.ts'
import type { BundledActor, BundledTopic } from '../../bundle.ts'
import type { Collector } from '../collector.ts'
import { checked, known, readNamesInLine } from '../facts.ts'
import type { DnaEntity, DnaTables } from './tables.ts'

/** The people, organisations, concepts and coders of a file, as they are met in its statements. */
export interface DnaParts {
  parts: Collector
  coder(id: number | null): string | undefined
  /** Who speaks, and for whom: an organization without a person speaks for itself. */
  speaker(person: string, organization: string): { speakerKey?: string; onBehalfKey?: string }
  freshKey(written: string): string
  /** Gives everybody what their attributes say, and the organization they always spoke for. */
  finish(): void
}

/** Ours has one admin, who is nobody. */
const adminName = 'Admin'

export function dnaParts(tables: Pick<DnaTables, 'coders' | 'entities'>, parts: Collector): DnaParts {
  const entities = [...tables.entities.values()]
  const keys = new Set<string>()
  const people = new Map<string, { key: string; quotes: { onBehalfKey?: string }[] }>()
  const organizations = new Set<string>()
  return {
    parts,
    coder(id) {
      const name = id === null ? undefined : tables.coders.get(id)
      return name === undefined || name === '' || name === adminName ? undefined : parts.coder(name)
    },
    speaker(person, organization) {
      const group = organization === '' ? undefined : parts.actor(organization)
      if (group !== undefined) organizations.add(group)
      if (person === '') return known({ speakerKey: group })
      const key = parts.actor(person)
      const quote: { speakerKey: string; onBehalfKey?: string } = { speakerKey: key }
      if (group !== undefined && group !== key) quote.onBehalfKey = group
      const before = people.get(key)
      if (before === undefined) people.set(key, { key, quotes: [quote] })
      else before.quotes.push(quote)
      return quote
    },
    freshKey(written) {
      const key = keys.has(written) ? `${written} ${keys.size}` : written
      keys.add(key)
      return key
    },
    finish() {
      const actors = new Map(parts.bundle.actors.map((actor) => [actor.key, actor]))
      for (const key of organizations) {
        const actor = actors.get(key)
        if (actor !== undefined && actor.kind === undefined && !people.has(key)) actor.kind = 'organisation'
      }
      for (const { key, quotes } of people.values()) joinGroup(actors.get(key), quotes)
      describeParts(entities, actors, parts.bundle.topics)
    },
  }
}

/** Somebody who spoke for one organization alone is a member of it; else it stays with each quote. */
function joinGroup(actor: BundledActor | undefined, quotes: { onBehalfKey?: string }[]): void {
  const groups = new Set(quotes.flatMap(({ onBehalfKey }) => onBehalfKey ?? []))
  const [group] = groups
  if (actor === undefined || actor.id !== undefined || groups.size !== 1 || group === undefined) return
  actor.kind ??= 'person'
  actor.memberOfKey = group
  for (const quote of quotes) delete quote.onBehalfKey
}

/** Attributes of entities, to those of their name that no table of ours describes already. */
function describeParts(
  entities: readonly DnaEntity[],
  actors: ReadonlyMap<string, BundledActor>,
  topics: readonly BundledTopic[],
): void {
  const byName = new Map<string, BundledActor | BundledTopic>()
  for (const part of [...topics, ...actors.values()]) if (part.id === undefined) byName.set(part.name, part)
  for (const { value, colour, attributes } of entities) {
    const part = byName.get(value) ?? byName.get(value.split(' > ').at(-1) ?? '')
    if (part === undefined) continue
    const type = attributes.get('Type') ?? ''
    const aliases = readNamesInLine(attributes.get('Alias') ?? '')
    const isTopic = topics.includes(part as BundledTopic)
    const kind = isTopic ? undefined : checked(actorKindSchema, type)
    const status = isTopic ? checked(topicStatusSchema, type) : undefined
    const others = [...attributes].filter(
      ([name, words]) =>
        words !== '' && name !== 'Alias' && name !== 'Notes' && !(name === 'Type' && (kind ?? status)),
    )
    const lines = [attributes.get('Notes') ?? '', ...others.map(([name, words]) => `${name}: ${words}`)]
    Object.assign(
      part,
      known({
        kind,
        status,
        aliases: aliases.length > 0 ? aliases : undefined,
        description: lines.filter((line) => line !== '').join('\n'),
        colour: isTopic ? slotOfColour(colour) : undefined,
      }),
    )
  }
}
