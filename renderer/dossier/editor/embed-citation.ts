import type { Editor } from '@tiptap/core'
import type { QuoteCitation } from '#shared/domain/citation.ts'
import type { Evidence } from './evidence-source.ts'

/** How an export will cite an embedded quote. */
export interface ShownCitation {
  text: string
  /** The number of its note; null where it is cited in the text. */
  note: number | null
}

const byQuote = new WeakMap<readonly QuoteCitation[], Map<string, QuoteCitation[]>>()

/**
 * The citation of an embed. `nth` is asked only where its quote is embedded several times: which of those this one is, from 0.
 */
export function citationOf(
  { sources: { bibliography } }: Evidence,
  quoteId: string,
  nth: () => number,
): ShownCitation | undefined {
  if (bibliography === undefined) return undefined
  const { citations } = bibliography
  let known = byQuote.get(citations)
  if (known === undefined) {
    known = Map.groupBy(citations, (citation) => citation.quoteId)
    byQuote.set(citations, known)
  }
  const own = known.get(quoteId) ?? []
  const citation = own.length > 1 ? own[nth()] : own[0]
  if (citation === undefined) return undefined
  return { text: citation.runs.map(({ text }) => text).join(''), note: citation.note }
}

/** How many embeds of the same quote stand before a position. */
export function nthOfQuote({ state }: Editor, position: number | undefined, quoteId: string): number {
  let count = 0
  state.doc.descendants((node, at) => {
    if (node.type.name === 'quoteEmbed' && node.attrs['quoteId'] === quoteId && at < (position ?? 0)) count++
    return !node.isTextblock && at < (position ?? 0)
  })
  return count
}
