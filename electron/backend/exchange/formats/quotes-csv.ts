import { toCodePointRange } from '#shared/anchoring/selectors.ts'
import { byteOrderMark, csvRow } from '#shared/util/csv.ts'
import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import { linkFacts, quoteFacts, translationAbout } from '../quote-facts.ts'
import type { Format } from './format.ts'
import { tellLeftOut } from './tell-left-out.ts'

const ofArticle = ['article_id', 'title', 'outlet', 'byline', 'url', 'published_at', 'clipped_at', 'lang']
const ofQuote = [
  'quote_id',
  'quote',
  'speaker',
  'speaker_role',
  'on_behalf_of',
  'channel',
  'cited_outlet',
  'said_on',
  'said_precision',
  'said_words',
  'said_zone',
  'round',
  'utterance',
  'page',
]
const ofLink = [
  'topic',
  'stance',
  'condition',
  'condition_topic',
  'condition_actor',
  'by_date',
  'red_line',
  'strength',
  'confidence',
  'coder',
]
const ofPlace = ['revision_id', 'start', 'end', 'found', 'comment', 'translation']

/**
 * A table of coded statements: a row a quote and link, one for a quote without links. Positions are code points of the
 * revision's text, end exclusive.
 */
export const quotesCsv: Format = {
  kind: 'file',
  write(evidence, output, losses) {
    let articles = 0
    let quotes = 0
    output.write(byteOrderMark + csvRow([...ofArticle, ...ofQuote, ...ofLink, ...ofPlace]))
    for (const article of evidence.articles()) {
      articles++
      tellLeftOut(losses, article, { articles: false, notes: false, comments: true, translations: true })
      for (const source of article.sources) {
        for (const quote of source.quotes) {
          quotes++
          for (const row of rowsOf(evidence, article, source, quote)) output.write(csvRow(row))
        }
      }
    }
    return { articles, quotes }
  },
}

function rowsOf(
  evidence: Evidence,
  { article }: ExportedArticle,
  { revision, text }: ExportedSource,
  quote: ExportedQuote,
): (string | number | null | undefined)[][] {
  const facts: Record<string, string> = {
    ...quoteFacts(quote, evidence),
    quote_id: quote.id,
    quote: quote.exact,
  }
  const place = toCodePointRange(text, quote.place)
  const start = [
    article.id,
    article.title,
    article.outlet,
    article.byline,
    article.url,
    article.publishedAt,
    article.clippedAt,
    article.lang,
    ...ofQuote.map((name) => facts[name]),
  ]
  const end = [
    revision.id,
    place.start,
    place.end,
    quote.anchor.outcome,
    quote.note,
    quote.translations.map(translationLine).join('\n') || null,
  ]
  const links = quote.links.map((link) => linkFacts(link, evidence))
  return (links.length > 0 ? links : [{} as Record<string, string>]).map((link) => [
    ...start,
    ...ofLink.map((name) => link[name]),
    ...end,
  ])
}

function translationLine(translation: ExportedQuote['translations'][number]): string {
  return `[${translationAbout(translation)}] ${translation.text}`
}
