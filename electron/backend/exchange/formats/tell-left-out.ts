import type { QuoteLink } from '#shared/domain/link.ts'
import type { ExportedArticle } from '../evidence.ts'
import { firstWords } from '../first-words.ts'
import type { Losses } from '../losses.ts'
import { quoteName } from '../quote-facts.ts'

/** What a format has a place for, beside the quotes themselves. */
export interface Carried {
  /** Articles of which nothing was marked. */
  articles: boolean
  /** Notes on articles. */
  notes: boolean
  /** Comments on quotes. */
  comments: boolean
  translations: boolean
}

/** Tells what of an article a format of quotes alone leaves behind. */
export function tellLeftOut(losses: Losses, { article, note, sources }: ExportedArticle, has: Carried): void {
  const quotes = sources.flatMap((source) => source.quotes)
  if (!has.articles && quotes.length === 0 && (note === null || !has.notes))
    losses.add('article-without-quotes', article.title)
  if (!has.notes && note !== null) losses.add('note-left-out', article.title)
  for (const quote of quotes) {
    if (!has.comments && quote.note !== null) losses.add('comment-left-out', quoteName(quote))
    if (!has.translations)
      for (const { text } of quote.translations) losses.add('translation-left-out', firstWords(text, 60))
  }
}

/** Whether more is known of a link than its topic, its stance and its coder. */
export function isQualified(link: QuoteLink): boolean {
  const { condition, conditionTopicId, conditionActorId, byDate, redLine, strength, confidence } = link
  const known = [condition, conditionTopicId, conditionActorId, byDate, strength, confidence]
  return redLine || known.some((value) => value !== null)
}
