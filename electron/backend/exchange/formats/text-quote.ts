import { describeRange } from '#shared/anchoring/selectors.ts'
import type { ExportedQuote, ExportedSource } from '../evidence.ts'

/** A quote as the web's annotations point to it by its words. */
export function textQuoteSelector({ place }: ExportedQuote, { text }: ExportedSource) {
  const { exact, prefix, suffix } = describeRange(text, place.start, place.end)
  return { type: 'TextQuoteSelector', exact, prefix, suffix }
}

/** The address of an article, or a name for one that has none. */
export function sourceAddress({ url, id }: { url: string | null; id: string }): string {
  return url ?? `urn:uuid:${id}`
}
