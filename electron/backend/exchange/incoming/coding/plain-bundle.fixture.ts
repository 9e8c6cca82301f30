import type { Evidence, ExportedQuote } from '../../evidence.ts'
import type { Bundle, BundledLink, BundledQuote } from '../bundle.ts'

/** A bundle with every reference as the name it leads to and nothing that says nothing, so that two can be compared. */
export function plainBundle(bundle: Bundle): object {
  const actors = new Map(bundle.actors.map((actor) => [actor.key, actor.name]))
  const coders = new Map(bundle.coders.map((coder) => [coder.key, coder.name]))
  const rounds = new Map(bundle.rounds.map((round) => [round.key, round.name]))
  const topics = new Map<string, string>()
  for (const { key, parentKey, name } of bundle.topics)
    topics.set(key, parentKey === undefined ? name : `${found(topics, parentKey)} > ${name}`)
  const utterances = Map.groupBy(
    bundle.articles.flatMap(({ quotes }) => quotes),
    ({ utteranceKey }) => utteranceKey,
  )
  const wordsOf = (key: string | undefined) =>
    key === undefined ? undefined : (utterances.get(key) ?? []).map(({ exact }) => exact).sort()
  const linkOf = ({
    key,
    topicKey,
    coderKey,
    conditionTopicKey,
    conditionActorKey,
    ...rest
  }: BundledLink) => ({
    ...rest,
    topic: found(topics, topicKey),
    coder: found(coders, coderKey),
    conditionTopic: found(topics, conditionTopicKey),
    conditionActor: found(actors, conditionActorKey),
  })
  const quoteOf = ({ key, speakerKey, onBehalfKey, roundKey, utteranceKey, ...rest }: BundledQuote) => ({
    ...rest,
    speaker: found(actors, speakerKey),
    onBehalf: found(actors, onBehalfKey),
    round: found(rounds, roundKey),
    utterance: wordsOf(utteranceKey),
    links: sorted((rest.links ?? []).map(linkOf)),
    translations: sorted((rest.translations ?? []).map(({ key: _, ...translation }) => translation)),
  })
  return said({
    topics: bundle.topics.map(({ key, parentKey, ...rest }) => ({ ...rest, path: topics.get(key) })),
    actors: sorted(
      bundle.actors.map(({ key, memberOfKey, ...rest }) => ({
        ...rest,
        memberOf: found(actors, memberOfKey),
      })),
    ),
    coders: sorted(bundle.coders.map(({ key, ...rest }) => rest)),
    rounds: sorted(bundle.rounds.map(({ key, ...rest }) => rest)),
    articles: bundle.articles.map(({ key, roundKey, quotes, ...rest }) => ({
      ...rest,
      round: found(rounds, roundKey),
      quotes: sorted(quotes.map(quoteOf)),
    })),
    leftOut: bundle.leftOut,
  })
}

/** The bundle that a format which loses nothing gives of this evidence. */
export function bundleOfEvidence(evidence: Evidence): Bundle {
  return {
    topics: evidence.topics.map(({ id, parentId, name, aliases, description, status, colour }) => ({
      ...{ key: id, id, name, aliases, description, status, colour },
      ...(parentId === null ? {} : { parentKey: parentId }),
    })),
    actors: evidence.actors.map(({ id, name, kind, aliases, description, memberOfId }) => ({
      ...{ key: id, id, name, kind, aliases, description },
      ...(memberOfId === null ? {} : { memberOfKey: memberOfId }),
    })),
    coders: evidence.coders.map(({ id, name }) => ({ key: id, id, name })),
    rounds: evidence.rounds.map(({ id, name, fromOn, untilOn, place, note }) => ({
      ...{ key: id, id, name, note },
      ...given({ fromOn, untilOn, place }),
    })),
    articles: [...evidence.articles()].flatMap(({ article, roundId, note, sources }) =>
      sources.map(({ revision, text, quotes }) => ({
        key: revision.id,
        id: article.id,
        title: article.title,
        lang: article.lang,
        clippedAt: article.clippedAt,
        status: article.status,
        ...given({ url: article.url, outlet: article.outlet, byline: article.byline }),
        ...given({ publishedAt: article.publishedAt, roundKey: roundId }),
        ...given({ note: revision.id === article.currentRevisionId ? note : null }),
        source: { kind: 'text' as const, text },
        quotes: quotes.map(quoteOfEvidence),
      })),
    ),
    leftOut: [],
  }
}

function quoteOfEvidence(quote: ExportedQuote): BundledQuote {
  return {
    key: quote.id,
    id: quote.id,
    exact: quote.exact,
    ...quote.place,
    createdAt: quote.createdAt,
    ...given({ speakerKey: quote.speakerId, onBehalfKey: quote.onBehalfId, roundKey: quote.roundId }),
    ...given({ speakerRole: quote.speakerRole, channel: quote.channel, citedOutlet: quote.citedOutlet }),
    ...given({ saidOn: quote.saidOn, saidPrecision: quote.saidPrecision, saidWords: quote.saidWords }),
    ...given({ saidZone: quote.saidZone, utteranceKey: quote.utteranceId, note: quote.note }),
    links: quote.links.map(({ topicId, coderId, conditionTopicId, conditionActorId, id, ...rest }) => ({
      key: id,
      id,
      topicKey: topicId,
      stance: rest.stance,
      ...given({
        coderKey: coderId,
        conditionTopicKey: conditionTopicId,
        conditionActorKey: conditionActorId,
      }),
      ...given({ condition: rest.condition, byDate: rest.byDate, strength: rest.strength }),
      ...given({ confidence: rest.confidence }),
      redLine: rest.redLine,
    })),
    translations: quote.translations.map(({ id, lang, text, translator, authoritative }) => ({
      ...{ key: id, id, lang, text, authoritative },
      ...given({ translator }),
    })),
  }
}

function given<T extends Record<string, unknown>>(values: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as never
}

/** What a key leads to. A key that leads nowhere is a fault of the reader. */
function found(names: ReadonlyMap<string, string>, key: string | undefined): string | undefined {
  if (key === undefined) return undefined
  const name = names.get(key)
  if (name === undefined) throw new Error(`Nothing has the key ${key}.`)
  return name
}

function sorted<T>(list: T[]): T[] {
  const form = (value: T) => JSON.stringify(said(value))
  return [...list].sort((a, b) => (form(a) < form(b) ? -1 : 1))
}

/** Without what says nothing: undefined, empty lists and texts, false. Names of fields in order. */
function said<T>(value: T): T {
  if (Array.isArray(value)) return value.map(said) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, said(inner)] as const)
    .filter(([, inner]) => !(inner === undefined || inner === '' || inner === false || isEmpty(inner)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries) as T
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
