import type { z } from 'zod'
import { diffWords } from '#shared/anchoring/diff-words.ts'
import type { revisionComparisonSchema } from '#shared/domain/article.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../store/connection.ts'
import { getRevisionText } from '../store/revisions.ts'

/** What changed in the words of an article from one revision to another. @throws AppError `other-article` */
export function compareRevisionTexts(
  db: Readable,
  oldRevisionId: string,
  newRevisionId: string,
): z.output<typeof revisionComparisonSchema> {
  const old = getRevisionText(db, oldRevisionId)
  const fresh = getRevisionText(db, newRevisionId)
  if (old.articleId !== fresh.articleId)
    throw new AppError('other-article', 'Only revisions of one article can be compared.')
  return { oldText: old.text, newText: fresh.text, parts: diffWords(old.text, fresh.text) }
}
