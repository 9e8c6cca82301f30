import { z } from 'zod'
import { articleStatusSchema } from '#shared/domain/article.ts'
import { idSchema, languageSchema, partialDateSchema, publicationTimeSchema } from '#shared/domain/common.ts'
import { linkDetailsSchema, stanceSchema } from '#shared/domain/link.ts'
import { channelSchema, saidPrecisionSchema } from '#shared/domain/quote.ts'
import type { BundledArticle, BundledLink, BundledQuote, BundledRound } from '../bundle.ts'
import { type Collector, ownId } from './collector.ts'

/** Facts by the names that every format of ours uses (`quote-facts.ts`). */
export type Facts = Readonly<Record<string, string>>

const line = /^([a-z][a-z_]{1,30}): (.*)$/s

/** The facts of a text that is nothing but facts, a line each, as `factLines` writes them; null for any other. */
export function readFactLines(text: string): Facts | null {
  const facts: Record<string, string> = Object.create(null)
  for (const written of text.split(/\r?\n/)) {
    const [, name, value] = line.exec(written) ?? []
    if (name === undefined || value === undefined) return null
    facts[name] = unquoted(value)
  }
  return facts
}

/** A text that may end with facts, after an empty line where there is something before them. */
export function splitFacts(text: string, isFact: (name: string) => boolean): { text: string; facts: Facts } {
  const blocks = text.split(/\n{2,}/)
  const facts = readFactLines(blocks.at(-1) ?? '')
  if (facts === null || !Object.keys(facts).every(isFact)) return { text, facts: {} }
  return { text: text.slice(0, text.length - (blocks.at(-1)?.length ?? 0)).trimEnd(), facts }
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  try {
    const text: unknown = JSON.parse(value)
    return typeof text === 'string' ? text.toWellFormed() : value
  } catch {
    return value
  }
}

/** The names that `namesInLine` put into one line, and any others parted by semicolons. */
export function readNamesInLine(written: string): string[] {
  return [...written.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^;]+)(?:;|$)/g)]
    .map(([, name]) => unquoted((name ?? '').trim()))
    .filter((name) => name !== '')
}

/** Left out rather than wrong: `undefined` where the schema does not take the value. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const { data } = schema.safeParse(value)
  return data ?? undefined
}

export function quoteOfFacts(facts: Facts, parts: Collector): Omit<Partial<BundledQuote>, 'exact'> {
  return known({
    speakerKey: facts['speaker'] && parts.actor(facts['speaker'], facts['speaker_id']),
    speakerRole: facts['speaker_role'],
    onBehalfKey: facts['on_behalf_of'] && parts.actor(facts['on_behalf_of'], facts['on_behalf_of_id']),
    channel: checked(channelSchema, facts['channel']),
    citedOutlet: facts['cited_outlet'],
    saidOn: checked(partialDateSchema, facts['said_on']),
    saidPrecision: checked(saidPrecisionSchema, facts['said_precision']),
    saidWords: facts['said_words'],
    saidZone: facts['said_zone'],
    roundKey: facts['round'] && parts.round(facts['round'], facts['round_id']),
    utteranceKey: facts['utterance'],
  })
}

/** The words of a quote where our facts say that the text it came with has others by now. */
export function ownWords(facts: Facts): string | undefined {
  return facts['found'] === 'changed' ? facts['quote'] || undefined : undefined
}

const number = z.coerce.number()

/** @param key the key of its topic where the format has one; else the fact names it by its path */
export function linkOfFacts(facts: Facts, parts: Collector, key?: string): Omit<BundledLink, 'key'> {
  const pathOf = (path: string | undefined, own?: string) => path && parts.topic(path.split(' > '), own)
  return {
    topicKey: key ?? pathOf(facts['topic'], facts['topic_id']) ?? '',
    stance: checked(stanceSchema, facts['stance']) ?? 'neutral',
    ...known({
      condition: checked(linkDetailsSchema.shape.condition, facts['condition']),
      conditionTopicKey: pathOf(facts['condition_topic'], facts['condition_topic_id']),
      conditionActorKey:
        facts['condition_actor'] && parts.actor(facts['condition_actor'], facts['condition_actor_id']),
      byDate: checked(partialDateSchema, facts['by_date']),
      redLine: facts['red_line'] === 'yes' ? true : undefined,
      strength: checked(linkDetailsSchema.shape.strength, checked(number, facts['strength'])),
      confidence: checked(linkDetailsSchema.shape.confidence, checked(number, facts['confidence'])),
      coderKey: facts['coder'] && parts.coder(facts['coder'], facts['coder_id']),
    }),
  }
}

export function articleOfFacts(
  facts: Facts,
  parts: Collector,
): Omit<Partial<BundledArticle>, 'key' | 'source' | 'quotes'> {
  return known({
    // An earlier text has the id of its article too: it is put beside the current one, for the quotes that stand in it alone.
    id: ownId(checked(idSchema, facts['article'])).id,
    title: facts['title'],
    url: facts['url'],
    outlet: facts['outlet'],
    byline: facts['byline'],
    lang: checked(languageSchema, facts['lang']),
    publishedAt: checked(publicationTimeSchema, facts['published_at']),
    clippedAt: momentOf(facts['clipped_at']),
    status: checked(articleStatusSchema, facts['status']),
    roundKey: facts['round'] && parts.round(facts['round'], facts['round_id']),
  })
}

export function roundOfFacts(facts: Facts): Omit<BundledRound, 'key'> {
  return {
    name: facts['round'] ?? '',
    ...known({
      fromOn: checked(partialDateSchema, facts['from_on']),
      untilOn: checked(partialDateSchema, facts['until_on']),
      place: facts['place'],
      note: facts['round_note'],
    }),
  }
}

/** A moment as it is stored, from any writing of one that names a day; a year that cannot be is none. */
export function momentOf(written: string | number | undefined): string | undefined {
  if (written === undefined || written === '') return undefined
  const isBare = typeof written === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(written)
  const date = new Date(isBare ? `${written}Z` : written)
  const year = date.getUTCFullYear()
  return Number.isNaN(year) || year < 1000 || year > 9999 ? undefined : date.toISOString()
}

type Filled<T> = { [Name in keyof T]: Exclude<T[Name], '' | null> }

/** What is there of it; an empty text says as little as none. */
export function known<T extends object>(values: T): Filled<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Filled<T>
}
