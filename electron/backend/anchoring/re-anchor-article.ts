import { reanchor, type Verdict } from '#shared/anchoring/re-anchor.ts'
import { describeRange, type Selectors } from '#shared/anchoring/selectors.ts'
import type { QuoteAnchor } from '#shared/domain/quote.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { anchorsOfQuote, quotesOfArticle, setAnchor } from '../store/quotes.ts'
import { chainTo, getRevisionText } from '../store/revisions.ts'

export type AnchorCounts = Record<QuoteAnchor['outcome'], number>

/**
 * Finds every live quote of an article in one of its revisions and stores where it went. Each is looked for from the
 * latest revision before it that still had it, where the user may have put it by hand, or else from one beside those; `same` and `moved` are said of its own
 * words only, as they were marked.
 */
export function reanchorArticle(db: Writable, articleId: string, revisionId: string): AnchorCounts {
  const counts: AnchorCounts = { same: 0, moved: 0, changed: 0, lost: 0 }
  const newText = getRevisionText(db, revisionId).text
  const before = chainTo(db, revisionId).slice(0, -1)
  const quotes = quotesOfArticle(db, articleId).map((quote) => ({
    quote,
    base: baseOf(db, quote.id, revisionId, before),
  }))
  for (const baseRevision of new Set(quotes.map(({ base }) => base?.revisionId))) {
    if (baseRevision === undefined) continue
    const oldText = getRevisionText(db, baseRevision).text
    const group = quotes.filter(({ base }) => base?.revisionId === baseRevision)
    const selectors = group.map(({ base }) => describeRange(oldText, base?.start ?? 0, base?.end ?? 0))
    const verdicts = reanchor(oldText, newText, selectors)
    group.forEach(({ quote }, index) => {
      const anchor = toAnchor(verdicts[index], revisionId, newText, quote.exact)
      counts[anchor.outcome] += 1
      setAnchor(db, quote.id, anchor)
    })
  }
  return counts
}

/** Where one passage of `oldText` stands in another revision. */
export function anchorInRevision(
  oldText: string,
  revisionId: string,
  newText: string,
  selectors: Selectors,
): QuoteAnchor {
  const [verdict] = reanchor(oldText, newText, [selectors])
  return toAnchor(verdict, revisionId, newText, selectors.exact)
}

/** @param before the revisions that led to `exceptRevision`, oldest first */
function baseOf(
  db: Readable,
  quoteId: string,
  exceptRevision: string,
  before: readonly string[],
): QuoteAnchor | undefined {
  const anchors = anchorsOfQuote(db, quoteId).filter(
    ({ outcome, revisionId }) => outcome !== 'lost' && revisionId !== exceptRevision,
  )
  const byRevision = new Map(anchors.map((anchor) => [anchor.revisionId, anchor]))
  const latest = before.findLast((revisionId) => byRevision.has(revisionId))
  return latest === undefined ? anchors.at(-1) : byRevision.get(latest)
}

function toAnchor(
  verdict: Verdict | undefined,
  revisionId: string,
  text: string,
  markedWords: string,
): QuoteAnchor {
  const found = verdict?.anchor
  if (verdict === undefined || found === undefined) {
    return { revisionId, outcome: 'lost', how: 'none', start: null, end: null, score: 0 }
  }
  const { start, end, how, score } = found
  const sameWords = text.slice(start, end) === markedWords
  const outcome =
    sameWords && verdict.outcome === 'changed' ? 'moved' : sameWords ? verdict.outcome : 'changed'
  return { revisionId, outcome, how, start, end, score }
}
