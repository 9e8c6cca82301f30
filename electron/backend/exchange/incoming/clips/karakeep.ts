import { z } from 'zod'
import type { Bundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { hasEnding, parseJson, readText, textOfHead, unreadable } from './chosen-file.ts'
import { linksToBundle, quotesOf, type SavedLink, type SavedQuote } from './saved-links.ts'
import { momentOf } from './times.ts'
import { createTopicList } from './topic-list.ts'
import { fact, lineOf, noteOf, plainToMarkdown, wordsOf } from './words.ts'

const optionalText = z.string().nullish().catch(null)
const highlightSchema = z.object({
  text: optionalText,
  note: optionalText,
  createdAt: z.union([z.number(), z.string()]).nullish().catch(null),
})
const bookmarkSchema = z.object({
  createdAt: z.union([z.number(), z.string()]).nullish().catch(null),
  title: optionalText,
  tags: z.array(z.string()).catch([]),
  lists: z.array(z.string()).catch([]),
  content: z
    .object({ type: optionalText, url: optionalText, text: optionalText, fileName: optionalText })
    .nullish()
    .catch(null),
  note: optionalText,
  customMetadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  archived: z.boolean().nullish().catch(false),
  highlights: z.array(highlightSchema).catch([]),
})
const exportSchema = z.object({
  bookmarks: z.array(bookmarkSchema),
  lists: z.array(z.object({ id: z.string(), name: z.string(), parentId: z.string().nullish() })).catch([]),
})
type Bookmark = z.infer<typeof bookmarkSchema>
type Lists = z.infer<typeof exportSchema>['lists']

/** Karakeep's (once Hoarder's) export: bookmarks, texts, and the lists they are in. */
export const karakeep: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) =>
    !isFolder && hasEnding(path, '.json') && /^\s*\{\s*"bookmarks"\s*:/.test(textOfHead(head)),
  async read({ path }, signal) {
    const { data } = exportSchema.safeParse(parseJson(await readText(path)))
    if (data === undefined) throw unreadable('This is no list of bookmarks from Karakeep.')
    return toBundle(data.bookmarks, pathsOf(data.lists), signal)
  },
}

function toBundle(bookmarks: Bookmark[], paths: ReadonlyMap<string, string>, signal?: AbortSignal): Bundle {
  const isLink = ({ content }: Bookmark) => typeof content?.url === 'string'
  const topics = createTopicList()
  const links = bookmarks.filter(isLink).map((one) => linkOf(one, paths))
  const bundle = linksToBundle(links, signal, topics)
  bookmarks
    .filter((one) => !isLink(one))
    .forEach((bookmark, index) => {
      const text = wordsOf(bookmark.content?.text)
      const { note, status, title } = linkOf(bookmark, paths)
      if (text === undefined) {
        bundle.leftOut.push({
          kind: 'file of a bookmark',
          name: title || lineOf(bookmark.content?.fileName) || '—',
        })
        return
      }
      const key = `text-${index + 1}`
      bundle.articles.push({
        key,
        title: lineOf(title),
        clippedAt: momentOf(bookmark.createdAt),
        status,
        note: noteOf(note, fact('Tags', bookmark.tags)),
        source: { kind: 'text', text },
        quotes: quotesOf(key, highlightsOf(bookmark), topics),
      })
    })
  return bundle
}

function linkOf(bookmark: Bookmark, paths: ReadonlyMap<string, string>): SavedLink {
  return {
    address: bookmark.content?.url ?? '',
    title: bookmark.title ?? undefined,
    tags: bookmark.tags,
    addedAt: bookmark.createdAt ?? undefined,
    status: bookmark.archived === true ? 'done' : 'inbox',
    note: noteOf(
      plainToMarkdown(wordsOf(bookmark.note)),
      ...ownFields(bookmark),
      fact(
        'Lists',
        bookmark.lists.flatMap((id) => paths.get(id) ?? []),
      ),
    ),
    quotes: highlightsOf(bookmark),
  }
}

/** Fields that the user made, a line each. */
function ownFields({ customMetadata }: Bookmark): (string | undefined)[] {
  return Object.entries(customMetadata ?? {}).map(([name, value]) => {
    const words = typeof value === 'string' ? value : JSON.stringify(value ?? '')
    return fact(lineOf(name, 100) ?? 'Field', words === '""' ? undefined : words)
  })
}

function highlightsOf({ highlights }: Bookmark): SavedQuote[] {
  return highlights.flatMap(({ text, note, createdAt }) => {
    const exact = wordsOf(text)
    if (exact === undefined) return []
    return [{ exact, note: plainToMarkdown(wordsOf(note)), createdAt: momentOf(createdAt) }]
  })
}

/** The names of a list and those it is in, outermost first. A list that is inside itself ends there. */
function pathsOf(lists: Lists): Map<string, string> {
  const byId = new Map(lists.map((list) => [list.id, list]))
  return new Map(
    lists.map((list) => {
      const names: string[] = []
      const seen = new Set<string>()
      for (let at: Lists[number] | undefined = list; at !== undefined && !seen.has(at.id); ) {
        seen.add(at.id)
        names.unshift(at.name)
        at = byId.get(at.parentId ?? '')
      }
      return [list.id, names.join(' / ')]
    }),
  )
}
