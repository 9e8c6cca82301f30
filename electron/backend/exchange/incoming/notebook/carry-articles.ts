import { sha256 } from '../../../store/revisions.ts'
import { articleHere, createArticleHere } from '../merging/article-here.ts'
import { carryQuotes } from './carry-quotes.ts'
import { addMissingRevisions, carryRevisions } from './carry-revisions.ts'
import { type Carrying, idsOf, type SourceRow } from './carrying.ts'

/** Articles with their revisions and quotes, in the order they were clipped. */
export function carryArticles(carrying: Carrying, onArticle: (done: number, total: number) => void): void {
  const { from } = carrying
  const ids = from.all<{ id: string }>(
    'SELECT id FROM article WHERE deleted_at IS NULL ORDER BY clipped_at, id',
  )
  ids.forEach(({ id }, index) => {
    for (const row of carrying.rows('article', 'AND id = ?', id)) carryArticle(carrying, row)
    onArticle(index + 1, ids.length)
  })
}

function carryArticle(carrying: Carrying, row: SourceRow): void {
  const { merger } = carrying
  const title = String(row['title'])
  const current = carrying.from.get<{ text: string }>(
    'SELECT text FROM revision WHERE id = ?',
    String(row['current_revision_id']),
  )
  const taken = carrying.carry(row, {
    table: 'article',
    kind: 'article',
    name: title,
    names: ['round_id'],
    instead: { story_id: null },
    twins: (own) => [
      ...idsOf(
        merger,
        'SELECT id FROM article WHERE url_key = @url_key AND deleted_at IS NULL ORDER BY clipped_at',
        own,
      ),
      ...(current === undefined || current.text.trim() === ''
        ? []
        : idsOf(
            merger,
            `SELECT a.id FROM revision r JOIN article a ON a.current_revision_id = r.id AND a.deleted_at IS NULL
             WHERE r.text_sha256 = @text ORDER BY a.clipped_at`,
            { text: sha256(current.text) },
          )),
    ],
  })
  if (taken === null) return
  if (taken.isNew) {
    merger.tally.article(taken.id, title)
    carryRevisions(carrying, row.id, taken.id)
  } else addMissingRevisions(carrying, row.id, taken.id, title)
  const here = taken.isNew
    ? createArticleHere({
        id: taken.id,
        isNew: true,
        revisionId: String(row['current_revision_id']),
        text: current?.text ?? '',
        isStandIn: false,
      })
    : articleHere(merger.db, taken.id)
  carryQuotes(carrying, row.id, here)
}
