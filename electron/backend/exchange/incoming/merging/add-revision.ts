import { v7 as uuidv7 } from 'uuid'
import { wordCount } from '#shared/document/word-count.ts'
import { reanchorArticle } from '../../../anchoring/re-anchor-article.ts'
import { keepAssets } from '../../../store/assets.ts'
import { setCurrentRevision } from '../../../store/articles.ts'
import { insertRevision } from '../../../store/revisions.ts'
import type { ExtractedFile } from '../../../capture/extract-file.ts'
import { assetsOf, newRevision } from '../../../capture/new-revision.ts'
import { type ArticleHere, standInWarning } from './article-here.ts'
import { type ExactText, exactText, keptText } from './exact-text.ts'
import type { Merger } from './merger.ts'

/** A revision of these very words. */
export function addTextRevision(
  { write }: Merger,
  articleId: string,
  { text, lang, isStandIn, exact }: { text: string; lang: string; isStandIn: boolean; exact?: ExactText },
  id: string = uuidv7(),
): string {
  if (write === null) return id
  const content = exact ?? exactText(text)
  insertRevision(write, {
    id,
    articleId,
    originalKind: 'text',
    original: Buffer.from(content.text, 'utf8'),
    document: content.document,
    text: content.text,
    lang,
    wordCount: wordCount(content.text),
    warnings: isStandIn ? [standInWarning] : [],
  })
  return id
}

/** The revision of a file that was taken apart, as it would be captured alone. */
export function addFileRevision(
  { write }: Merger,
  articleId: string,
  capture: { extracted: ExtractedFile; original: Uint8Array },
): string {
  const revision = newRevision(capture, articleId)
  if (write === null) return revision.id
  insertRevision(write, revision)
  keepAssets(write, revision.id, assetsOf(capture.extracted))
  return revision.id
}

/** Makes a longer text of excerpts the one that is read; what stood in the shorter one stands where it stood. */
export function extendStandIn(
  merger: Merger,
  article: ArticleHere,
  more: readonly string[],
  lang: string,
): void {
  const text = [article.text ?? '', ...more.map(keptText)].filter((part) => part !== '').join('\n')
  const revisionId = addTextRevision(merger, article.id, { text, lang, isStandIn: true })
  if (merger.write !== null) {
    setCurrentRevision(merger.write, article.id, {
      id: revisionId,
      wordCount: wordCount(text),
      modifiedAt: null,
    })
    reanchorArticle(merger.write, article.id, revisionId)
  }
  article.text = text
  article.revisionId = revisionId
}
