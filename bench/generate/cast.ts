import { createActor } from '../../electron/backend/store/actors.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import { createTopic } from '../../electron/backend/store/topics.ts'
import { createZipf, type Random } from './random.ts'
import type { Language, Vocabulary } from './words.ts'

export type Vocabularies = Record<Language, Vocabulary>

/** Who and what the articles are about: a few of each come up all the time, most of them rarely. */
export interface Cast {
  outlet(random: Random, language: Language): string
  actorId(random: Random): string
  topicId(random: Random): string
  /** In order of how often each comes up. */
  actorIds: string[]
  topicIds: string[]
}

const outletsPerLanguage = 60

/** Writes topics and actors into the notebook: as many as a notebook of that many articles would have. */
export function createCast(
  db: Writable,
  random: Random,
  vocabularies: Vocabularies,
  { articles }: { articles: number },
): Cast {
  const topicIds = createTopics(db, random, vocabularies.en, within(articles / 100, 12, 400))
  const actorIds = createActors(db, random, vocabularies, within(articles / 100, 12, 1000))
  const outlets = Object.fromEntries(
    Object.entries(vocabularies).map(([language, vocabulary]) => [
      language,
      names(random, vocabulary, outletsPerLanguage),
    ]),
  ) as Record<Language, string[]>
  const [actorRank, topicRank, outletRank] = [actorIds, topicIds, outlets.en].map(({ length }) =>
    createZipf(length),
  )
  const at = (items: string[], rank: ReturnType<typeof createZipf> | undefined, from: Random) =>
    items[rank?.(from) ?? 0] ?? ''
  return {
    outlet: (from, language) => at(outlets[language], outletRank, from),
    actorId: (from) => at(actorIds, actorRank, from),
    topicId: (from) => at(topicIds, topicRank, from),
    actorIds,
    topicIds,
  }
}

/** A tree three levels deep: one in ten is a root, one in three of the others hangs on a root. */
function createTopics(db: Writable, random: Random, vocabulary: Vocabulary, count: number): string[] {
  const levels: [roots: string[], middle: string[]] = [[], []]
  const made = names(random, vocabulary, count).map((name, index) => {
    const level = index % 10 === 0 ? 0 : index % 3 === 1 ? 1 : 2
    const parents = level === 0 ? [] : level === 1 ? levels[0] : levels[1]
    const parentId = level === 0 ? null : random.pick(parents)
    const id = createTopic(db, { name, parentId })
    if (level < 2) levels[level as 0 | 1].push(id)
    return id
  })
  return made
}

function createActors(db: Writable, random: Random, vocabularies: Vocabularies, count: number): string[] {
  const organisations: string[] = []
  const scripts = [vocabularies.en, vocabularies.uk, vocabularies.ar]
  const perScript = scripts.map((vocabulary) => names(random, vocabulary, Math.ceil(count / scripts.length)))
  return Array.from({ length: count }, (_, index) => {
    const name = perScript[index % scripts.length]?.[Math.floor(index / scripts.length)] ?? ''
    const kind = index % 5 === 0 ? 'organisation' : 'person'
    const memberOfId =
      kind === 'person' && random.chance(0.7) && organisations.length > 0 ? random.pick(organisations) : null
    const id = createActor(db, { name, kind, memberOfId, aliases: [`${name} ${index}`] })
    if (kind === 'organisation') organisations.push(id)
    return id
  })
}

/** Different names of two words, so rare that they do not turn up in texts by chance. */
function names(random: Random, vocabulary: Vocabulary, count: number): string[] {
  const found = new Set<string>()
  const word = () => {
    const written = vocabulary.wordOfRank(random.between(2000, 14_000))
    return written.charAt(0).toUpperCase() + written.slice(1)
  }
  while (found.size < count) found.add(`${word()} ${word()}`)
  return [...found]
}

function within(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high))
}
