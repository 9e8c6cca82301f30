import { basename, dirname, join } from 'node:path'
import { readFrontMatter } from '../../../capture/from-markdown.ts'
import { type Bundle, type BundledArticle, emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { hasEnding, largestPart, readChosen, textOf, textOfHead } from './chosen-file.ts'
import { openTree } from './file-tree.ts'
import { readMarks } from './marked-passages.ts'
import { headOfFile, namesInFolder } from './names-in-folder.ts'
import { quotesOf } from './saved-links.ts'
import { momentOf, publishedOf } from './times.ts'
import { createTopicList } from './topic-list.ts'
import { fact, lineOf, namesIn, noteOf, webAddress } from './words.ts'

type Facts = ReadonlyMap<string, string>
type ReadBytes = () => Promise<Uint8Array>

/** Properties with a place of their own; any other becomes a line of the note. */
const placed = new Set('title source url link author authors published created description tags'.split(' '))
/** What the clipper calls everything that it clips. */
const ownTag = 'clippings'
const looksInto = 8

/** Pages that the Obsidian Web Clipper wrote, one or a folder of them: Markdown that says in its head where it is from. */
export const obsidian: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) => {
    if (!isFolder) return hasEnding(path, '.md') && isClipping(textOfHead(head))
    const pages = namesInFolder(path).filter((name) => hasEnding(name, '.md'))
    return pages.slice(0, looksInto).some((name) => isClipping(textOfHead(headOfFile(join(path, name)))))
  },
  async read({ path, isFolder }, signal) {
    if (!isFolder) return toBundle([[basename(path), () => readChosen(path, largestPart)]], signal)
    const tree = await openTree(path, true)
    const pages = tree.files.filter((name) => hasEnding(name, '.md'))
    return toBundle(
      pages.map((name) => [name, () => tree.read(name)]),
      signal,
    )
  },
}

async function toBundle(pages: readonly [string, ReadBytes][], signal?: AbortSignal): Promise<Bundle> {
  const topics = createTopicList()
  const bundle = { ...emptyBundle(), topics: topics.topics }
  for (const [name, read] of pages) {
    signal?.throwIfAborted()
    const page = textOf(await read())
    const { values } = readFrontMatter(page)
    if (addressIn(values) === undefined) {
      bundle.leftOut.push({ kind: 'page without a source', name })
      continue
    }
    const { passages } = readMarks(page)
    bundle.articles.push({
      ...articleOf(name, values),
      source: {
        kind: 'file',
        fileName: basename(name),
        read: async () => Buffer.from(readMarks(textOf(await read())).markdown),
      },
      quotes: quotesOf(
        name,
        passages.map((exact) => ({ exact })),
        topics,
      ),
    })
  }
  return bundle
}

function articleOf(name: string, facts: Facts): Omit<BundledArticle, 'source' | 'quotes'> {
  const folder = dirname(name)
  const publishedAt = publishedOf(facts.get('published'))
  const tags = namesIn(facts.get('tags') ?? '').filter((tag) => tag !== ownTag)
  return {
    key: name,
    title: lineOf(facts.get('title')) ?? lineOf(basename(name).replace(/\.md$/i, '')),
    url: addressIn(facts),
    byline: lineOf(
      namesIn(facts.get('author') ?? facts.get('authors') ?? '', /;/)
        .map(unlinked)
        .join(', '),
      500,
    ),
    publishedAt,
    clippedAt: momentOf(facts.get('created')),
    note: noteOf(
      publishedAt === undefined ? fact('Published', facts.get('published')) : undefined,
      fact('Description', facts.get('description')),
      fact('Folder', folder === '.' ? undefined : folder.split('/').join(' / ')),
      fact('Tags', tags),
      ...[...facts]
        .filter(([known]) => !placed.has(known))
        .map(([known, value]) => fact(known, unlinked(value))),
    ),
  }
}

/** `[[People/Oksana Hai|Oksana]]` as it reads. */
function unlinked(text: string): string {
  return text.replaceAll(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1').replaceAll(/^["']|["']$/g, '')
}

function addressIn(facts: Facts): string | undefined {
  return ['source', 'url', 'link']
    .map((name) => webAddress(facts.get(name)))
    .find((found) => found !== undefined)
}

/** Told from the head alone, of which the front matter may be cut short. */
function isClipping(head: string): boolean {
  return (
    /^\ufeff?---[ \t]*\n/.test(head) &&
    addressIn(readFrontMatter(`${head.replace(/\n---[ \t]*\n[\s\S]*$/, '')}\n---\n`).values) !== undefined
  )
}
