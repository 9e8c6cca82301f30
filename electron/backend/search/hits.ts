import type { SearchHit } from '#shared/domain/search.ts'
import { type DocumentKind, type PassageKind, passageKinds } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import { cutSnippet, type Snippet } from './cut-snippet.ts'
import type { Mark, MarkFinder } from './find-marks.ts'
import { type PassageContent, titlePart } from './index-passages.ts'
import { passagesContentOf } from './indexed-content.ts'
import { passagesOf } from './passages.ts'
import { rowIdRange } from './row-ids.ts'

/** What is shown of the rows of the index, in the order given; rows whose entity is gone are left out. */
export function toHits(db: Readable, rowids: readonly number[], finder: MarkFinder): SearchHit[] {
  const [firstPassage] = rowIdRange(passageKinds[0])
  const found = new Map([
    ...documentHits(
      db,
      rowids.filter((rowid) => rowid < firstPassage),
      finder,
    ),
    ...passageHits(
      db,
      rowids.filter((rowid) => rowid >= firstPassage),
      finder,
    ),
  ])
  return rowids.flatMap((rowid) => found.get(rowid) ?? [])
}

type DocumentRow = Omit<SearchHit, 'kind' | 'titleMarks' | 'snippet' | 'place'> & {
  rowid: number
  kind: DocumentKind
  text: string
}

function documentHits(db: Readable, rowids: number[], finder: MarkFinder): [number, SearchHit][] {
  if (rowids.length === 0) return []
  const rows = db.all<DocumentRow>(
    `SELECT d.rowid, d.kind, d.entity_id AS id, a.id AS articleId, q.id AS quoteId, a.title, a.outlet,
       a.published_at AS publishedAt, a.lang, s.name AS speaker,
       CASE d.kind WHEN 'article' THEN r.text WHEN 'quote' THEN q.exact || coalesce((
         SELECT char(10) || group_concat(t.text, char(10) ORDER BY t.id)
         FROM translation t WHERE t.quote_id = q.id AND t.deleted_at IS NULL), '') ELSE c.text END AS text
     FROM search_document d
     LEFT JOIN comment c ON d.kind = 'comment' AND c.id = d.entity_id
     LEFT JOIN quote q ON q.id = CASE d.kind WHEN 'quote' THEN d.entity_id ELSE c.quote_id END
     JOIN article a ON a.id = d.article_id
     LEFT JOIN revision r ON d.kind = 'article' AND r.id = a.current_revision_id
     LEFT JOIN actor s ON s.id = q.speaker_id AND s.deleted_at IS NULL
     WHERE d.rowid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rowids),
  )
  return rows.map(({ rowid, text, ...row }) => {
    const lang = row.kind === 'comment' ? '' : row.lang
    const { shown: _, ...snippet } = cutSnippet(text, finder.inText(text, lang))
    const titleMarks = row.kind === 'article' ? [...finder.inTitle(row.title, lang)] : []
    return [
      rowid,
      {
        ...row,
        titleMarks: titleMarks.map(({ start, end }) => [start, end]),
        snippet,
        place: null,
      },
    ]
  })
}

function passageHits(db: Readable, rowids: number[], finder: MarkFinder): [number, SearchHit][] {
  if (rowids.length === 0) return []
  const rows = db.all<{ rowid: number; kind: PassageKind; id: string; part: string }>(
    `SELECT rowid, kind, entity_id AS id, part FROM search_passage
     WHERE rowid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rowids),
  )
  return rows.flatMap(({ rowid, kind, id, part }): [number, SearchHit][] => {
    const content = passagesContentOf(db, kind, id)
    if (content === undefined) return []
    const { snippet, place } = passageSnippet(content, part, finder)
    const hit: SearchHit = {
      kind,
      id,
      articleId: null,
      quoteId: null,
      title: content.title,
      titleMarks: [...finder.inTitle(content.title, '')].map(({ start, end }) => [start, end]),
      outlet: null,
      publishedAt: null,
      lang: '',
      speaker: null,
      snippet,
      place: kind === 'dossier' ? place : null,
    }
    return [[rowid, hit]]
  })
}

/** As much of a text as is looked at where its title was found. */
const beginning = 2000

/** What the passage shows, and where the most telling of its marked words stands; the beginning of the text where it is the title. */
function passageSnippet(
  { text }: PassageContent,
  part: string,
  finder: MarkFinder,
): { snippet: Snippet; place: SearchHit['place'] } {
  const passage = part === titlePart ? undefined : passageOf(text, part)
  const marks = passage === undefined ? [] : finder.inText(passage.text, '')
  const { shown, ...snippet } = cutSnippet(passage?.text ?? text.slice(0, beginning), marks)
  const first = rarest(shown)
  return {
    snippet,
    place:
      passage && first
        ? { words: passage.text.slice(first.start, first.end), offset: passage.start + first.start }
        : null,
  }
}

/** The first mark of the term that is marked least often. */
function rarest(marks: readonly Mark[]): Mark | undefined {
  const often = (wanted: Mark) => marks.filter(({ term }) => term === wanted.term).length
  return marks.toSorted((one, other) => often(one) - often(other) || one.start - other.start)[0]
}

function passageOf(text: string, part: string) {
  for (const passage of passagesOf(text)) if (passage.part === part) return passage
  return undefined
}
