import { z } from 'zod'
import { type Bundle, type BundledSource, emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { parseJson, textOf, unreadable } from './chosen-file.ts'
import { type FileTree, namesInZip, openTree } from './file-tree.ts'
import { namesInFolder } from './names-in-folder.ts'
import { readHighlights } from './omnivore-highlights.ts'
import { quotesOf } from './saved-links.ts'
import { momentOf, publishedOf } from './times.ts'
import { createTopicList, type TopicList } from './topic-list.ts'
import { uniqueKeys } from './unique-keys.ts'
import { fact, lineOf, noteOf, webAddress, wordsOf } from './words.ts'

const metadata = /(?:^|\/)metadata_\d+_to_\d+\.json$/
const optionalText = z.string().nullish().catch(null)
const itemSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: optionalText,
  description: optionalText,
  author: optionalText,
  url: optionalText,
  state: optionalText,
  readingProgress: z.number().nullish().catch(null),
  labels: z.array(z.string()).nullish().catch([]),
  savedAt: optionalText,
  publishedAt: optionalText,
})
type Item = z.infer<typeof itemSchema>

/** Omnivore's last export, packed or not: lists of articles, their pages, and what was marked in them. */
export const omnivore: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) =>
    (isFolder ? namesInFolder(path) : namesInZip(path, head)).some((name) => metadata.test(name)),
  async read({ path, isFolder }, signal) {
    return toBundle(await openTree(path, isFolder), signal)
  },
}

async function toBundle(tree: FileTree, signal?: AbortSignal): Promise<Bundle> {
  const topics = createTopicList()
  const keyOf = uniqueKeys()
  const bundle = { ...emptyBundle(), topics: topics.topics }
  for (const path of tree.files.filter((name) => metadata.test(name))) {
    const { data } = z.array(itemSchema).safeParse(parseJson(textOf(await tree.read(path))))
    if (data === undefined) throw unreadable(`${path} is no list of articles from Omnivore.`)
    const root = path.slice(0, path.lastIndexOf('/') + 1)
    for (const item of data) {
      signal?.throwIfAborted()
      bundle.articles.push(await articleOf(keyOf(item.id), item, root, tree, topics))
    }
  }
  return bundle
}

async function articleOf(key: string, item: Item, root: string, tree: FileTree, topics: TopicList) {
  const marked = `${root}highlights/${item.slug}.md`
  const { quotes, note } = tree.has(marked)
    ? readHighlights(textOf(await tree.read(marked)))
    : { quotes: [], note: undefined }
  const source = sourceOf(item, root, tree)
  const description = wordsOf(item.description)
  return {
    key,
    title: lineOf(item.title),
    url: webAddress(item.url),
    byline: lineOf(item.author, 500),
    publishedAt: publishedOf(item.publishedAt),
    clippedAt: momentOf(item.savedAt),
    status: statusOf(item),
    note: noteOf(
      note,
      source.kind === 'none' ? undefined : fact('Description', description),
      fact('Tags', item.labels ?? []),
    ),
    source: source.kind === 'none' ? { ...source, excerpt: description } : source,
    quotes: quotesOf(key, quotes, topics),
  }
}

function sourceOf({ slug }: Item, root: string, tree: FileTree): BundledSource {
  for (const ending of ['html', 'md', 'pdf']) {
    const path = `${root}content/${slug}.${ending}`
    if (tree.has(path)) return { kind: 'file', fileName: `${slug}.${ending}`, read: () => tree.read(path) }
  }
  return { kind: 'none' }
}

function statusOf({ state, readingProgress }: Item) {
  if (state?.toLowerCase() === 'archived') return 'done' as const
  return (readingProgress ?? 0) > 0 ? ('reading' as const) : ('inbox' as const)
}
