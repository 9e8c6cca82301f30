import {
  parseTopicPath,
  type TopicStatus,
  topicColourSchema,
  topicStatusSchema,
} from '#shared/domain/topic.ts'
import { slotOfColour } from '../../topic-colours.ts'
import { type Bundle, type BundledTopic, emptyBundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'
import { hasEnding, readText, textOfHead, unreadable } from './chosen-file.ts'
import { columnsAtHead, columnName, readTable, type TableRow } from './table.ts'
import { createTopicList, type TopicList } from './topic-list.ts'
import { lineOf, namesIn, wordsOf } from './words.ts'

const columns = {
  name: ['topic', 'name', 'code', 'code name', 'label', 'node', 'theme', 'тема', 'код', 'назва', 'название'],
  path: ['path', 'full path', 'topic path', 'code path', 'hierarchical name', 'шлях', 'путь'],
  parent: [
    'parent',
    'parent topic',
    'parent code',
    'category',
    'parent theme',
    'батьківська тема',
    'категорія',
    'родитель',
    'категория',
  ],
  description: [
    'description',
    'definition',
    'memo',
    'comment',
    'опис',
    'визначення',
    'описание',
    'определение',
  ],
  aliases: ['aliases', 'alias', 'synonyms', 'keywords', 'синоніми', 'синонимы', 'псевдоніми'],
  colour: ['colour', 'color', 'колір', 'цвет'],
  status: ['status', 'статус'],
} as const
type Field = keyof typeof columns

const deepest = 20
const aliasesAtMost = 100
const longestDescription = 20_000

/** A codebook as a table: a topic a row, by its path, or by its name and that of the topic it belongs to. */
export const codebook: Reader = {
  recognises: ({ isFolder, path, head }: ImportSource) =>
    !isFolder && hasEnding(path, '.csv', '.tsv', '.txt') && isCodebook(columnsAtHead(textOfHead(head))),
  async read({ path }, signal) {
    const table = readTable(await readText(path))
    if (!isCodebook(table.columns)) throw unreadable('This table has no column that names topics.')
    return toBundle(table.rows, signal)
  },
}

const has = (known: ReadonlySet<string>, field: Field) =>
  columns[field].some((name) => known.has(columnName(name)))

/** What stands beside a topic in tables of quotes, statements and pages. */
const ofOtherTables = [
  'quote',
  'quoteid',
  'highlight',
  'statement',
  'statementid',
  'stance',
  'speaker',
  'url',
  'email',
]

/** A column of names alone may be anything: one that only topics have stands beside it. */
function isCodebook(known: ReadonlySet<string>): boolean {
  if (ofOtherTables.some((name) => known.has(name))) return false
  const others: Field[] = ['parent', 'description', 'aliases', 'colour']
  return has(known, 'path') || (has(known, 'name') && others.some((field) => has(known, field)))
}

function toBundle(rows: readonly TableRow[], signal?: AbortSignal): Bundle {
  const topics = createTopicList()
  const bundle = { ...emptyBundle(), topics: topics.topics }
  const paths = pathsOf(rows)
  for (const row of rows) {
    signal?.throwIfAborted()
    const topic = topicAt(paths.get(row) ?? [], topics)
    if (topic === undefined) continue
    topic.description ??= wordsOf(cellOf(row, 'description'))?.slice(0, longestDescription)
    const aliases = namesIn(cellOf(row, 'aliases'))
    if (aliases.length > 0)
      topic.aliases = [...new Set([...(topic.aliases ?? []), ...aliases])].slice(0, aliasesAtMost)
    topic.status ??= statusOf(cellOf(row, 'status'))
    const colour = cellOf(row, 'colour')
    if (colour === '') continue
    topic.colour ??= topicColourSchema.safeParse(Number(colour) - 1).data ?? slotOfColour(colour)
    if (topic.colour === undefined)
      bundle.leftOut.push({ kind: 'colour', name: `${topic.name}: ${lineOf(colour, 40)}` })
  }
  return bundle
}

/** A value without the apostrophe that keeps spreadsheets from running it. */
function cellOf(row: TableRow, field: Field): string {
  return row.get(...columns[field]).replace(/^'(?=[=+\-@])/, '')
}

/** Where each row stands. A parent is named by its path, or by its name where that stands in a row of its own. */
function pathsOf(rows: readonly TableRow[]): Map<TableRow, string[]> {
  const byName = new Map<string, TableRow>()
  for (const row of rows) {
    const name = lineOf(cellOf(row, 'name'))?.toLowerCase()
    if (name !== undefined && !byName.has(name)) byName.set(name, row)
  }
  const paths = new Map<TableRow, string[]>()
  const pathOf = (row: TableRow, below: ReadonlySet<TableRow>): string[] => {
    const known = paths.get(row)
    if (known !== undefined) return known
    const name = lineOf(cellOf(row, 'name'))
    const parent = cellOf(row, 'parent')
    const parentRow = byName.get(parent.toLowerCase())
    const isCircle = parentRow === undefined || below.has(parentRow) || below.size >= deepest
    const above =
      parent === '' ? [] : isCircle ? partsOf(parent) : pathOf(parentRow, new Set([...below, row]))
    const written = partsOf(cellOf(row, 'path'))
    const isWhole = name === undefined || written.at(-1)?.toLowerCase() === name.toLowerCase()
    const path =
      written.length > 0
        ? isWhole
          ? written
          : [...written, name]
        : [...above, ...(name === undefined ? [] : [name])]
    paths.set(row, path.slice(0, deepest))
    return path.slice(0, deepest)
  }
  for (const row of rows) pathOf(row, new Set([row]))
  return paths
}

/** Other programs part a path with a backslash or colons. */
const partsOf = (written: string) => parseTopicPath(written.replaceAll(/\s*(?:\\+|::)\s*/g, ' > '))

function topicAt(path: readonly string[], topics: TopicList): BundledTopic | undefined {
  let key: string | undefined
  for (const name of path) key = topics.keyOf(name, key) ?? key
  return topics.get(key)
}

function statusOf(written: string): TopicStatus | undefined {
  return topicStatusSchema.safeParse(written.toLowerCase()).data
}
