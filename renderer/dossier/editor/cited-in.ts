import type { Node } from '@tiptap/pm/model'
import type { CitedInDossier } from '#shared/domain/citation.ts'

/** What one block cites: its quotes with the footnotes before each in the block, its footnotes, the articles it mentions. */
interface CitedInBlock {
  quotes: readonly { id: string; notes: number }[]
  notes: number
  articles: readonly string[]
}

/** A block that was not touched is the same object and not looked through again. */
const looked = new WeakMap<Node, CitedInBlock>()

/** What a document cites, in its order. */
export function citedIn(document: Node): CitedInDossier {
  const quotes: CitedInDossier['quotes'] = []
  const articles = new Set<string>()
  let notes = 0
  document.forEach((block) => {
    const found = looked.get(block) ?? look(block)
    for (const quote of found.quotes) quotes.push({ id: quote.id, notes: notes + quote.notes })
    for (const article of found.articles) articles.add(article)
    notes += found.notes
  })
  return { quotes, articles: [...articles] }
}

function look(block: Node): CitedInBlock {
  const quotes: { id: string; notes: number }[] = []
  const articles: string[] = []
  let notes = 0
  const visit = ({ type, attrs }: Node) => {
    if (type.name === 'footnote') notes++
    if (type.name === 'quoteEmbed') quotes.push({ id: String(attrs['quoteId']), notes })
    if (type.name === 'mention' && attrs['kind'] === 'article') articles.push(String(attrs['id']))
  }
  visit(block)
  block.descendants(visit)
  const found = { quotes, notes, articles }
  looked.set(block, found)
  return found
}

/** The same for a style that counts no footnotes. */
export function withoutNotes({ quotes, articles }: CitedInDossier): CitedInDossier {
  return { quotes: quotes.map(({ id }) => ({ id, notes: 0 })), articles }
}

/** Whether two states cite the same in the same order. */
export function citesSame(one: CitedInDossier, other: CitedInDossier): boolean {
  return (
    one.quotes.length === other.quotes.length &&
    one.articles.length === other.articles.length &&
    one.quotes.every((quote, index) => {
      const its = other.quotes[index]
      return quote.id === its?.id && quote.notes === its.notes
    }) &&
    one.articles.every((article, index) => article === other.articles[index])
  )
}
