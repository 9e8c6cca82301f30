import { findArticleByUrl } from '../store/articles.ts'
import type { Readable } from '../store/connection.ts'
import { normalizeUrl } from './normalize-url.ts'

/** The live article of the first of these addresses that is in the notebook, however each is written. */
export function findKnownArticle(
  db: Readable,
  addresses: readonly (string | null | undefined)[],
): string | null {
  for (const address of addresses) {
    const key = address == null ? undefined : normalizeUrl(address)
    const articleId = key === undefined ? null : findArticleByUrl(db, key)
    if (articleId !== null) return articleId
  }
  return null
}
