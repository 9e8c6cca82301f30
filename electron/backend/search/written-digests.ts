import type { Readable } from '../store/connection.ts'
import { hashToken, TokenDigestTable } from './token-digest.ts'

/** What the index holds for the rows of one stretch of row ids. */
export interface WrittenStretch {
  readonly from: number
  /** Not included; the next stretch begins here. */
  readonly to: number
  readonly digests: TokenDigestTable
}

const columns = ['title', 'title_stems', 'words', 'stems']
const reportEvery = 200_000

/**
 * Sums up the terms of the index row by row. They come ordered by term, so every row grows until the last of them is read:
 * kept are as many rows as fit into `pagesAtMost`, 4096 rows and 32 KB each; what is beyond them is another stretch, for which
 * the terms are read again. Four million rows are one stretch.
 */
export function* writtenStretches(
  db: Readable,
  onProgress: (tokens: number) => void = () => {},
  pagesAtMost = 1024,
): Generator<WrittenStretch> {
  db.addView('search_term', "fts5vocab('main', 'search_index', 'instance')")
  for (let from = Number.MIN_SAFE_INTEGER; from < Number.POSITIVE_INFINITY; ) {
    const stretch = sumUp(db, from, pagesAtMost, onProgress)
    yield stretch
    from = stretch.to
  }
}

function sumUp(
  db: Readable,
  from: number,
  pagesAtMost: number,
  onProgress: (tokens: number) => void,
): WrittenStretch {
  const digests = new TokenDigestTable()
  let to = Number.POSITIVE_INFINITY
  let done = 0
  let latest = { term: '', hash: hashToken('') }
  const tokens = db.iterate<{ term: string; doc: number; col: string; offset: number }>(
    'SELECT term, doc, col, offset FROM temp.search_term',
  )
  for (const { term, doc, col, offset } of tokens) {
    done += 1
    if (done % reportEvery === 0) onProgress(done)
    if (doc < from || doc >= to) continue
    if (term !== latest.term) latest = { term, hash: hashToken(term) }
    digests.add(doc, columns.indexOf(col), offset, latest.hash)
    if (digests.size > pagesAtMost) to = digests.dropLastPage()
  }
  return { from, to, digests }
}

/** About how many tokens there are: a word and its stem for each word of an article, and for six characters of a quote. */
export function countTokens(db: Readable): number {
  const row = db.get<{ n: number }>(
    `SELECT 2 * ((SELECT coalesce(sum(word_count), 0) FROM article)
       + (SELECT coalesce(avg(length(exact)) / 6, 0) FROM (SELECT exact FROM quote LIMIT 1000))
       * (SELECT quote_count FROM notebook)) AS n`,
  )
  return Math.max(1, row?.n ?? 0)
}
