import { join } from 'node:path'
import type { BundledArticle, LeftOut } from '../../bundle.ts'
import type { ImportSource, Reader } from '../../reader.ts'
import { parseJson, readText, textOf, textOfHead, unreadable } from '../chosen-file.ts'
import { type FileTree, openTree } from '../file-tree.ts'
import { headOfFile, namesInFolder } from '../names-in-folder.ts'
import { createTopicList } from '../topic-list.ts'
import { uniqueKeys } from '../unique-keys.ts'
import { lineOf } from '../words.ts'
import { drawingsOf, referenceOf } from './better-bibtex-reference.ts'
import { type Export, exportSchema } from './better-bibtex-schema.ts'
import { articleOf, bundleOf } from './reference.ts'

/** It names itself at its head, or begins with its collections. */
const isBetterBibtex = (head: string) =>
  (/"config"\s*:\s*\{/.test(head) && /Better ?BibTeX JSON/.test(head)) ||
  /^\s*\{\s*"collections"\s*:\s*\{\s*"[^"]{1,40}"\s*:\s*\{\s*"collections"\s*:/.test(head)
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
  const keyOf = uniqueKeys()
  for (const item of data.items) {
    signal?.throwIfAborted()
    if (item.itemType === 'note')
      leftOut.push({ kind: 'note without a source', name: lineOf(item['title'] ?? item.key, 80) ?? '—' })
    else {
      const reference = referenceOf(item, keyOf(item.key), collections)
      articles.push(articleOf(reference, tree, topics, leftOut))
      for (const kind of drawingsOf(item)) leftOut.push({ kind, name: lineOf(reference.title, 200) ?? '—' })
    }
  }
  return bundleOf(topics, articles, leftOut)
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
