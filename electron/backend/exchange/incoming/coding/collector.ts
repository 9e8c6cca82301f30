import type { Stance } from '#shared/domain/link.ts'
import {
  type Bundle,
  type BundledActor,
  type BundledArticle,
  type BundledCoder,
  type BundledRound,
  type BundledTopic,
  emptyBundle,
} from '../bundle.ts'

/** A bundle in the making, in which parts are found by what the other program calls them. */
export interface Collector {
  readonly bundle: Bundle
  addTopic(topic: BundledTopic): void
  addActor(actor: BundledActor): void
  addCoder(coder: BundledCoder): void
  addRound(round: BundledRound): void
  addArticle(article: BundledArticle): void
  /** The key of what has this key already, or else this name; of a new one where neither is there. */
  actor(name: string, key?: string): string
  coder(name: string, key?: string): string
  round(name: string, key?: string): string
  /** By its path from the root; the topics above it are made where they are missing. */
  topic(path: readonly string[], key?: string): string
  hasTopic(key: string): boolean
  hasCoder(key: string): boolean
  leaveOut(kind: string, name: string): void
}

export function createCollector(): Collector {
  const bundle = emptyBundle()
  const actors = namedParts(bundle.actors)
  const coders = namedParts(bundle.coders)
  const rounds = namedParts(bundle.rounds)
  const topics = new Map<string, BundledTopic>()
  const byPath = new Map<string, string>()
  const pathOf = ({ parentKey, name }: BundledTopic) => JSON.stringify([parentKey ?? null, form(name)])
  const addTopic = (topic: BundledTopic) => {
    bundle.topics.push(topic)
    topics.set(topic.key, topic)
    if (!byPath.has(pathOf(topic))) byPath.set(pathOf(topic), topic.key)
  }
  return {
    bundle,
    addTopic,
    addActor: actors.add,
    addCoder: coders.add,
    addRound: rounds.add,
    addArticle: (article) => void bundle.articles.push(article),
    actor: actors.find,
    coder: coders.find,
    round: rounds.find,
    topic(path, key) {
      if (key !== undefined && topics.has(key)) return key
      let parentKey: string | undefined
      for (const name of path) {
        const topic = {
          key: `topic ${topics.size + 1}`,
          name,
          ...(parentKey === undefined ? {} : { parentKey }),
        }
        const known = byPath.get(pathOf(topic))
        if (known === undefined) addTopic(topic)
        parentKey = known ?? topic.key
      }
      return parentKey ?? ''
    },
    hasTopic: (key) => topics.has(key),
    hasCoder: coders.has,
    leaveOut: (kind, name) => void bundle.leftOut.push({ kind, name: shortName(name) }),
  }
}

/** Parts of one sort, by their keys and by their names. */
function namedParts<Part extends { key: string; name: string }>(
  list: (Part | { key: string; name: string })[],
) {
  const keys = new Set<string>()
  const byName = new Map<string, string>()
  const add = (part: Part | { key: string; name: string }) => {
    list.push(part)
    keys.add(part.key)
    if (!byName.has(form(part.name))) byName.set(form(part.name), part.key)
  }
  return {
    add,
    has: (key: string) => keys.has(key),
    find(name: string, key?: string): string {
      if (key !== undefined && keys.has(key)) return key
      const known = byName.get(form(name))
      if (known !== undefined) return known
      const part = { key: `named ${keys.size + 1}`, name }
      add(part)
      return part.key
    },
  }
}

function form(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

function shortName(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 120 ? line : `${line.slice(0, 119).toWellFormed()}…`
}

/** What a number says of agreement: for above nought, against below. */
export function stanceOfNumber(agreement: number): Stance {
  if (agreement === 0) return 'neutral'
  return agreement > 0 ? 'supports' : 'opposes'
}

/** The id of a part of a notebook of ours by the form of it: ours carry the time in them (UUID version 7). */
export function ownId(key: string | undefined): { id?: string } {
  return key !== undefined && /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(key)
    ? { id: key }
    : {}
}
