import { z } from 'zod'
import type { ImportSource, Reader } from '../../reader.ts'
import { parseJson, readText, textOfHead, unreadable } from '../chosen-file.ts'
import { createTopicList } from '../topic-list.ts'
import { uniqueKeys } from '../unique-keys.ts'
import { namesIn } from '../words.ts'
import { articleOf, bundleOf, type Reference } from './reference.ts'

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(undefined)
  .transform((value) => (value == null ? undefined : String(value)))
const nameSchema = z.object({
  family: text,
  given: text,
  literal: text,
  'dropping-particle': text,
  'non-dropping-particle': text,
})
const dateSchema = z
  .object({
    'date-parts': z
      .array(z.array(z.union([z.number(), z.string()])))
      .nullish()
      .catch(undefined),
    raw: text,
    literal: text,
  })
  .nullish()
  .catch(undefined)
const itemSchema = z.object({
  id: text,
  type: z.string(),
  title: text,
  author: z.array(nameSchema).nullish().catch([]),
  editor: z.array(nameSchema).nullish().catch([]),
  issued: dateSchema,
  accessed: dateSchema,
  URL: text,
  DOI: text,
  ISBN: text,
  ISSN: text,
  'container-title': text,
  publisher: text,
  'publisher-place': text,
  volume: text,
  issue: text,
  page: text,
  edition: text,
  abstract: text,
  language: text,
  note: text,
  keyword: text,
})
type Item = z.infer<typeof itemSchema>

/** Words that CSL alone has for a sort of source, and those of which every list has some. */
const typeOfCsl =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/

/** References as CSL-JSON, of Zotero and of other programs. */
export const cslJson: Reader = {
  recognises: ({ isFolder, head }: ImportSource) => {
    if (isFolder) return false
    const beginning = textOfHead(head)
    return /^\s*\[\s*\{/.test(beginning) && typeOfCsl.test(beginning)
  },
  async read({ path }, signal) {
    const { data } = z.array(itemSchema).safeParse(parseJson(await readText(path)))
    if (data === undefined) throw unreadable('This is no list of references in CSL-JSON.')
    signal?.throwIfAborted()
    const topics = createTopicList()
    const keyOf = uniqueKeys()
    const articles = data.map((item) => articleOf(referenceOf(item, keyOf(item.id)), undefined, topics, []))
    return bundleOf(topics, articles, [])
  },
}

function referenceOf(item: Item, key: string): Reference {
  const authors = item.author ?? []
  return {
    key,
    type: item.type,
    title: item.title,
    address: item.URL,
    doi: item.DOI,
    outlet: item['container-title'] ?? item.publisher,
    authors: (authors.length > 0 ? authors : (item.editor ?? [])).map(nameOf),
    published: dateOf(item.issued),
    got: dateOf(item.accessed),
    language: item.language,
    abstract: item.abstract,
    extra: item.note,
    notes: [],
    tags: namesIn(item.keyword ?? ''),
    collections: [],
    files: [],
    quotes: [],
    details: [
      ['Publisher', item['container-title'] === undefined ? undefined : item.publisher],
      ['Place', item['publisher-place']],
      ['Volume', item.volume],
      ['Issue', item.issue],
      ['Pages', item.page],
      ['Edition', item.edition],
      ['ISBN', item.ISBN],
      ['ISSN', item.ISSN],
    ],
  }
}

function nameOf(name: z.infer<typeof nameSchema>): string | undefined {
  if (name.literal !== undefined) return name.literal
  const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family]
  return parts.filter((part) => part !== undefined).join(' ')
}

function dateOf(date: z.infer<typeof dateSchema>): string | undefined {
  const parts = date?.['date-parts']?.[0]
  if (parts === undefined || parts.length === 0) return date?.raw ?? date?.literal
  return parts
    .slice(0, 3)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
}
