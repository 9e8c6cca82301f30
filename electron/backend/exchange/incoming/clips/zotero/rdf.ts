import { posix } from 'node:path'
import { readXmlElements, type XmlElement } from '../../coding/xml-elements.ts'
import type { Bundle, BundledArticle, LeftOut } from '../../bundle.ts'
import type { ImportSource, Reader } from '../../reader.ts'
import { hasEnding, readChosen, textOfHead, unreadable } from '../chosen-file.ts'
import { type FileTree, isZip, namesInZip, openTree } from '../file-tree.ts'
import { namesInFolder } from '../names-in-folder.ts'
import { createTopicList } from '../topic-list.ts'
import { uniqueKeys } from '../unique-keys.ts'
import { lineOf } from '../words.ts'
import { collectionsOf } from './rdf-collections.ts'
import { graphOf, propertiesOf, type RdfGraph, wordsAt } from './rdf-graph.ts'
import { referenceOf } from './rdf-reference.ts'
import { articleOf, bundleOf } from './reference.ts'

const namespace = 'http://www.zotero.org/namespaces/export#'
const isRdf = (name: string) => hasEnding(name, '.rdf')

/** Zotero's RDF: items with notes, tags and collections; chosen as a folder or an archive also with the files in `files/`. */
export const zoteroRdf: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) => {
    if (isFolder) return namesInFolder(path).some(isRdf)
    return textOfHead(head).includes(namespace) || namesInZip(path, head).some(isRdf)
  },
  async read({ path, isFolder, head }, signal) {
    if (!isFolder && !isZip(head)) return toBundle(await readChosen(path), undefined, '', signal)
    const tree = await openTree(path, isFolder)
    const rdf = tree.files.find(isRdf)
    if (rdf === undefined) throw unreadable('There is no RDF in it.')
    return toBundle(await tree.read(rdf), tree, posix.dirname(rdf), signal)
  },
}

async function toBundle(
  bytes: Uint8Array,
  tree: FileTree | undefined,
  folder: string,
  signal?: AbortSignal,
): Promise<Bundle> {
  const graph = await readGraph(bytes, signal)
  const collections = collectionsOf(graph)
  const owned = ownedBy(graph)
  const topics = createTopicList()
  const leftOut: LeftOut[] = []
  const articles: BundledArticle[] = []
  const keyOf = uniqueKeys()
  for (const resource of graph.resources) {
    signal?.throwIfAborted()
    if (owned.has(resource) || !isItem(resource)) continue
    if (resource.name === 'Memo') {
      leftOut.push({
        kind: 'note without a source',
        name: lineOf(wordsAt(resource, 'value')?.replaceAll(/<[^>]*>/g, ' '), 80) ?? '—',
      })
      continue
    }
    const reference = referenceOf(resource, graph, folder === '.' ? '' : folder)
    reference.key = keyOf(reference.key)
    reference.collections = collections.get(resource) ?? []
    articles.push(articleOf(reference, tree, topics, leftOut))
    for (const relation of propertiesOf(resource, 'relation'))
      leftOut.push({
        kind: 'relation',
        name: `${lineOf(reference.title, 80) ?? '—'} → ${lineOf(relation.attributes['resource'], 80) ?? '—'}`,
      })
  }
  return bundleOf(topics, articles, leftOut)
}

async function readGraph(bytes: Uint8Array, signal?: AbortSignal): Promise<RdfGraph> {
  const resources: XmlElement[] = []
  await readXmlElements(
    piecesOf(bytes),
    (path) => path.length === 2 && path[0] === 'RDF',
    (element) => resources.push(element),
    signal,
  )
  if (resources.length === 0) throw unreadable('This is no export of Zotero in RDF.')
  return graphOf(resources)
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
}

/** Notes and files that belong to an item. */
function ownedBy(graph: RdfGraph): Set<XmlElement> {
  const owned = new Set<XmlElement>()
  for (const resource of graph.resources)
    for (const child of resource.children)
      if (child.name === 'link' || child.name === 'isReferencedBy') {
        const target = graph.target(child)
        if (target !== undefined && target !== resource) owned.add(target)
      }
  return owned
}

/** Containers, such as journals, stand among the items and have no sort of their own. */
function isItem(resource: XmlElement): boolean {
  return resource.name === 'Memo' || wordsAt(resource, 'itemType') !== undefined
}
