import { z } from 'zod'
import type { ImportSource, Reader } from '../reader.ts'
import { pocketHtml } from './browser-html.ts'
import { parseJson, readText, textOf, textOfHead, unreadable } from './chosen-file.ts'
import { type FileTree, isZip, namesInZip, openTree } from './file-tree.ts'
import { namesInFolder } from './names-in-folder.ts'
import { oneOf } from './one-of.ts'
import { linksToBundle, type SavedLink } from './saved-links.ts'
import { columnsAtHead, readTable, type TableRow } from './table.ts'
import { momentOf } from './times.ts'
import { namesIn, plainToMarkdown, wordsOf } from './words.ts'

const part = /(?:^|\/)part_\d+\.csv$/
const annotations = /(?:^|\/)annotations\/[^/]+\.json$/
const annotationsSchema = z.array(
  z.object({
    url: z.string(),
    title: z.string().nullish(),
    highlights: z.array(
      z.object({
        quote: z.string(),
        note: z.string().nullish(),
        created_at: z.union([z.number(), z.string()]).nullish(),
      }),
    ),
  }),
)

/** Pocket's last export: lists in CSV (`part_000000.csv`) and highlights in JSON, packed, unpacked, or one list alone. */
const pocketLists: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) => {
    if (isFolder) return namesInFolder(path).some((name) => part.test(name))
    return isPocket(columnsAtHead(textOfHead(head))) || namesInZip(path, head).some((name) => part.test(name))
  },
  async read(source, signal) {
    if (source.isFolder || isZip(source.head))
      return linksToBundle(await linksIn(await openTree(source.path, source.isFolder), signal), signal)
    return linksToBundle(linksOf(await readText(source.path)), signal)
  },
}

/** Everything that Pocket exported. */
export const pocket = oneOf(pocketLists, pocketHtml)

const isPocket = (columns: ReadonlySet<string>) =>
  ['url', 'timeadded', 'tags', 'status'].every((name) => columns.has(name))

async function linksIn(tree: FileTree, signal?: AbortSignal): Promise<SavedLink[]> {
  const links: SavedLink[] = []
  for (const path of tree.files) {
    signal?.throwIfAborted()
    if (part.test(path)) links.push(...linksOf(textOf(await tree.read(path))))
    else if (annotations.test(path)) links.push(...highlightsOf(textOf(await tree.read(path))))
  }
  return links
}

function linksOf(text: string): SavedLink[] {
  const table = readTable(text)
  if (!isPocket(table.columns)) throw unreadable('This is no list of articles from Pocket.')
  return table.rows.map(linkOf)
}

function linkOf(row: TableRow): SavedLink {
  return {
    address: row.get('url'),
    title: row.get('title'),
    addedAt: row.get('time_added'),
    tags: namesIn(row.get('tags'), /\|/),
    status: row.get('status') === 'archive' ? 'done' : 'inbox',
  }
}

function highlightsOf(text: string): SavedLink[] {
  const { data } = annotationsSchema.safeParse(parseJson(text))
  return (data ?? []).map(({ url, title, highlights }) => ({
    address: url,
    title: title ?? undefined,
    quotes: highlights.flatMap(({ quote, note, created_at }) => {
      const exact = wordsOf(quote)
      return exact === undefined
        ? []
        : [{ exact, note: plainToMarkdown(wordsOf(note)), createdAt: momentOf(created_at) }]
    }),
  }))
}
