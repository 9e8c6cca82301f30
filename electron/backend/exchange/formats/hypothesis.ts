import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import { factLines, quoteFacts } from '../quote-facts.ts'
import type { Format } from './format.ts'
import { writeQuoteList } from './json-list.ts'
import { sourceAddress, textQuoteSelector } from './text-quote.ts'

/**
 * The export of Hypothesis's client: `annotations` as its API gives them (https://h.readthedocs.io/en/latest/api-reference/).
 * Its positions are UTF-16 units of the page's text; ours are of the kept text, so the words decide.
 */
export const hypothesis: Format = {
  kind: 'file',
  write(evidence, output) {
    output.write(
      '{"export_date":null,"export_userid":"acct:analyst@aide-memoire","client_version":"Aide-Mémoire","annotations":',
    )
    const written = writeQuoteList(evidence, output, (quote, source, article) =>
      annotationOf(evidence, article, source, quote),
    )
    output.write('}\n')
    return written
  },
}

function annotationOf(
  evidence: Evidence,
  { article }: ExportedArticle,
  source: ExportedSource,
  quote: ExportedQuote,
): object {
  const { start, end } = quote.place
  const uri = sourceAddress(article)
  const facts = factLines(quoteFacts(quote, evidence))
  return {
    id: quote.id,
    created: quote.createdAt,
    updated: quote.updatedAt,
    user: 'acct:analyst@aide-memoire',
    uri,
    text: [quote.note ?? '', facts].filter((part) => part !== '').join('\n\n'),
    tags: quote.links.flatMap((link) => {
      const topic = evidence.topic(link.topicId)
      return topic === undefined ? [] : [`${topic.path.join(' > ')}: ${link.stance}`]
    }),
    document: { title: [article.title] },
    target: [
      {
        source: uri,
        selector: [textQuoteSelector(quote, source), { type: 'TextPositionSelector', start, end }],
      },
    ],
  }
}
