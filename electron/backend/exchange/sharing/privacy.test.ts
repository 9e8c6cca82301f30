import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type SharePart, withholdableSchema } from '#shared/domain/sharing.ts'
import { openScratch, openWritable } from '../../store/connection.ts'
import { derivedColumns } from '../../store/derived-columns.ts'
import { migrate } from '../../store/migrations/index.ts'
import { newNotebookPath } from '../../store/notebook.fixture.ts'
import { neverShared, sharedTables } from './shared-tables.ts'
import { type Shared, share } from './sharing.fixture.ts'
import { isMarkable, makeWorlds, mark, tablesOf, type Worlds } from './two-worlds.fixture.ts'

/** Everything in the file, the packed originals unpacked; words as the index keeps them are in lower case. */
function bytesOf({ path, db }: Shared): string {
  const originals = db.all<{ bytes: Uint8Array }>('SELECT original_gzip AS bytes FROM revision')
  const unpacked = originals.filter(({ bytes }) => bytes.length > 0).map(({ bytes }) => gunzipSync(bytes))
  return Buffer.concat([readFileSync(path), ...unpacked])
    .toString('latin1')
    .toLowerCase()
}

const uuid = /^[0-9a-f]{8}-/

/** What a file must not hold: words and ids of the secret world, and anything of the tables that are never shared. */
function found(worlds: Worlds, shared: Shared): string[] {
  const bytes = bytesOf(shared)
  const never = Object.keys(neverShared).map((table) => mark('shared', table, '').slice(0, -2))
  const words = [...bytes.matchAll(/(?:secret|shared)qz[a-z0-9]*/g)]
    .map(([word]) => word)
    .filter((word) => word.startsWith('secret') || never.some((begin) => word.startsWith(begin)))
  const ids = [...worlds.secret.values()].flatMap((keys) =>
    [...keys].filter((key) => typeof key === 'string' && uuid.test(key) && bytes.includes(key)),
  )
  return [...new Set([...words, ...ids.map(String)])]
}

/** The columns whose words did not come, of those that can be shared and hold words of any kind. */
function missing(shared: Shared): string[] {
  const bytes = bytesOf(shared)
  return tablesOf(shared.db).flatMap(({ name, columns }) =>
    sharedTables[name] === undefined
      ? []
      : columns.flatMap((column) => {
          const isThere = bytes.includes(mark('shared', name, column.name))
          return isMarkable(name, column) && !isThere ? [`${name}.${column.name}`] : []
        }),
  )
}

test('every table and every column of a notebook is either shared or said never to be', () => {
  const db = openScratch()
  migrate(db)
  const undecided = tablesOf(db).flatMap(({ name, columns }) => {
    if (neverShared[name] !== undefined) return sharedTables[name] === undefined ? [] : [`${name} twice`]
    const known = [
      ...(sharedTables[name]?.columns ?? []),
      ...(derivedColumns[name as 'quote'] ?? []),
      'deleted_at',
    ]
    return columns.flatMap((column) => (known.includes(column.name) ? [] : [`${name}.${column.name}`]))
  })
  db.close()
  expect(undecided).toEqual([])
})

test('every table has rows in the notebook that is shared here, some of them secret', () => {
  const worlds = makeWorlds(newNotebookPath())
  const db = openScratch()
  migrate(db)
  const without = tablesOf(db).filter(({ name }) => (worlds.secret.get(name)?.size ?? 0) === 0)
  db.close()
  expect(without.map(({ name }) => name)).toEqual(['notebook'])
})

const ways: [name: string, part: (worlds: Worlds) => Partial<SharePart>][] = [
  ['topic', ({ topicId }) => ({ topicIds: [topicId] })],
  [
    'topic, actor, round, article and day',
    ({ topicId, actorIds, roundId, articleIds }) => ({
      topicIds: [topicId],
      actorIds,
      roundIds: [roundId],
      articleIds,
      from: '2026-03',
      until: '2026-03-01',
    }),
  ],
  ['dossier', ({ dossierId, topicId }) => ({ dossierIds: [dossierId], topicIds: [topicId] })],
]

for (const [name, part] of ways)
  test(`a part by ${name} holds nothing of what is not in it: no word, and no id`, async () => {
    const worlds = makeWorlds(newNotebookPath())
    const shared = await share(worlds.path, part(worlds), [])
    expect(shared.counts.quotes).toBeGreaterThan(0)
    expect(found(worlds, shared)).toEqual([])
  })

test('the whole notebook holds nothing of what is in the trash', async () => {
  const worlds = makeWorlds(newNotebookPath())
  const db = openWritable(worlds.path)
  for (const { name, columns, key } of tablesOf(db))
    if (columns.some((column) => column.name === 'deleted_at') && name !== 'tombstone')
      for (const id of worlds.secret.get(name) ?? [])
        db.run(`UPDATE ${name} SET deleted_at = '2026-05-05' WHERE ${key} = ?`, id)
  db.close()
  const shared = await share(worlds.path, { whole: true }, [])
  expect(shared.counts).toMatchObject({ articles: 3, quotes: 6, dossiers: 1 })
  expect(found(worlds, shared)).toEqual([])
})

/** One of a list of values, or a list of numbers. */
const noWords = [
  ...['revision.original_kind', 'revision.pages', 'revision.edit', 'actor.kind', 'topic.status'],
  ...['quote.channel', 'quote.said_precision', 'anchor.outcome', 'anchor.how', 'link.stance'],
  ...['article.status', 'step.status'],
].sort()

test('where nothing is withheld, every word of every table that is shared comes', async () => {
  const { path } = makeWorlds(newNotebookPath())
  expect(missing(await share(path, { whole: true }, [])).sort()).toEqual(noWords)
})

test('what is withheld is in no part of the file: comments, memos and notes, names of coders and translators, dossiers, originals', async () => {
  const { path } = makeWorlds(newNotebookPath())
  const shared = await share(path, { whole: true }, withholdableSchema.options)
  const gone = missing(shared).filter((column) => !noWords.includes(column))
  expect(gone.sort()).toEqual([
    'citation_style.csl',
    'citation_style.title',
    'coder.name',
    'comment.document',
    'comment.text',
    'dossier.citation_lang',
    'dossier.document',
    'dossier.text',
    'dossier.title',
    'round.note',
    'step.note',
    'topic.memo',
    'topic.memo_text',
    'translation.translator',
  ])
  const revisions = shared.db.all<{ n: number; sha256: string; size: number }>(
    'SELECT length(original_gzip) AS n, sha256, original_bytes AS size FROM revision',
  )
  for (const { n, sha256, size } of revisions) {
    expect(n).toBe(0)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(size).toBeGreaterThan(0)
  }
  for (const table of ['rejection', 'distinction', 'alias_rejection'])
    expect(shared.db.all(`SELECT 1 FROM ${table}`)).toEqual([])
})
