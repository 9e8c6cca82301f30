import { stripTags } from '../../../capture/strip-tags.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { readText, textOfHead, unreadable } from './chosen-file.ts'
import { linksToBundle, type SavedLink, type SavedQuote } from './saved-links.ts'
import { columnsAtHead, readTable, type TableRow } from './table.ts'
import { momentOf } from './times.ts'
import { fact, namesIn, noteOf, plainToMarkdown, wordsOf } from './words.ts'

/** The table that Raindrop exports. Its list in HTML is one of bookmarks like any other. */
export const raindrop: Reader = {
  recognises: ({ isFolder, head }: ImportSource) => !isFolder && isRaindrop(columnsAtHead(textOfHead(head))),
  async read({ path }, signal) {
    const table = readTable(await readText(path))
    if (!isRaindrop(table.columns)) throw unreadable('This is no list of bookmarks from Raindrop.')
    return linksToBundle(table.rows.map(linkOf), signal)
  },
}

const isRaindrop = (columns: ReadonlySet<string>) =>
  ['url', 'folder', 'created'].every((name) => columns.has(name)) &&
  ['excerpt', 'highlights', 'favorite'].some((name) => columns.has(name))

function linkOf(row: TableRow): SavedLink {
  const folder = row.get('folder')
  return {
    address: row.get('url'),
    title: row.get('title'),
    // Notes are written in Markdown there too.
    note: wordsOf(row.get('note')),
    // It is cut out of the page with its entities as they are.
    excerpt: wordsOf(stripTags(row.get('excerpt'))),
    tags: namesIn(row.get('tags')),
    folder: folder === '' || folder === 'Unsorted' ? [] : folder.split(/\s*\/\s*/),
    addedAt: row.get('created'),
    isFavourite: row.get('favorite') === 'true',
    quotes: highlightsIn(row.get('highlights')),
  }
}

/** One cell holds all of them, each after `Highlight:`, with its colour and what was noted on it in lines of their own. */
function highlightsIn(written: string): SavedQuote[] {
  return written.split(/(?:^|\n)\s*Highlight:/).flatMap((part) => {
    const [words, ...facts] = part.split(/\n\s*(Colou?r|Note|Created|Tags):/i)
    const exact = wordsOf(words)
    if (exact === undefined) return []
    const factNamed = (name: RegExp) =>
      wordsOf(facts.filter((_, index) => index % 2 === 1 && name.test(facts[index - 1] ?? '')).join('\n'))
    return [
      {
        exact,
        note: noteOf(plainToMarkdown(factNamed(/^note/i)), fact('Colour', factNamed(/^colou?r/i))),
        tags: namesIn(factNamed(/^tags/i) ?? ''),
        createdAt: momentOf(factNamed(/^created/i)),
      },
    ]
  })
}
