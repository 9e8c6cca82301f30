import type { NotebookNames } from '../../quotes/notebook-names.ts'
import type { PlacedQuote } from '../revisions/anchor-counts.ts'
import type { Highlight } from '../surface/highlight-segments.ts'
import { latestLink } from './latest-topic.ts'

/**
 * How quotes are to be highlighted: the line under a passage tells the stance by its form, and its colour the stance or
 * the topic, as is preferred. The classes are those of `article-text.module.css`.
 */
export function highlightsOf(
  quotes: readonly PlacedQuote[],
  colours: 'stance' | 'topic',
  names: Pick<NotebookNames, 'topic'>,
): Highlight[] {
  return quotes.map((quote) => {
    const link = latestLink(quote)
    const colour =
      colours === 'topic' && link !== undefined ? `topic-${(names.topic(link.topicId)?.colour ?? 9) + 1}` : ''
    return {
      id: quote.id,
      start: quote.anchor.start,
      end: quote.anchor.end,
      className: `stance-${link?.stance ?? 'none'} ${colour}`.trim(),
    }
  })
}
