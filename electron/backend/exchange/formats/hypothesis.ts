import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import { factLines, quoteFacts } from '../quote-facts.ts'
import type { Format } from './format.ts'
import { writeJsonList } from './json-list.ts'

/**
 * The export of Hypothesis's client: `annotations` as its API gives them (https://h.readthedocs.io/en/latest/api-reference/).
 * Its positions are UTF-16 units of the page's text; ours are of the kept text, so the words decide.
 */
export const hypothesis: Format = {
  kind: 'file',
  write(evidence, output) {
    let articles = 0
    let quotes = 0
    function* annotations() {
      for (const article of evidence.articles()) {
        articles++
        for (const source of article.sources) {
          for (const quote of source.quotes) {
            quotes++
            yield annotationOf(evidence, article, source, quote)
          }
        }
      }
    }
    output.write(
      '{"export_date":null,"export_userid":"acct:analyst@aide-memoire","client_version":"Aide-Mémoire","annotations":',
    )
    writeJsonList(output, annotations())
    output.write('}\n')
    return { articles, quotes }
  },
}

function annotationOf(
  evidence: Evidence,
  { article }: ExportedArticle,
  { text }: ExportedSource,
  quote: ExportedQuote,
): object {
  const { start, end } = quote.place
  const uri = article.url ?? `urn:uuid:${article.id}`
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
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(end, end + 32),
          },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    ],
  }
}
