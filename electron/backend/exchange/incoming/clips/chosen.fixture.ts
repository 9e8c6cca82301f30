import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { languageSchema, nameSchema, publicationTimeSchema, timestampSchema } from '#shared/domain/common.ts'
import { topicColourSchema } from '#shared/domain/topic.ts'
import { temporaryFolder } from '../../../store/notebook.fixture.ts'
import type { Bundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'

/** A file as somebody chooses it. */
export function chosenFile(name: string, content: string | Uint8Array): ImportSource {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return { path, isFolder: false, head: readFileSync(path).subarray(0, 4096) }
}

/** A folder with these files, by their path in it. */
export function chosenFolder(files: Record<string, string | Uint8Array>): ImportSource {
  const path = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, isFolder: true, head: new Uint8Array() }
}

/** Something that is there already. */
export function chosen(path: string): ImportSource {
  const isFolder = statSync(path).isDirectory()
  return { path, isFolder, head: isFolder ? new Uint8Array() : readFileSync(path).subarray(0, 4096) }
}

/** What the reader makes of it, which has to recognise it first and to keep what a bundle promises. */
export async function readWith(reader: Reader, source: ImportSource): Promise<Bundle> {
  if (!reader.recognises(source)) throw new Error(`${source.path} is not recognised.`)
  const bundle = await reader.read(source)
  assertSound(bundle)
  return bundle
}

/** What `bundle.ts` promises and every reader has to keep. */
export function assertSound(bundle: Bundle): void {
  expect([...faultsOf(bundle)].slice(0, 10)).toEqual([])
}

function* faultsOf({ topics, articles, leftOut }: Bundle): Generator<string> {
  const quotes = articles.flatMap((article) => article.quotes)
  const links = quotes.flatMap((quote) => quote.links ?? [])
  for (const parts of [topics, articles, quotes, links])
    if (new Set(parts.map(({ key }) => key)).size < parts.length) yield 'a key stands twice'
  const known = new Set<string>()
  for (const { key, parentKey, name, colour } of topics) {
    if (parentKey !== undefined && !known.has(parentKey)) yield `${key} comes before its parent`
    if (nameSchema(200).safeParse(name).data !== name) yield `${JSON.stringify(name)} is no name of a topic`
    if (colour !== undefined && !topicColourSchema.safeParse(colour).success) yield `${colour} is no colour`
    known.add(key)
  }
  for (const { topicKey } of links) if (!known.has(topicKey)) yield `there is no topic ${topicKey}`
  for (const { title, byline, url, publishedAt, clippedAt, note, lang } of articles) {
    if (title !== undefined && nameSchema(1000).safeParse(title).data !== title) yield `title ${title}`
    if (byline !== undefined && nameSchema(500).safeParse(byline).data !== byline) yield `byline ${byline}`
    if (url !== undefined && !/^https?:\/\//.test(url)) yield `address ${url}`
    if (publishedAt !== undefined && !publicationTimeSchema.safeParse(publishedAt).success) yield publishedAt
    if (clippedAt !== undefined && !timestampSchema.safeParse(clippedAt).success) yield clippedAt
    if (lang !== undefined && !languageSchema.safeParse(lang).success) yield `language ${lang}`
    if (note === '' || note?.isWellFormed() === false) yield `note ${note}`
  }
  for (const { key, exact, createdAt } of quotes) {
    if (exact.trim() === '' || !exact.isWellFormed()) yield `${key} has no words`
    if (createdAt !== undefined && !timestampSchema.safeParse(createdAt).success) yield createdAt
  }
  for (const { kind, name } of leftOut)
    if (kind === '' || name === '') yield 'something without a name is left out'
}
