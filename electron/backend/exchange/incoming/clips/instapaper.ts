import type { ImportSource, Reader } from '../reader.ts'
import { instapaperHtml } from './browser-html.ts'
import { readText, textOfHead, unreadable } from './chosen-file.ts'
import { oneOf } from './one-of.ts'
import { linksToBundle, type SavedLink } from './saved-links.ts'
import { columnsAtHead, readTable, type TableRow } from './table.ts'
import { namesIn, wordsOf } from './words.ts'

/** Folders of Instapaper's own, which say what became of an article. */
const ownFolders: { readonly [name: string]: Partial<SavedLink> } = {
  unread: { status: 'inbox' },
  archive: { status: 'done' },
  starred: { isFavourite: true },
}

/** The table that Instapaper exports: URL, Title, Selection, Folder, Timestamp, and Tags since 2024. */
const instapaperTable: Reader = {
  recognises: ({ isFolder, head }: ImportSource) =>
    !isFolder && isInstapaper(columnsAtHead(textOfHead(head))),
  async read({ path }, signal) {
    const table = readTable(await readText(path))
    if (!isInstapaper(table.columns)) throw unreadable('This is no list of articles from Instapaper.')
    return linksToBundle(table.rows.map(linkOf), signal)
  },
}

export const instapaper = oneOf(instapaperTable, instapaperHtml)

const isInstapaper = (columns: ReadonlySet<string>) =>
  ['url', 'title', 'selection', 'folder', 'timestamp'].every((name) => columns.has(name))

function linkOf(row: TableRow): SavedLink {
  const folder = row.get('Folder')
  const own = ownFolders[folder.toLowerCase()]
  const selection = wordsOf(row.get('Selection'))
  return {
    address: row.get('URL'),
    title: row.get('Title'),
    addedAt: row.get('Timestamp'),
    tags: tagsOf(row.get('Tags')),
    quotes: selection === undefined ? [] : [{ exact: selection }],
    ...(own ?? { folder: folder === '' ? [] : [folder] }),
  }
}

/** Tags stand in their cell as a JSON list. */
function tagsOf(written: string): string[] {
  try {
    const list: unknown = JSON.parse(written)
    return Array.isArray(list) ? list.map(String) : []
  } catch {
    return namesIn(written)
  }
}
