import { findArticleByUrl } from '../../../store/articles.ts'
import type { Readable } from '../../../store/connection.ts'
import { findArticleByOriginal, findArticleByText, sha256 } from '../../../store/revisions.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { standInWarning } from './article-here.ts'

/** What an article can be recognised by. */
export interface ArticleMarks {
  urlKey?: string | undefined
  /** Its whole text. */
  text?: string | undefined
  /** The SHA-256 of its original bytes. */
  originalSha256?: string | undefined
  /** Of one that neither has an address nor a text: what it is called. */
  title?: string | undefined
  byline?: string | undefined
}

/** Finds articles of the notebook and those that this import added, by address first, then bytes, then text. */
export interface ArticleFinder {
  find(marks: ArticleMarks): string | null
  add(id: string, marks: ArticleMarks): void
}

export function articleFinder(db: Readable): ArticleFinder {
  const added = new Map<string, string>()
  const find = ({ urlKey, originalSha256, text, title, byline }: ArticleMarks): string | null =>
    (urlKey === undefined ? null : findArticleByUrl(db, urlKey)) ??
    (originalSha256 === undefined ? null : findArticleByOriginal(db, originalSha256)) ??
    (text === undefined || text.trim() === '' ? null : findArticleByText(db, text)) ??
    (title === undefined || urlKey !== undefined ? null : standInCalled(db, title, byline))
  return {
    find: (marks) =>
      keysOf(marks).reduce<string | null>((known, key) => known ?? added.get(key) ?? null, null) ??
      find(marks),
    add(id, marks) {
      for (const key of keysOf(marks)) if (!added.has(key)) added.set(key, id)
    },
  }
}

function keysOf({ urlKey, originalSha256, text, title, byline }: ArticleMarks): string[] {
  return [
    ...(urlKey === undefined ? [] : [`url ${urlKey}`]),
    ...(originalSha256 === undefined ? [] : [`bytes ${originalSha256}`]),
    ...(text === undefined || text.trim() === '' ? [] : [`text ${sha256(text)}`]),
    ...(title === undefined || urlKey !== undefined
      ? []
      : [`title ${foldText(title)} ${foldText(byline ?? '')}`]),
  ]
}

function standInCalled(db: Readable, title: string, byline: string | undefined): string | null {
  const rows = db.all<{ id: string; byline: string | null }>(
    `SELECT a.id, a.byline FROM article a JOIN revision r ON r.id = a.current_revision_id
     WHERE a.sort_title = ? AND a.deleted_at IS NULL AND a.url IS NULL AND instr(r.warnings, ?) > 0`,
    foldText(title),
    standInWarning.code,
  )
  return rows.find((row) => foldText(row.byline ?? '') === foldText(byline ?? ''))?.id ?? null
}
