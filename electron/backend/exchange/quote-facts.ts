import type { QuoteLink } from '#shared/domain/link.ts'
import type { Evidence, ExportedQuote } from './evidence.ts'
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

/** Facts a line each, for formats that have no fields for them. */
export function factLines(facts: Record<string, string>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value.replaceAll(/\s*\n\s*/g, ' ')}`)
    .join('\n')
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
