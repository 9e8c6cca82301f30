import type { Node } from 'prosemirror-model'
import type { CitedInDossier } from '#shared/domain/citation.ts'

/** What a dossier cites, in its order: embedded quotes with the footnotes before each, and the articles that it mentions. */
export function citedIn(document: Node): CitedInDossier {
  const quotes: CitedInDossier['quotes'] = []
  const articles = new Set<string>()
  let notes = 0
  document.descendants(({ type, attrs }) => {
    if (type.name === 'footnote') notes++
    if (type.name === 'quoteEmbed') quotes.push({ id: String(attrs['quoteId']), notes })
    if (type.name === 'mention' && attrs['kind'] === 'article') articles.add(String(attrs['id']))
  })
  return { quotes, articles: [...articles] }
}
