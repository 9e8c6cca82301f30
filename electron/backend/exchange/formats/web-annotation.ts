import { toCodePointRange } from '#shared/anchoring/selectors.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import { linkFacts, quoteFacts } from '../quote-facts.ts'
import type { Format } from './format.ts'
import { writeJsonList } from './json-list.ts'

/** What the model has no word for stands under our own prefix. */
const context = ['http://www.w3.org/ns/anno.jsonld', { memoire: 'https://aide-memoire.example/ns#' }]

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as JSON-LD: a page of annotations, one a quote.
 * Positions count code points, as the model says.
 */
export const webAnnotation: Format = {
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
    const head = { '@context': context, id: 'urn:aide-memoire:page:1', type: 'AnnotationPage', startIndex: 0 }
    output.write(`${JSON.stringify(head).slice(0, -1)},"items":`)
    writeJsonList(output, annotations())
    output.write('}\n')
    return { articles, quotes }
  },
}

function annotationOf(
  evidence: Evidence,
  { article }: ExportedArticle,
  { revision, text }: ExportedSource,
  quote: ExportedQuote,
): object {
  const { start, end } = quote.place
  const codePoints = toCodePointRange(text, quote.place)
  const tags = quote.links.map((link) => ({
    type: 'TextualBody',
    purpose: 'tagging',
    value: evidence.topic(link.topicId)?.path.join(' > ') ?? '',
    format: 'text/plain',
    ...prefixed(linkFacts(link, evidence)),
  }))
  const comment =
    quote.note === null
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', value: quote.note, format: 'text/markdown' }]
  const translations = quote.translations.map(({ lang, text: words, translator, authoritative }) => ({
    type: 'TextualBody',
    purpose: 'describing',
    value: words,
    language: lang,
    format: 'text/plain',
    ...prefixed({ translator: translator ?? '', authoritative: authoritative ? 'yes' : '' }),
  }))
  const body = [...tags, ...comment, ...translations]
  return {
    id: `urn:uuid:${quote.id}`,
    type: 'Annotation',
    motivation: quote.note === null ? 'highlighting' : 'commenting',
    created: quote.createdAt,
    modified: quote.updatedAt,
    ...(body.length > 0 ? { body } : {}),
    target: {
      source: article.url ?? `urn:uuid:${article.id}`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(end, end + 32),
        },
        { type: 'TextPositionSelector', start: codePoints.start, end: codePoints.end },
      ],
      state: { type: 'TimeState', sourceDate: revision.capturedAt },
    },
    ...prefixed({
      article: article.id,
      title: article.title,
      revision: revision.id,
      outcome: quote.anchor.outcome,
      ...quoteFacts(quote, evidence),
    }),
  }
}

function prefixed(facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [`memoire:${name}`, value]),
  )
}
