import type { Evidence, ExportedArticle, ExportedQuote, ExportedSource } from '../evidence.ts'
import type { Losses } from '../losses.ts'
import { factLines, quoteFacts, quoteName } from '../quote-facts.ts'
import type { Format, Written } from './format.ts'
import { writeJsonList } from './json-list.ts'
import { isQualified, tellLeftOut } from './tell-left-out.ts'
import { sourceAddress, textQuoteSelector } from './text-quote.ts'

const user = 'acct:analyst@aide-memoire'

/**
 * The export of Hypothesis's client: `annotations` as its API gives them (https://h.readthedocs.io/en/latest/api-reference/), a
 * page note for the note on an article. Its positions are UTF-16 units of the page's text; ours are of the kept text, so the words
 * decide.
 */
export const hypothesis: Format = {
  kind: 'file',
  write(evidence, output, losses) {
    const written: Written = { articles: 0, quotes: 0 }
    output.write(`{"export_userid":"${user}","client_version":"Aide-Mémoire","annotations":`)
    let latest: string | null = null
    function* annotations() {
      for (const annotation of annotationsOf(evidence, written, losses)) {
        if (latest === null || annotation.updated > latest) latest = annotation.updated
        yield annotation
      }
    }
    writeJsonList(output, annotations())
    // Of the file's latest annotation, so that one notebook always gives the same bytes.
    output.write(`,"export_date":${JSON.stringify(latest)}}\n`)
    return written
  },
}

type Annotation = Record<string, unknown> & { updated: string }

function* annotationsOf(evidence: Evidence, written: Written, losses: Losses): Generator<Annotation> {
  for (const exported of evidence.articles()) {
    const { article, note, sources } = exported
    written.articles++
    tellLeftOut(losses, exported, { articles: false, notes: true, comments: true, translations: false })
    if (note !== null) yield pageNoteOf(exported, note)
    for (const source of sources) {
      for (const quote of source.quotes) {
        written.quotes++
        if (source.revision.id !== article.currentRevisionId)
          losses.add('quote-of-older-revision', quoteName(quote))
        for (const link of quote.links)
          if (isQualified(link) || link.coderId !== null)
            losses.add('link-details-left-out', quoteName(quote))
        yield annotationOf(evidence, exported, source, quote)
      }
    }
  }
}

/** What every annotation has, with what its client asks for: only its user may see it until it is shared there. */
function commonOf({ article }: ExportedArticle, id: string, created: string, updated: string): Annotation {
  return {
    id,
    created,
    updated,
    user,
    group: '__world__',
    permissions: { read: [user], update: [user], delete: [user] },
    hidden: false,
    flagged: false,
    links: {},
    uri: sourceAddress(article),
    document: { title: [article.title] },
  }
}

function pageNoteOf(exported: ExportedArticle, note: string): Annotation {
  const { id, clippedAt, updatedAt } = exported.article
  return {
    ...commonOf(exported, id, clippedAt, updatedAt),
    text: note,
    tags: [],
    target: [{ source: sourceAddress(exported.article) }],
  }
}

function annotationOf(
  evidence: Evidence,
  exported: ExportedArticle,
  source: ExportedSource,
  quote: ExportedQuote,
): Annotation {
  const { start, end } = quote.place
  const facts = factLines(quoteFacts(quote, evidence))
  return {
    ...commonOf(exported, quote.id, quote.createdAt, quote.updatedAt),
    text: [quote.note ?? '', facts].filter((part) => part !== '').join('\n\n'),
    tags: quote.links.flatMap((link) => {
      const topic = evidence.topic(link.topicId)
      return topic === undefined ? [] : [`${topic.path.join(' > ')}: ${link.stance}`]
    }),
    target: [
      {
        source: sourceAddress(exported.article),
        selector: [{ type: 'TextPositionSelector', start, end }, textQuoteSelector(quote, source)],
      },
    ],
  }
}
