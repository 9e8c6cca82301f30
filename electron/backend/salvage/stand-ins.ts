import { v7 as uuidv7 } from 'uuid'
import { describeRange } from '#shared/anchoring/selectors.ts'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { anchorInRevision } from '../anchoring/re-anchor-article.ts'
import { insertArticle } from '../store/articles.ts'
import type { SqlValue, Writable } from '../store/connection.ts'
import { setAnchor } from '../store/quotes.ts'
import { getRevisionText, insertRevision } from '../store/revisions.ts'
import { insertRow, newRow } from '../store/rows.ts'
import type { Leftovers } from './leftovers-file.ts'

const lostText = 'The text of this article could not be read any more.'
const warning = {
  code: 'text-lost',
  message: 'The text of this article was lost. What stands here are the passages that were marked in it.',
}

/**
 * Makes up for rows that others refer to and that are lost, under the ids they had: an article for its revisions and
 * quotes, a text for its quotes, a name for an actor or a topic. Returns how many it made.
 */
export function addStandIns(db: Writable): number {
  forgetLost(db)
  return addActorsAndTopics(db) + addArticles(db) + addRevisions(db)
}

/**
 * Draws texts anew, a paragraph a line, whose document is damaged: it does not fit the schema, or says something else than
 * the text that quotes are counted in. Returns how many.
 */
export function mendDocuments(db: Writable): number {
  const ids = db.all<{ id: string }>('SELECT id FROM revision').map((row) => row.id)
  let mended = 0
  for (const id of ids) {
    const row = db.get<{ text: string; document: string }>(
      'SELECT text, document FROM revision WHERE id = ?',
      id,
    )
    if (row === undefined || isDocumentOf(row.text, row.document)) continue
    db.run('UPDATE revision SET document = ? WHERE id = ?', JSON.stringify(documentOf(row.text)), id)
    mended++
  }
  return mended
}

function isDocumentOf(text: string, document: string): boolean {
  try {
    return documentText(parseArticleDocument(JSON.parse(document))) === text
  } catch {
    return false
  }
}

/** Gives every quote a place in the text that is read now. */
export function anchorAgain(db: Writable): void {
  db.run(
    `DELETE FROM anchor WHERE quote_id NOT IN (SELECT id FROM quote) OR revision_id NOT IN (SELECT id FROM revision)`,
  )
  const homeless = db.all<{ id: string; revision: string; current: string; start: number; end: number }>(
    `SELECT q.id, q.revision_id AS revision, a.current_revision_id AS current, q.start_offset AS start,
       q.end_offset AS end
     FROM quote q JOIN article a ON a.id = q.article_id
     WHERE NOT EXISTS (SELECT 1 FROM anchor n WHERE n.quote_id = q.id AND n.revision_id = a.current_revision_id)`,
  )
  for (const { id, revision, current, start, end } of homeless) {
    const { text } = getRevisionText(db, revision)
    const selectors = describeRange(text, start, end)
    const anchor =
      revision === current
        ? { revisionId: current, outcome: 'same' as const, how: 'marked' as const, start, end, score: 1 }
        : anchorInRevision(text, current, getRevisionText(db, current).text, selectors)
    setAnchor(db, id, anchor)
  }
}

/** Takes out rows whose references lead nowhere, and writes them to the leftovers. */
export function removeDangling(db: Writable, leftovers: Leftovers): void {
  let removed = 1
  while (removed > 0) {
    removed = 0
    for (const { table, column, parent, key } of references(db)) {
      const where = `${column} IS NOT NULL AND ${column} NOT IN (SELECT ${key} FROM ${parent})`
      for (const row of db.all<Record<string, SqlValue>>(`SELECT * FROM ${table} WHERE ${where}`)) {
        leftovers.add(table, row, `what it belongs to is lost: ${parent}`)
      }
      removed += db.run(`DELETE FROM ${table} WHERE ${where}`).changes
    }
  }
}

function references(db: Writable): Array<{ table: string; column: string; parent: string; key: string }> {
  return db.all(
    `SELECT m.name AS "table", f."from" AS "column", f."table" AS parent, f."to" AS key
     FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  )
}

/** What a row may name and goes on without, where that is lost; a row never goes because of it. */
function forgetLost(db: Writable): void {
  for (const { table, column, parent, key } of references(db)) {
    const isOptional = /^(round_id|story_id|on_behalf_id|utterance_id|condition_(topic|actor)_id)$/.test(
      column,
    )
    if (isOptional)
      db.run(`UPDATE ${table} SET ${column} = NULL WHERE ${column} NOT IN (SELECT ${key} FROM ${parent})`)
  }
}

function addActorsAndTopics(db: Writable): number {
  db.run('UPDATE topic SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM topic)')
  db.run('UPDATE actor SET member_of_id = NULL WHERE member_of_id NOT IN (SELECT id FROM actor)')
  const actors = missing(db, 'actor', 'SELECT speaker_id AS id FROM quote')
  const common = { aliases: '[]', description: '' }
  actors.forEach((id, index) => {
    insertRow(db, 'actor', { ...newRow(), id, name: `Lost name ${index + 1}`, kind: 'person', ...common })
  })
  const topics = missing(
    db,
    'topic',
    'SELECT topic_id AS id FROM link WHERE quote_id IN (SELECT id FROM quote)',
  )
  topics.forEach((id, index) => {
    const place = { status: 'open', colour: index % 10, position: index }
    insertRow(db, 'topic', { ...newRow(), id, name: `Lost topic ${index + 1}`, ...place, ...common })
  })
  const coders = hasCoders(db) ? missing(db, 'coder', 'SELECT coder_id AS id FROM link') : []
  coders.forEach((id, index) => {
    insertRow(db, 'coder', { ...newRow(), id, name: `Lost coder ${index + 1}` })
  })
  return actors.length + topics.length + coders.length
}

/** A notebook from before there were coders is salvaged as what it is, and migrated afterwards. */
function hasCoders(db: Writable): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE name = 'coder'") !== undefined
}

function addArticles(db: Writable): number {
  const ids = missing(
    db,
    'article',
    `SELECT article_id AS id FROM revision UNION SELECT article_id FROM quote UNION
     SELECT article_id FROM comment WHERE quote_id IS NULL`,
  )
  for (const id of ids) {
    const latest = db.get<{ id: string; text: string; lang: string; word_count: number }>(
      'SELECT id, text, lang, word_count FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
      id,
    )
    const quoted = db.get<{ id: string }>(
      'SELECT revision_id AS id FROM quote WHERE article_id = ? ORDER BY created_at DESC LIMIT 1',
      id,
    )
    const title = latest?.text.trimStart().split('\n')[0]?.slice(0, 200).toWellFormed().trim()
    insertArticle(db, id, {
      title: title || 'An article whose title was lost',
      outlet: null,
      byline: null,
      lang: latest?.lang ?? 'und',
      url: null,
      urlKey: null,
      publishedAt: null,
      modifiedAt: null,
      wordCount: latest?.word_count ?? 0,
      currentRevisionId: latest?.id ?? quoted?.id ?? uuidv7(),
      provenance: { title: 'salvaged' },
    })
  }
  return ids.length
}

/** A text of the passages that were marked in the lost one, a paragraph each, so that no quote is without its words. */
function addRevisions(db: Writable): number {
  db.run(
    `UPDATE article SET current_revision_id =
       (SELECT r.id FROM revision r WHERE r.article_id = article.id ORDER BY r.number DESC LIMIT 1)
     WHERE current_revision_id NOT IN (SELECT id FROM revision) AND id IN (SELECT article_id FROM revision)`,
  )
  // Where the one before is lost, a revision follows the last that is left: none may drop out of its article's list.
  db.run(
    `UPDATE revision SET previous_id =
       (SELECT r.id FROM revision r WHERE r.article_id = revision.article_id AND r.number < revision.number
        ORDER BY r.number DESC LIMIT 1)
     WHERE previous_id NOT IN (SELECT id FROM revision)`,
  )
  const lost = db.all<{ id: string; articleId: string; lang: string }>(
    `SELECT DISTINCT q.revision_id AS id, a.id AS articleId, a.lang FROM quote q JOIN article a ON a.id = q.article_id
       WHERE q.revision_id NOT IN (SELECT id FROM revision)
     UNION SELECT current_revision_id, id, lang FROM article
       WHERE current_revision_id NOT IN (SELECT id FROM revision)`,
  )
  for (const { id, articleId, lang } of lost) {
    const quotes = db.all<{ id: string; exact: string }>(
      'SELECT id, exact FROM quote WHERE revision_id = ? ORDER BY start_offset, end_offset DESC',
      id,
    )
    const text = quotes.map((quote) => quote.exact).join('\n') || lostText
    insertRevision(db, {
      id,
      articleId,
      originalKind: 'text',
      original: Buffer.from(text),
      document: documentOf(text),
      text,
      lang,
      wordCount: text.split(/\s+/).length,
      warnings: [warning],
    })
    let start = 0
    for (const quote of quotes) {
      const end = start + quote.exact.length
      const { prefix, suffix } = describeRange(text, start, end)
      db.run(
        'UPDATE quote SET start_offset = ?, end_offset = ?, prefix = ?, suffix = ? WHERE id = ?',
        start,
        end,
        prefix,
        suffix,
        quote.id,
      )
      const marked = { outcome: 'same', how: 'marked', start, end, score: 1 } as const
      setAnchor(db, quote.id, { revisionId: id, ...marked })
      start = end + 1
    }
  }
  return lost.length
}

function documentOf(text: string): object {
  return { type: 'doc', content: text.split('\n').map(paragraph) }
}

function paragraph(text: string): object {
  return { type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }
}

function missing(db: Writable, table: string, references: string): string[] {
  return db
    .all<{ id: string }>(
      `SELECT DISTINCT id FROM (${references}) WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM ${table})`,
    )
    .map((row) => row.id)
}
