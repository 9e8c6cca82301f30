import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { readMoment } from '../store/connection.ts'
import { filesIn, opened, temporaryFolder, thrownBy } from '../store/notebook.fixture.ts'
import { changes, isRefusal } from '../store/random-changes.fixture.ts'
import { codedNotebook } from './coded.fixture.ts'
import { restoreFromJson } from './restore-from-json.ts'
import { runExport } from './run-export.ts'

async function exported(path: string, target: string): Promise<string> {
  await readMoment(path, (db) =>
    runExport(db, { format: 'notebook-json', target, selection: {}, replace: false }),
  )
  return readFileSync(target, 'utf8')
}

async function randomNotebook(seed: number): Promise<string> {
  const choice = randomly(seed)
  const notebook = await opened()
  for (let step = 0; step < 200; step++) {
    const [label, run] = choice.pick(changes)
    try {
      notebook.mutate(label, (db) => run(db, choice))
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  const { path } = notebook.reader()
  notebook.close()
  return path
}

for (const seed of [1, 2, 3]) {
  test(`a notebook made of an export is exported as the same bytes, whatever was done to the first (seed ${seed})`, async () => {
    const folder = temporaryFolder()
    const first = await exported(await randomNotebook(seed), join(folder, 'first.jsonl'))
    const rows = await restoreFromJson(join(folder, 'first.jsonl'), join(folder, 'again.memoire'))
    const second = await exported(join(folder, 'again.memoire'), join(folder, 'second.jsonl'))
    expect(rows).toBeGreaterThan(50)
    expect(second).toBe(first)
  })
}

test('the notebook that an export made can be worked in: its words are found and its counts are right', async () => {
  const folder = temporaryFolder()
  await exported(await codedNotebook(), join(folder, 'all.jsonl'))
  await restoreFromJson(join(folder, 'all.jsonl'), join(folder, 'again.memoire'))
  const notebook = await opened(join(folder, 'again.memoire'))
  expect(Object.values(await notebook.check()).flat()).toEqual([])
  const indexed = notebook.reader().get<{ n: number }>('SELECT count(*) AS n FROM search_document')
  expect(indexed?.n).toBeGreaterThan(5)
})

const spoiled: [what: string, code: string, spoil: (text: string) => string][] = [
  ['is cut short', 'export-cut-short', (text) => text.slice(0, text.lastIndexOf('{"rows"'))],
  ['lacks a line in the middle', 'export-cut-short', (text) => text.replace(/^\{"translation".*\n/m, '')],
  ['is cut within a line', 'export-altered', (text) => text.slice(0, text.length / 2)],
  [
    'has another text than was captured',
    'export-altered',
    (text) => text.replace('The dam is open', 'The dam is shut'),
  ],
  [
    'has a link to nothing',
    'export-altered',
    (text) => text.replace(/("speaker_id":")........-/g, '$100000000-'),
  ],
  ['has a table of its own', 'export-altered', (text) => text.replace('{"coder":', '{"sqlite_schema":')],
  ['has a column of its own', 'export-altered', (text) => text.replace('{"coder":{', '{"coder":{"x) --":1,')],
  ['is of a later version', 'newer-notebook', (text) => text.replace(/"schema":\d+/, '"schema":999')],
  ['is something else', 'not-an-export', () => '{"hello":1}\n'],
  ['is no JSON', 'not-an-export', () => 'hello'],
  ['is empty', 'not-an-export', () => ''],
]

for (const [what, code, spoil] of spoiled) {
  test(`an export that ${what} is refused, and leaves nothing behind`, async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'all.jsonl')
    const text = await exported(await codedNotebook(), file)
    expect(spoil(text)).not.toBe(text)
    writeFileSync(file, spoil(text))
    const error = await thrownBy(() => restoreFromJson(file, join(folder, 'again.memoire')))
    expect(error).toMatchObject({ code })
    expect(error.hint).not.toBe('')
    expect(filesIn(folder)).toEqual(['all.jsonl'])
  })
}
