import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { Readable } from '../store/connection.ts'
import { forgetChoices } from './choose-statements.ts'
import { mergeColumns, sortedByDay } from './columns.ts'
import { statementRows } from './statement-rows.ts'
import { columnsOf, renewLiving, renewParties, type Statements } from './statements.ts'

/** Reading so large a part of the statements one by one takes longer than reading all of them in order. */
const fewestOfAll = 3

/**
 * Brings the statements up to date with what was committed: only what the changes touched is read.
 *
 * @returns false where it is better, or necessary, to load them anew; they may not be used then
 */
export function followChanges(
  db: Readable,
  statements: Statements,
  touched: ChangeEvent['entities'],
): boolean {
  // A change outside the history (a restore, an emptied trash) names nothing, and may have renumbered every row.
  if (Object.keys(touched).length === 0) return false
  const links = linksTouched(db, touched)
  const { columns } = statements
  if (links.length > 10_000 && links.length * fewestOfAll > columns.link.length) return false
  if (links.length > 0) {
    const isTouched = new Uint8Array((links.at(-1) ?? 0) + 1)
    for (const link of links) isTouched[link] = 1
    const removed = new Uint8Array(columns.link.length)
    for (let at = 0; at < removed.length; at++) {
      const link = columns.link[at] ?? 0
      if (link < isTouched.length && isTouched[link] === 1) removed[at] = 1
    }
    const fresh = sortedByDay(columnsOf(statements, [...statementRows(db, links)]))
    statements.columns = mergeColumns(columns, removed, fresh)
  }
  if (touched.actor || touched.membership) renewParties(db, statements)
  renewLiving(db, statements)
  forgetChoices(statements)
  return true
}

/** The links, live or not, whose statement may be another one now. */
function linksTouched(
  db: Readable,
  { link = [], quote = [], article = [] }: ChangeEvent['entities'],
): number[] {
  if (link.length + quote.length + article.length === 0) return []
  return db
    .all<{ link: number }>(
      `SELECT l.rowid AS link FROM link l WHERE l.id IN (SELECT value FROM json_each(@link))
       UNION SELECT l.rowid FROM link l WHERE l.quote_id IN (SELECT value FROM json_each(@quote))
       UNION SELECT l.rowid FROM json_each(@article) j CROSS JOIN quote q ON q.article_id = j.value
         CROSS JOIN link l ON l.quote_id = q.id
       ORDER BY 1`,
      { link: JSON.stringify(link), quote: JSON.stringify(quote), article: JSON.stringify(article) },
    )
    .map((row) => row.link)
}
