import { createContext, useContext } from 'react'
import type { Article } from '#shared/domain/article.ts'
import type { Quote } from '#shared/domain/quote.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'

/** What every card of one margin knows. */
export interface Margin {
  article: Article
  names: NotebookNames
  readOnly: boolean
  activate(id: string | null): void
  /** The card has opened the field it was asked to. */
  take(): void
  /** Gives the focus back to the text. */
  leave(): void
  /** Puts the focus on the card before or after another one; false where there is none. */
  step(from: string, by: 1 | -1 | 'first' | 'last'): boolean
  /** All quotes of the margin, in the order of the text. */
  quotes(): readonly Quote[]
}

export const CardContext = createContext<Margin | null>(null)

export function useMargin(): Margin {
  const margin = useContext(CardContext)
  if (margin === null) throw new Error('A card stands in a QuoteMargin.')
  return margin
}
