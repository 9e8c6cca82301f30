import { v7 as uuidv7 } from 'uuid'
import type { Article, Revision } from '#shared/domain/article.ts'
import type { ClipResult } from '#shared/domain/capture.ts'
import { reanchorArticle } from '../anchoring/re-anchor-article.ts'
import { getArticle, insertArticle, setCurrentRevision } from '../store/articles.ts'
import { keepAssets } from '../store/assets.ts'
import type { Readable, Writable } from '../store/connection.ts'
import {
  findArticleByOriginal,
  findArticleByText,
  getRevisionContent,
  insertRevision,
  sha256,
} from '../store/revisions.ts'
import { placeInStory } from '../stories/place-in-story.ts'
import type { ExtractedFile } from './extract-file.ts'
import { findKnownArticle } from './find-known-article.ts'
import { isHeadlineChanged, type JudgedCapture, judgeEdit } from './judge-edit.ts'
import { assetsOf, isHeadline, judgedCapture, newRevision } from './new-revision.ts'
import { normalizeUrl } from './normalize-url.ts'

export interface Capture {
  extracted: ExtractedFile
  /** The bytes as they came, which stay with the revision as evidence. */
  original: Uint8Array
  /** The address as it was clipped, where there is one. */
  url: string | null
}

interface Duplicate {
  articleId: string
  by: NonNullable<ClipResult['duplicateBy']>
}

/**
 * Stores what was captured, inside the caller's transaction: as a new article, or, where the same address or the same
 * text is in the notebook, as `onDuplicate` says. `ask` writes nothing and answers which article it is; `revise` adds a
 * revision and says where each quote went, or that nothing changed.
 */
export function storeCapture(
  db: Writable,
  capture: Capture,
  onDuplicate: 'ask' | 'revise' | 'separate',
): ClipResult {
  const duplicate = findDuplicate(db, capture)
  if (duplicate === null || onDuplicate === 'separate') return storeNewArticle(db, capture, duplicate)
  const article = getArticle(db, duplicate.articleId)
  const existing = {
    articleId: article.id,
    revisionId: article.currentRevisionId,
    title: article.title,
    wordCount: article.wordCount,
    lang: article.lang,
    duplicateOf: article.id,
    duplicateBy: duplicate.by,
    warnings: capture.extracted.warnings.map((warning) => ({ ...warning })),
    quotes: null,
  }
  if (onDuplicate === 'ask') return { ...existing, outcome: 'duplicate' }
  const before = judgedBefore(db, article)
  const after = judgedCapture(capture.extracted)
  if (before.text === after.text && !isHeadlineChanged(before.title, after.title)) {
    return { ...existing, outcome: 'unchanged' }
  }
  const canSaySo = [before.kind, capture.extracted.kind].every((kind) => saysWhenModified.has(kind))
  const edit = canSaySo ? judgeEdit(before, after) : null
  const revision = { ...newRevision(capture, article.id), edit }
  insertRevision(db, revision)
  keepAssets(db, revision.id, assetsOf(capture.extracted))
  setCurrentRevision(db, article.id, {
    id: revision.id,
    wordCount: revision.wordCount,
    modifiedAt: after.modifiedAt,
    isSilent: edit === 'silent',
  })
  placeInStory(db, article.id, revision.id)
  const quotes = reanchorArticle(db, article.id, revision.id)
  return { ...existing, outcome: 'revised', revisionId: revision.id, wordCount: revision.wordCount, quotes }
}

/** The answer for a file whose very bytes are in a live article, as `ask` would give it; null where there is none. */
export function captureOfBytes(db: Readable, original: Uint8Array): ClipResult | null {
  const id = findArticleByOriginal(db, sha256(original))
  if (id === null) return null
  const { title, wordCount, lang, currentRevisionId } = getArticle(db, id)
  const facts = { articleId: id, revisionId: currentRevisionId, title, wordCount, lang }
  return { ...facts, outcome: 'duplicate', duplicateOf: id, duplicateBy: 'text', warnings: [], quotes: null }
}

/** The live article this is a second clipping of, if there is one: the same address first, then the same text. */
function findDuplicate(db: Readable, { extracted, url }: Capture): Duplicate | null {
  const known = findKnownArticle(db, [extracted.canonicalUrl, url])
  if (known !== null) return { articleId: known, by: 'url' }
  const articleId = extracted.text.trim() === '' ? null : findArticleByText(db, extracted.text)
  return articleId === null ? null : { articleId, by: 'text' }
}

function storeNewArticle(db: Writable, capture: Capture, duplicate: Duplicate | null): ClipResult {
  const { extracted, url } = capture
  const id = uuidv7()
  const revision = newRevision(capture, id)
  const address = extracted.canonicalUrl ?? url
  insertArticle(db, id, {
    title: extracted.title,
    outlet: extracted.outlet,
    byline: extracted.byline,
    lang: extracted.lang,
    url: address,
    urlKey: address === null ? null : (normalizeUrl(address) ?? null),
    publishedAt: extracted.publishedAt?.value ?? null,
    modifiedAt: extracted.modifiedAt?.value ?? null,
    wordCount: extracted.wordCount,
    currentRevisionId: revision.id,
    provenance: { ...extracted.provenance },
  })
  insertRevision(db, revision)
  keepAssets(db, revision.id, assetsOf(capture.extracted))
  placeInStory(db, id, revision.id)
  return {
    outcome: 'created',
    articleId: id,
    revisionId: revision.id,
    title: extracted.title,
    wordCount: extracted.wordCount,
    lang: extracted.lang,
    duplicateOf: duplicate?.articleId ?? null,
    duplicateBy: duplicate?.by ?? null,
    warnings: extracted.warnings.map((warning) => ({ ...warning })),
    quotes: null,
  }
}

/** Captures of a page tell what its source says of itself; in a text or a document nobody can look for that. */
const saysWhenModified = new Set(['html', 'mhtml'])

/** The current revision; what it does not know of itself, because it is older than that knowledge, the article may know. */
function judgedBefore(
  db: Readable,
  article: Article,
): JudgedCapture & { capturedAt: string; kind: Revision['originalKind'] } {
  const { text, title, modifiedAt, capturedAt, originalKind } = getRevisionContent(
    db,
    article.currentRevisionId,
  )
  return {
    text,
    title: title ?? (isHeadline(article.provenance['title']) ? article.title : null),
    modifiedAt: modifiedAt ?? article.modifiedAt,
    capturedAt,
    kind: originalKind,
  }
}
