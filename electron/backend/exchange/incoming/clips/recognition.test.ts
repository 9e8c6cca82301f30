import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormatSchema } from '#shared/domain/exchange.ts'
import { readMoment } from '../../../store/connection.ts'
import { temporaryFolder } from '../../../store/notebook.fixture.ts'
import { codedNotebook } from '../../coded.fixture.ts'
import { runExport } from '../../run-export.ts'
import { readers } from '../readers.ts'
import type { ImportSource } from '../reader.ts'
import { chosen, chosenFile, readWith } from './chosen.fixture.ts'
import { clipReaders } from './index.ts'
import { samples } from './samples.fixture.ts'

const known = (source: ImportSource, among: typeof readers = readers) =>
  Object.entries(among).flatMap(([format, reader]) => (reader.recognises(source) ? [format] : []))

test.each(Object.entries(samples))('an export of %s is known to its own reader alone', (format, choose) => {
  expect(known(choose())).toEqual([format])
})

test('what this program exports is taken for none of theirs, but for the references that Zotero shares', async () => {
  const notebook = await codedNotebook()
  for (const format of exportFormatSchema.options) {
    const path = join(temporaryFolder(), `out.${format.replace(/^.*-/, '')}`)
    await readMoment(notebook, (moment) =>
      runExport(moment, { format, target: path, selection: {}, replace: false }),
    )
    expect([format, known(chosen(path), clipReaders)]).toEqual([
      format,
      format === 'csl-json' ? ['zotero'] : [],
    ])
  }
})

test.each([
  ['an empty file', choosing('empty.csv', '')],
  [
    'bytes that are no text',
    choosing(
      'a.json',
      Uint8Array.from({ length: 5000 }, (_, index) => index * 7),
    ),
  ],
  ['a page', choosing('a.html', '<!doctype html><title>Page</title><p>Words')],
  ['an archive of nothing', choosing('a.zip', 'PK\x03\x04')],
  ['a table of people', choosing('people.csv', 'name,email,comment\nA,a@b.example,x\n')],
])('%s is known to none', (_, choose) => {
  expect(known(choose())).toEqual([])
})

test('references come back from this program as Zotero would have them', async () => {
  const notebook = await codedNotebook()
  const path = join(temporaryFolder(), 'references.json')
  const titles = await readMoment(notebook, (db) => {
    runExport(db, { format: 'csl-json', target: path, selection: {}, replace: false })
    return db
      .all<{ title: string }>('SELECT title FROM article WHERE deleted_at IS NULL')
      .map(({ title }) => title)
  })
  const bundle = await readWith(clipReaders.zotero, chosen(path))
  expect(bundle.articles.map(({ title }) => title).sort()).toEqual(titles.sort())
})

function choosing(name: string, content: string | Uint8Array): () => ImportSource {
  return () => chosenFile(name, content)
}
