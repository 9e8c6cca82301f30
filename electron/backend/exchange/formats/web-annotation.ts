import { toCodePointRange } from '#shared/anchoring/selectors.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import { ownParts } from '../own-parts.ts'
import { linkFacts, linkIds, quoteFacts, quoteIds, sourceFacts } from '../quote-facts.ts'
import type { Format, Written } from './format.ts'
import { writeJsonList } from './json-list.ts'
import { sourceAddress, textQuoteSelector } from './text-quote.ts'

/** What the model has no word for stands under our own prefix; lists of ours are JSON, which means nothing else. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    memoire: 'https://aide-memoire.example/ns#',
    'memoire:parts': { '@type': '@json' },
    'memoire:articles': { '@type': '@json' },
  },
]

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as JSON-LD: a page of annotations, one a quote and one a
 * note on an article.
 * Positions count code points, as the model says. Beside them the page has what a notebook can be made of again: topics, actors,
 * coders and rounds, and the articles with their texts.
 */
export const webAnnotation: Format = {
  kind: 'file',
  write(evidence, output) {
    const head = { '@context': context, id: 'urn:aide-memoire:page:1', type: 'AnnotationPage', startIndex: 0 }
    output.write(`${JSON.stringify(head).slice(0, -1)},"memoire:parts":`)
    writeJsonList(output, ownParts(evidence))
    output.write(',"memoire:articles":')
    writeJsonList(output, textsOf(evidence))
    output.write(',"items":')
    const written: Written = { articles: 0, quotes: 0 }
    writeJsonList(output, annotationsOf(evidence, written))
    output.write('}\n')
    return written
  },
}

function* annotationsOf(evidence: Evidence, written: Written): Generator<object> {
  for (const exported of evidence.articles()) {
    written.articles++
    if (exported.note !== null) yield noteOf(exported, exported.note)
    for (const source of exported.sources)
      for (const quote of source.quotes) {
        written.quotes++
        yield annotationOf(evidence, exported, source, quote)
      }
  }
}

/** For others; we read it from the list of articles. */
function noteOf({ article }: ExportedArticle, note: string): object {
  return {
    id: `urn:uuid:${article.id}`,
    type: 'Annotation',
    motivation: 'commenting',
    modified: article.updatedAt,
    body: { type: 'TextualBody', value: note, format: 'text/markdown' },
    target: sourceAddress(article),
    ...prefixed({ note_on: article.id, title: article.title, revision: article.currentRevisionId }),
  }
}

/** Every text with the facts of its article, by which an annotation's `memoire:revision` finds it. */
function* textsOf(evidence: Evidence): Generator<object> {
  for (const exported of evidence.articles())
    for (const source of exported.sources) {
      const isCurrent = source.revision.id === exported.article.currentRevisionId
      const note = isCurrent && exported.note !== null ? { note: exported.note } : {}
      yield { ...sourceFacts(exported, source, evidence), ...note, text: source.text }
    }
}

function annotationOf(
  evidence: Evidence,
  { article }: ExportedArticle,
  source: ExportedSource,
  quote: ExportedQuote,
): object {
  const codePoints = toCodePointRange(source.text, quote.place)
  const tags = quote.links.map((link) => ({
    type: 'TextualBody',
    purpose: 'tagging',
    value: evidence.topic(link.topicId)?.path.join(' > ') ?? '',
    format: 'text/plain',
    ...creatorOf(evidence.coder(link.coderId)?.name),
    ...prefixed({ ...linkFacts(link, evidence), ...linkIds(link) }),
  }))
  const comment =
    quote.note === null
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', value: quote.note, format: 'text/markdown' }]
  const translations = quote.translations.map(({ id, lang, text: words, translator, authoritative }) => ({
    type: 'TextualBody',
    purpose: 'describing',
    value: words,
    language: lang,
    format: 'text/plain',
    ...prefixed({ translation: id, translator: translator ?? '', authoritative: authoritative ? 'yes' : '' }),
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
      source: sourceAddress(article),
      selector: [
        textQuoteSelector(quote, source),
        { type: 'TextPositionSelector', start: codePoints.start, end: codePoints.end },
      ],
      state: { type: 'TimeState', sourceDate: source.revision.capturedAt },
    },
    ...prefixed({
      article: article.id,
      title: article.title,
      revision: source.revision.id,
      outcome: quote.anchor.outcome,
      ...quoteFacts(quote, evidence),
      ...quoteIds(quote),
    }),
  }
}

function creatorOf(name: string | undefined): object {
  return name === undefined ? {} : { creator: { type: 'Person', name } }
}

function prefixed(facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [`memoire:${name}`, value]),
  )
}
