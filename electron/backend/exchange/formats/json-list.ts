import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import type { Output } from '../output.ts'
import type { Written } from './format.ts'

/** Writes a list of JSON values one by one, a line each, so that it need not be in memory. */
export function writeJsonList(output: Output, values: Iterable<unknown>): void {
  let isFirst = true
  output.write('[')
  for (const value of values) {
    output.write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(value)}`)
    isFirst = false
  }
  output.write('\n]')
}

/** Writes a list with one value a quote, in the order of the articles. */
export function writeQuoteList(
  evidence: Evidence,
  output: Output,
  itemOf: (quote: ExportedQuote, source: ExportedSource, article: ExportedArticle) => object,
): Written {
  const written: Written = { articles: 0, quotes: 0 }
  function* values() {
    for (const article of evidence.articles()) {
      written.articles++
      for (const source of article.sources) {
        for (const quote of source.quotes) {
          written.quotes++
          yield itemOf(quote, source, article)
        }
      }
    }
  }
  writeJsonList(output, values())
  return written
}
