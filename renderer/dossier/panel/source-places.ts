import type { Editor } from '@tiptap/react'
import type { Bibliography } from '#shared/domain/citation.ts'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'

/**
 * Where an article is quoted next after what is selected, or else first; where it is only mentioned, its mentions. Null where
 * neither is in the text any more.
 */
export function nextPlace(
  { state: { doc, selection } }: Editor,
  { citations }: Bibliography,
  articleId: string,
): DossierPlace | null {
  const quotes = new Set(
    citations.filter((citation) => citation.articleId === articleId).map(({ quoteId }) => quoteId),
  )
  const places: DossierPlace[] = []
  doc.descendants(({ type, attrs, nodeSize }, from) => {
    const isQuote = type.name === 'quoteEmbed' && quotes.has(String(attrs['quoteId']))
    const isMention = quotes.size === 0 && type.name === 'mention' && attrs['id'] === articleId
    if (isQuote || isMention) places.push({ path: [], from, to: from + nodeSize })
  })
  const current = places.findIndex(({ from, to }) => from === selection.from && to === selection.to)
  return places[current + 1] ?? places[0] ?? null
}
