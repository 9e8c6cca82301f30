import { join } from 'node:path'
import { z } from 'zod'
import type { BundledArticle, LeftOut } from '../../bundle.ts'
import type { ImportSource, Reader } from '../../reader.ts'
import { parseJson, readText, textOf, textOfHead, unreadable } from '../chosen-file.ts'
import { type FileTree, openTree } from '../file-tree.ts'
import { headOfFile, namesInFolder } from '../names-in-folder.ts'
import type { SavedQuote } from '../saved-links.ts'
import { momentOf } from '../times.ts'
import { createTopicList } from '../topic-list.ts'
import { fact, lineOf, noteOf, plainToMarkdown, wordsOf } from '../words.ts'
import { articleOf, bundleOf, type Reference } from './reference.ts'

const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined)
const tags = z
  .array(z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)]))
  .nullish()
  .catch([])
const annotationSchema = z.object({
  annotationText: text,
  annotationComment: text,
  annotationPageLabel: text,
  annotationColor: text,
  dateAdded: text,
  tags,
})
const attachmentSchema = z.object({
  title: text,
  path: text,
  localPath: text,
  url: text,
  annotations: z.array(annotationSchema).nullish().catch([]),
})
const itemSchema = z.looseObject({
  itemType: z.string(),
  key: text,
  itemID: z.union([z.number(), z.string()]).nullish(),
  creators: z
    .array(z.object({ creatorType: text, firstName: text, lastName: text, name: text }))
    .nullish()
    .catch([]),
  tags,
  notes: z
    .array(z.union([z.string(), z.object({ note: text }).transform(({ note }) => note ?? '')]))
    .nullish()
    .catch([]),
  attachments: z.array(attachmentSchema).nullish().catch([]),
})
const exportSchema = z.object({
  items: z.array(itemSchema),
  collections: z
    .record(
      z.string(),
      z.object({ name: z.string(), parent: z.unknown(), items: z.array(z.unknown()).catch([]) }),
    )
    .nullish()
    .catch({}),
})
type Item = z.infer<typeof itemSchema>
type Export = z.infer<typeof exportSchema>

const isBetterBibtex = (text: string) => /"config"\s*:\s*\{/.test(text) && /Better ?BibTeX JSON/.test(text)
const deepest = 40
const jsonFile = /^[^/]+\.json$/i

/** Better BibTeX JSON: Zotero's items with notes, collections, and what was marked in their files. */
export const betterBibtex: Reader = {
  recognises: ({ isFolder, head }: ImportSource) => !isFolder && isBetterBibtex(textOfHead(head)),
  async read({ path }, signal) {
    return toBundle(await readText(path), undefined, signal)
  },
}

/** The same as a folder, with the files in `files/`. */
export const betterBibtexFolder: Reader = {
  recognises: ({ isFolder, path }: ImportSource) => {
    const lists = isFolder ? namesInFolder(path).filter((name) => jsonFile.test(name)) : []
    return lists.some((name) => isBetterBibtex(textOfHead(headOfFile(join(path, name)))))
  },
  async read({ path }, signal) {
    const tree = await openTree(path, true)
    for (const name of tree.files.filter((file) => jsonFile.test(file))) {
      const list = textOf(await tree.read(name))
      if (isBetterBibtex(list.slice(0, 4096))) return toBundle(list, tree, signal)
    }
    throw unreadable('There is no list of references in this folder.')
  },
}

function toBundle(json: string, tree: FileTree | undefined, signal?: AbortSignal) {
  const { data } = exportSchema.safeParse(parseJson(json))
  if (data === undefined) throw unreadable('This is no list of references in Better BibTeX JSON.')
  const collections = collectionsOf(data)
  const topics = createTopicList()
  const leftOut: LeftOut[] = []
  const articles: BundledArticle[] = []
  data.items.forEach((item, index) => {
    signal?.throwIfAborted()
    if (item.itemType === 'note')
      leftOut.push({ kind: 'note without a source', name: lineOf(item['title'] ?? item.key, 80) ?? '—' })
    else articles.push(articleOf(referenceOf(item, index, collections), tree, topics, leftOut))
  })
  return bundleOf(topics, articles, leftOut)
}

function referenceOf(item: Item, index: number, collections: ReadonlyMap<string, string[]>): Reference {
  const field = (...names: string[]) =>
    names
      .map((name) => item[name])
      .find((value): value is string => typeof value === 'string' && value !== '')
  const isAttachment = item.itemType === 'attachment'
  const attachments = [...(item.attachments ?? []), ...(isAttachment ? [attachmentSchema.parse(item)] : [])]
  return {
    key: item.key ?? `item-${index + 1}`,
    type: item.itemType,
    title: field('title', 'subject', 'caseName', 'nameOfAct'),
    address: field('url'),
    doi: field('DOI'),
    outlet: field(
      'publicationTitle',
      'websiteTitle',
      'blogTitle',
      'forumTitle',
      'programTitle',
      'publisher',
      'institution',
    ),
    authors: authorsOf(item),
    published: field('date'),
    got: field('accessDate', 'dateAdded'),
    language: field('language'),
    abstract: field('abstractNote'),
    extra: field('extra'),
    notes: item.notes ?? [],
    tags: item.tags ?? [],
    collections: collections.get(String(item.itemID ?? '')) ?? collections.get(item.key ?? '') ?? [],
    files: attachments.map(({ title, path, localPath, url }) => ({
      title,
      path: path ?? localPath,
      address: url,
    })),
    quotes: attachments.flatMap(({ annotations }) => (annotations ?? []).flatMap(quoteOf)),
    details: [
      ['Volume', field('volume')],
      ['Issue', field('issue')],
      ['Pages', field('pages')],
      ['Place', field('place')],
      ['ISBN', field('ISBN')],
      ['ISSN', field('ISSN')],
      ['Citation key', field('citationKey', 'citekey')],
    ],
  }
}

function authorsOf({ creators }: Item): (string | undefined)[] {
  const all = creators ?? []
  const authors = all.filter(({ creatorType }) => creatorType === 'author')
  return (authors.length > 0 ? authors : all).map(
    ({ firstName, lastName, name }) => name ?? [firstName, lastName].filter(Boolean).join(' '),
  )
}

function quoteOf(annotation: z.infer<typeof annotationSchema>): SavedQuote[] {
  const exact = wordsOf(annotation.annotationText)
  if (exact === undefined) return []
  return [
    {
      exact,
      note: noteOf(
        plainToMarkdown(wordsOf(annotation.annotationComment)),
        fact('Page', annotation.annotationPageLabel),
        fact('Colour', annotation.annotationColor),
      ),
      tags: annotation.tags ?? [],
      createdAt: momentOf(annotation.dateAdded),
    },
  ]
}

/** The paths of the collections that an item is in, by its id. */
function collectionsOf({ collections }: Export): Map<string, string[]> {
  const all = collections ?? {}
  const isNamed = (key: string) => Object.hasOwn(all, key)
  const paths = new Map<string, string[]>()
  for (const [key, { items }] of Object.entries(all)) {
    const names: string[] = []
    // A collection inside itself ends where it is met again.
    const seen = new Set<string>()
    for (
      let at = key;
      isNamed(at) && !seen.has(at) && seen.size < deepest;
      at = String(all[at]?.parent ?? '')
    ) {
      seen.add(at)
      names.unshift(all[at]?.name ?? '')
    }
    for (const id of items) {
      const known = paths.get(String(id)) ?? []
      known.push(names.join(' / '))
      paths.set(String(id), known)
    }
  }
  return paths
}
