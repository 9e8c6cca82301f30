import { posix } from 'node:path'
import { isArticleFile } from '#shared/util/article-files.ts'
import type { Bundle, BundledArticle, BundledSource, LeftOut } from '../../bundle.ts'
import type { FileTree } from '../file-tree.ts'
import { quotesOf, type SavedQuote } from '../saved-links.ts'
import { momentOf, publishedOf } from '../times.ts'
import type { TopicList } from '../topic-list.ts'
import { fact, lineOf, noteOf, plainToMarkdown, webAddress, wordsOf } from '../words.ts'
import { readNote } from './annotated-notes.ts'

/** A file of a reference, by the path it has from the export. */
export interface ReferenceFile {
  title?: string | undefined
  path?: string | undefined
  /** Of one that is kept as its address alone. */
  address?: string | undefined
}

/** A source as reference managers describe it. Texts are as they were written; notes are HTML. */
export interface Reference {
  key: string
  /** Zotero's or CSL's own word. */
  type: string
  title?: string | undefined
  address?: string | undefined
  doi?: string | undefined
  outlet?: string | undefined
  authors: (string | undefined)[]
  published?: string | undefined
  got?: string | undefined
  language?: string | undefined
  abstract?: string | undefined
  extra?: string | undefined
  notes: string[]
  tags: string[]
  collections: string[]
  files: ReferenceFile[]
  quotes: SavedQuote[]
  /** What else is known, by the names that readers see: volume, pages, publisher… */
  details: readonly (readonly [name: string, value: string | undefined])[]
}

const ofTheWeb = /web|news|blog|magazine|forum|post/i
const page = /\.x?html?$/i

/** A reference as an article: of its files the one that reads best is the text, the others are told as left out. */
export function articleOf(
  reference: Reference,
  tree: FileTree | undefined,
  topics: TopicList,
  leftOut: LeftOut[],
): BundledArticle {
  const { key, type, title, doi } = reference
  const source = sourceOf(reference, tree, leftOut)
  const notes = reference.notes.map((html) => readNote(html, source.kind !== 'none'))
  const abstract = wordsOf(reference.abstract)
  const publishedAt = publishedOf(reference.published)
  const linked = reference.files
    .map(({ address }) => webAddress(address))
    .find((address) => address !== undefined)
  return {
    key,
    title: lineOf(title),
    url: webAddress(reference.address) ?? (doi === undefined ? linked : webAddress(addressOfDoi(doi))),
    outlet: lineOf(reference.outlet, 300),
    byline: lineOf(reference.authors.flatMap((name) => lineOf(name, 200) ?? []).join(', '), 500),
    lang: languageOf(reference.language),
    publishedAt,
    clippedAt: momentOf(reference.got),
    note: noteOf(
      ...notes.map(({ note }) => note),
      source.kind === 'none' || abstract === undefined ? undefined : `Abstract: ${plainToMarkdown(abstract)}`,
      plainToMarkdown(wordsOf(reference.extra)),
      publishedAt === undefined ? fact('Date', reference.published) : undefined,
      fact('Type', type),
      ...[...reference.details, ['DOI', doi] as const].map(([name, value]) => fact(name, value)),
      fact('Collections', reference.collections),
      fact('Tags', reference.tags),
    ),
    source: source.kind === 'none' ? { kind: 'none', excerpt: abstract } : source,
    quotes: quotesOf(key, [...reference.quotes, ...notes.flatMap(({ quotes }) => quotes)], topics),
  }
}

export function bundleOf(topics: TopicList, articles: BundledArticle[], leftOut: LeftOut[]): Bundle {
  return { topics: topics.topics, actors: [], coders: [], rounds: [], articles, leftOut }
}

/** Saved pages before PDFs where the source is a page of the web; else the other way round. */
function sourceOf({ type, files }: Reference, tree: FileTree | undefined, leftOut: LeftOut[]): BundledSource {
  const pagesFirst = ofTheWeb.test(type)
  const withPlaces = files.map((file) => ({ file, place: placeIn(tree, file.path) }))
  const readable = withPlaces
    .filter(({ place }) => place !== undefined && isArticleFile(place))
    .sort((a, b) =>
      page.test(a.place ?? '') === page.test(b.place ?? '')
        ? 0
        : page.test(a.place ?? '') === pagesFirst
          ? -1
          : 1,
    )
  const [best] = readable
  for (const { file } of withPlaces)
    if (file !== best?.file && file.path !== undefined)
      leftOut.push({
        kind: tree === undefined ? 'attachment beside the file that was chosen' : 'attachment',
        name: lineOf(file.title ?? file.path, 200) ?? '—',
      })
  const place = best?.place
  if (tree === undefined || place === undefined) return { kind: 'none' }
  return { kind: 'file', fileName: posix.basename(place), read: () => tree.read(place) }
}

/** Names are written with and without percent signs, and composed or not, by system and version. */
function placeIn(tree: FileTree | undefined, written: string | undefined): string | undefined {
  if (tree === undefined || written === undefined) return undefined
  const path = written.replaceAll('\\', '/').replace(/^\.\//, '')
  return [path, decoded(path)]
    .flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')])
    .find((one) => tree.has(one))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const addressOfDoi = (doi: string) =>
  `https://doi.org/${doi.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`

function languageOf(written: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(written?.trim() ?? '')?.[1]?.toLowerCase()
}
