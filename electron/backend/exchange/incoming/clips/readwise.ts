import type { Bundle, BundledArticle } from '../bundle.ts'
import { emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { readText, textOfHead, unreadable } from './chosen-file.ts'
import { quotesOf, type SavedQuote } from './saved-links.ts'
import { columnsAtHead, readTable, type TableRow } from './table.ts'
import { momentOf } from './times.ts'
import { createTopicList } from './topic-list.ts'
import { fact, lineOf, namesIn, noteOf, plainToMarkdown, webAddress, wordsOf } from './words.ts'

interface Book {
  article: BundledArticle
  highlights: SavedQuote[]
  tags: Set<string>
  amazonId: string
}

/** The table of highlights that Readwise exports: a highlight a row, books and articles by their title and author. */
export const readwise: Reader = {
  recognises: ({ isFolder, head }: ImportSource) => !isFolder && isReadwise(columnsAtHead(textOfHead(head))),
  async read({ path }, signal) {
    const table = readTable(await readText(path))
    if (!isReadwise(table.columns)) throw unreadable('This is no list of highlights from Readwise.')
    return toBundle(table.rows, signal)
  },
}

const isReadwise = (columns: ReadonlySet<string>) => columns.has('highlight') && columns.has('booktitle')

function toBundle(rows: readonly TableRow[], signal?: AbortSignal): Bundle {
  const bundle = emptyBundle()
  const books = new Map<string, Book>()
  for (const row of rows) {
    signal?.throwIfAborted()
    const book = bookOf(row, books)
    for (const tag of namesIn(row.get('Document tags'))) book.tags.add(tag)
    const highlight = highlightOf(row)
    if (highlight !== undefined) book.highlights.push(highlight)
    else if (row.get('Note') !== '')
      bundle.leftOut.push({ kind: 'note without a highlight', name: row.get('Note').slice(0, 80) })
  }
  const topics = createTopicList()
  bundle.articles = [...books.values()].map(({ article, highlights, tags, amazonId }) => ({
    ...article,
    note: noteOf(fact('Tags', [...tags]), fact('Amazon', amazonId)),
    quotes: quotesOf(article.key, highlights, topics),
  }))
  bundle.topics = topics.topics
  return bundle
}

function bookOf(row: TableRow, books: Map<string, Book>): Book {
  const title = lineOf(row.get('Book Title'))
  const byline = lineOf(row.get('Book Author'), 500)
  const url = webAddress(row.get('Source URL', 'URL'))
  const key = JSON.stringify([title ?? null, byline ?? null])
  const known = books.get(key)
  if (known !== undefined) return known
  const book: Book = {
    article: { key, title, byline, url, source: { kind: 'none' }, quotes: [] },
    highlights: [],
    tags: new Set(),
    amazonId: row.get('Amazon Book ID'),
  }
  books.set(key, book)
  return book
}

function highlightOf(row: TableRow): SavedQuote | undefined {
  const exact = wordsOf(row.get('Highlight'))
  if (exact === undefined) return undefined
  const place = [row.get('Location Type'), row.get('Location')].filter((part) => part !== '' && part !== '0')
  return {
    exact,
    note: noteOf(
      plainToMarkdown(wordsOf(row.get('Note'))),
      fact('Location', row.get('Location') === '' ? undefined : place.join(' ')),
      fact('Colour', row.get('Color', 'Colour')),
    ),
    tags: namesIn(row.get('Tags')),
    createdAt: momentOf(row.get('Highlighted at')),
  }
}
