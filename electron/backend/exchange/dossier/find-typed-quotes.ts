import { type FoldedText, foldText } from '#shared/anchoring/fold.ts'
import type { TypedQuote } from '#shared/domain/dossier-check.ts'
import { tokenize } from '#shared/search/tokenize.ts'
import { rowIdRange } from '../../search/row-ids.ts'
import { isStopWord } from '../../search/stop-words.ts'
import type { Readable } from '../../store/connection.ts'
import { createRevisionTexts, type RevisionTexts } from './revision-texts.ts'
import type { TypedPassage } from './typed-passages.ts'

type Found = Omit<TypedQuote, 'place' | 'text'>

/** Fewer words between quotation marks are more often a term or a title than somebody's words. */
const fewestWords = 3
/** The index is asked for so many words in a row; the passage as a whole is compared with what it answers. */
const wordsAskedFor = 12
const candidatesAtMost = 20

/**
 * The passages that stand word for word in the notebook: in a quote where there is one, or else in an article's current text.
 * Typesetting may differ, and the mark at the end.
 */
export function findTypedQuotes(db: Readable, passages: readonly TypedPassage[]): TypedQuote[] {
  const texts = createRevisionTexts(db)
  const known = new Map<string, Found | null>()
  return passages.flatMap(({ place, text }) => {
    const words = withoutEndMark(text)
    const { folded } = foldText(words)
    const found = known.get(folded) ?? findOne(db, words, folded, texts)
    known.set(folded, found)
    return found === null ? [] : [{ place, text, ...found }]
  })
}

function withoutEndMark(text: string): string {
  return text.trim().replace(/[\s.,;:!?…]+$/u, '')
}

function findOne(db: Readable, words: string, folded: string, texts: RevisionTexts): Found | null {
  const phrase = phraseOf(words)
  if (phrase === null) return null
  const quote = candidates(db, 'quote', phrase, quoteSql)
    .map((row) => ({ row, place: placeIn(texts.get(row.revisionId) ?? '', folded, row) }))
    .find(({ place }) => place !== null)
  const best =
    quote ??
    candidates(db, 'article', phrase, articleSql)
      .map((row) => ({ row, place: placeIn(texts.get(row.revisionId) ?? '', folded) }))
      .find(({ place }) => place !== null)
  if (!best?.place) return null
  const { articleId, articleTitle, revisionId, quoteId } = best.row
  return { articleId, articleTitle, revisionId, quoteId, ...best.place }
}

/** As the index has the words; null for what is too short or too common to be looked for. */
function phraseOf(words: string): string | null {
  const tokens = tokenize(words).map(({ word }) => word)
  if (tokens.length < fewestWords || tokens.every((word) => isStopWord(word))) return null
  const first = Math.min(
    tokens.findIndex((word) => !isStopWord(word)),
    Math.max(0, tokens.length - wordsAskedFor),
  )
  return `words : "${tokens.slice(first, first + wordsAskedFor).join(' ')}"`
}

interface Candidate {
  articleId: string
  articleTitle: string
  revisionId: string
  quoteId: string | null
  start?: number
  end?: number
}

/**
 * The shortest quotes first: what holds the fewest other words is what was meant. Each as the current revision has it, and before
 * the next as it was marked.
 */
const quoteSql = `
  SELECT q.id AS quoteId, a.id AS articleId, a.title AS articleTitle, n.revision_id AS revisionId,
    n.start_offset AS start, n.end_offset AS end
  FROM search_document d
  JOIN quote q ON q.id = d.entity_id AND q.deleted_at IS NULL
  JOIN article a ON a.id = q.article_id
  JOIN anchor n ON n.quote_id = q.id AND n.start_offset IS NOT NULL AND n.deleted_at IS NULL
    AND n.revision_id IN (a.current_revision_id, q.revision_id)
  WHERE d.rowid IN (SELECT value FROM json_each(?))
  ORDER BY length(q.exact), q.id, n.revision_id = a.current_revision_id DESC`

/** The earliest published first: where the words were before the others had them. */
const articleSql = `
  SELECT NULL AS quoteId, a.id AS articleId, a.title AS articleTitle, a.current_revision_id AS revisionId
  FROM search_document d
  JOIN article a ON a.id = d.entity_id AND a.deleted_at IS NULL
  WHERE d.rowid IN (SELECT value FROM json_each(?))
  ORDER BY a.published_sort = '', a.published_sort, a.id`

function candidates(db: Readable, kind: 'quote' | 'article', phrase: string, sql: string): Candidate[] {
  const [first, last] = rowIdRange(kind)
  const rows = db.all<{ rowid: number }>(
    'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?',
    phrase,
    first,
    last,
    candidatesAtMost,
  )
  if (rows.length === 0) return []
  return db.all<Candidate>(sql, JSON.stringify(rows.map(({ rowid }) => rowid)))
}

/** Where the folded words stand in the text, or in a part of it; null where they do not. */
function placeIn(
  text: string,
  folded: string,
  part: { start?: number; end?: number } = {},
): { start: number; end: number } | null {
  const begin = part.start ?? 0
  const source: FoldedText = foldText(text.slice(begin, part.end))
  const at = source.folded.indexOf(folded)
  if (at === -1) return null
  const start = source.offsets[at] ?? 0
  const last = source.offsets[at + folded.length - 1] ?? 0
  let next = at + folded.length
  while (source.offsets[next] === last) next++
  const slice = text.slice(begin + last, begin + (source.offsets[next] ?? last + 1))
  return { start: begin + start, end: begin + last + slice.trimEnd().length }
}
