import type { QuoteRow } from '#shared/domain/quote.ts'

/** The same words, once: the source that stands for them, and where else they were reported. */
export interface Utterance {
  quote: QuoteRow
  copies: readonly QuoteRow[]
}

/** Quotes as utterances, in the order of their first source. */
export function groupUtterances(quotes: readonly QuoteRow[]): Utterance[] {
  const groups = Map.groupBy(quotes, ({ id, utteranceId }) => utteranceId ?? id)
  return [...groups.values()].flatMap(([quote, ...copies]) =>
    quote === undefined ? [] : [{ quote, copies }],
  )
}
