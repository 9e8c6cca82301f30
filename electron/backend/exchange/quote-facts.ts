import type { QuoteLink } from '#shared/domain/link.ts'
import type { Round } from '#shared/domain/round.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from './evidence.ts'
import { firstWords } from './first-words.ts'

/** What is known of a quote beyond its words, by the names that every format uses; what nobody filled in is left out. */
export function quoteFacts(quote: ExportedQuote, evidence: Evidence): Record<string, string> {
  return known({
    speaker: evidence.actor(quote.speakerId)?.name,
    speaker_role: quote.speakerRole,
    on_behalf_of: evidence.actor(quote.onBehalfId)?.name,
    channel: quote.channel,
    cited_outlet: quote.citedOutlet,
    said_on: quote.saidOn,
    said_precision: quote.saidPrecision,
    said_words: quote.saidWords,
    said_zone: quote.saidZone,
    round: evidence.round(quote.roundId)?.name,
    utterance: quote.utteranceId,
    page: quote.page === null ? null : String(quote.page),
  })
}

/** What is known of a link, the topic by its path. */
export function linkFacts(link: QuoteLink, evidence: Evidence): Record<string, string> {
  return known({
    topic: evidence.topic(link.topicId)?.path.join(' > '),
    stance: link.stance,
    condition: link.condition,
    condition_topic:
      link.conditionTopicId === null ? null : evidence.topic(link.conditionTopicId)?.path.join(' > '),
    condition_actor: evidence.actor(link.conditionActorId)?.name,
    by_date: link.byDate,
    red_line: link.redLine ? 'yes' : null,
    strength: link.strength === null ? null : String(link.strength),
    confidence: link.confidence === null ? null : String(link.confidence),
    coder: evidence.coder(link.coderId)?.name,
  })
}

/**
 * What a quote's names stand for, where a format has room for it: two may have the same name. And its own words, where the text
 * that it is exported with has changed them since.
 */
export function quoteIds({
  speakerId,
  onBehalfId,
  roundId,
  anchor,
  exact,
}: ExportedQuote): Record<string, string> {
  const isChanged = anchor.outcome === 'changed'
  return known({
    speaker_id: speakerId,
    on_behalf_of_id: onBehalfId,
    round_id: roundId,
    found: isChanged ? 'changed' : null,
    quote: isChanged ? exact : null,
  })
}

export function linkIds(link: QuoteLink): Record<string, string> {
  return known({
    link: link.id,
    topic_id: link.topicId,
    condition_topic_id: link.conditionTopicId,
    condition_actor_id: link.conditionActorId,
    coder_id: link.coderId,
  })
}

/** What is known of an article and of one of its texts, which is an `earlier` one where it is not the current. */
export function sourceFacts(
  { article, roundId }: ExportedArticle,
  { revision }: ExportedSource,
  evidence: Evidence,
): Record<string, string> {
  return known({
    article: article.id,
    revision: revision.id,
    revision_is: revision.id === article.currentRevisionId ? null : 'earlier',
    title: article.title,
    url: article.url,
    outlet: article.outlet,
    byline: article.byline,
    lang: article.lang,
    published_at: article.publishedAt,
    clipped_at: article.clippedAt,
    status: article.status,
    round: evidence.round(roundId)?.name,
    round_id: evidence.round(roundId)?.id,
  })
}

export function roundFacts({ id, name, fromOn, untilOn, place, note }: Round): Record<string, string> {
  return known({ round: name, round_id: id, from_on: fromOn, until_on: untilOn, place, round_note: note })
}

/**
 * Facts a line each, for formats that have no fields for them. A value that would not be read back as it is (line breaks, space
 * at its ends, a quotation mark at its beginning) is written as a JSON string.
 */
export function factLines(facts: Record<string, string>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${isPlain(value) ? value : JSON.stringify(value)}`)
    .join('\n')
}

function isPlain(value: string): boolean {
  return value === value.trim() && !/^"|[\p{Cc}\u2028\u2029]/u.test(value)
}

/** Names in one line, parted by semicolons; one that has such a sign itself is written as a JSON string. */
export function namesInLine(names: readonly string[]): string {
  return names.map((name) => (/[";]/.test(name) ? JSON.stringify(name) : name)).join('; ')
}

/** Of which language a translation is, by whom, and whether it is authoritative, in a few words. */
export function translationAbout({
  lang,
  translator,
  authoritative,
}: ExportedQuote['translations'][number]): string {
  return [lang, translator, authoritative ? 'authoritative' : null].filter((part) => part !== null).join(', ')
}

/** How a quote is named where it needs a short name. */
export function quoteName({ exact }: ExportedQuote): string {
  return firstWords(exact, 60)
}

function known(facts: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] != null && entry[1] !== ''),
  )
}
