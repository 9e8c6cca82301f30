import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import type { SalvageReport } from '#shared/domain/notebook.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession } from '../../electron/backend/router/session.ts'
import { salvageNotebook } from '../../electron/backend/salvage/salvage-notebook.ts'
import { openReadable, openScratch, type Readable } from '../../electron/backend/store/connection.ts'
import { derivedColumns } from '../../electron/backend/store/derived-columns.ts'
import { stateOf } from '../helpers/notebook-state.ts'
import { makeNotebook, temporaryFolder } from '../helpers/small-notebook.ts'

/** More with `DAMAGE_SEEDS=200 npx vitest run tests/damage`. */
const seeds = Array.from({ length: Number(process.env['DAMAGE_SEEDS'] ?? 6) }, (_, index) => index + 1)
const pageSize = 4096
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-salvage-'))
const original = join(folder, 'original.memoire')

beforeAll(() => makeNotebook(original))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function copyOfOriginal(): string {
  const path = join(temporaryFolder(), 'damaged.memoire')
  cpSync(original, path)
  return path
}

/** Salvages and looks at what came of it: a notebook that opens, is sound, and can be written to. */
async function salvaged(path: string): Promise<{ report: SalvageReport; target: string }> {
  const before = readFileSync(path)
  const target = join(temporaryFolder(), 'saved.memoire')
  const report = await salvageNotebook(path, target)
  expect(readFileSync(path).equals(before), 'the damaged notebook was only read').toBe(true)
  const copy = join(temporaryFolder(), 'copy.memoire')
  cpSync(target, copy)
  const session = await openSession(copy, { program: 'test' })
  try {
    expect(session.notebook.readOnlyBecause).toBeNull()
    const check = await call(session, 'notebook', 'check', undefined)
    expect({ ...check, ok: true, evidence: check.evidence.length }).toEqual({
      ok: true,
      database: [],
      foreignKeys: [],
      searchIndex: [],
      evidence: report.altered,
    })
    await call(session, 'topic', 'create', { name: 'After the salvage' })
    expect(session.notebook.undo()).not.toBeNull()
  } finally {
    await session.close()
  }
  return { report, target }
}

const derived = (table: string) => derivedColumns[table as 'article'] ?? []

function rowsOf(path: string, table: string): Map<string, Record<string, unknown>> {
  return reading(path, (db) => {
    const rows = db.all<Record<string, unknown>>(`SELECT * FROM ${table}`)
    return new Map(rows.map((row) => [String(row['id']), row]))
  })
}

function reading<T>(path: string, work: (db: Readable) => T): T {
  const db = openReadable(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Breaks what the rows refer to, as a damaged page would, but so that it is known what is lost. */
function removing(path: string, sql: string): void {
  const db = openScratch(path)
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  db.close()
}

const lostRows = (report: SalvageReport) => report.rows.reduce((sum, { lost }) => sum + lost, 0)

describe('salvage', () => {
  it('copies every row of a sound notebook, in the trash or not', async () => {
    const { report, target } = await salvaged(copyOfOriginal())
    expect(report).toMatchObject({
      damagedPages: 0,
      unreadableRows: 0,
      standIns: 0,
      altered: 0,
      leftovers: null,
    })
    expect(lostRows(report)).toBe(0)
    expect(reading(target, stateOf)).toEqual(reading(original, stateOf))
  })

  it('reads what is still in the journal of a notebook that was not closed', async () => {
    const path = copyOfOriginal()
    const session = await openSession(path, { program: 'test' })
    await call(session, 'capture', 'clipText', { text: 'Clipped a moment before the crash.' })
    const killed = join(temporaryFolder(), 'killed.memoire')
    for (const suffix of ['', '-wal']) cpSync(path + suffix, killed + suffix)
    const state = stateOf(session.notebook.reader())
    await session.close()
    const { target, report } = await salvaged(killed)
    expect(report).toMatchObject({ damagedPages: 0, unreadableRows: 0 })
    expect(reading(target, stateOf)).toEqual(state)
  })

  it('brings everything back where the first page is gone, and with it what tells where the tables are', async () => {
    const path = copyOfOriginal()
    writeFileSync(path, Buffer.alloc(pageSize), { flag: 'r+' })
    const { report, target } = await salvaged(path)
    expect(report.damagedPages).toBeGreaterThan(0)
    expect(reading(target, stateOf)).toEqual(reading(original, stateOf))
  })

  it.each(seeds)('saves what the sound pages hold as it was, and counts the rest (seed %i)', async (seed) => {
    const path = copyOfOriginal()
    const choice = randomly(seed)
    const bytes = readFileSync(path)
    for (let n = 0; n < 1 + choice.below(12); n++) {
      const start = (1 + choice.below(bytes.length / pageSize - 1)) * pageSize
      const rubbish = Buffer.from(Array.from({ length: pageSize }, () => choice.below(256)))
      const damage = choice.pick([rubbish, Buffer.alloc(pageSize), rubbish.subarray(0, 40)])
      damage.copy(bytes, start + choice.below(pageSize - damage.length + 1))
    }
    writeFileSync(path, bytes)
    const { report, target } = await salvaged(path)
    for (const table of ['article', 'quote', 'revision', 'actor', 'topic', 'comment', 'link']) {
      const before = rowsOf(original, table)
      const after = rowsOf(target, table)
      const { saved = 0, lost = 0 } = report.rows.find((row) => row.table === table) ?? {}
      expect(saved, table).toBeGreaterThan(0)
      // What was in one page of rows and in one page of the index at once is in no count.
      expect(saved + lost, table).toBeGreaterThan(before.size * 0.6)
      if (report.standIns > 0 || report.altered > 0) continue
      // What the triggers keep is made of the rows that are left.
      const own = (row: Record<string, unknown> | undefined) =>
        Object.entries(row ?? {}).filter(([column]) => !derived(table).includes(column))
      for (const [id, row] of after) expect(own(row), `${table} ${id}`).toEqual(own(before.get(id)))
    }
  })

  it('saves the half that is left of a file that was cut off', async () => {
    const path = copyOfOriginal()
    truncateSync(path, Math.floor(readFileSync(path).length / 2) + 100)
    const { report } = await salvaged(path)
    // Which tables stand in that half is chance.
    const saved = report.rows.filter(({ table }) => ['article', 'quote', 'link'].includes(table))
    expect(saved.reduce((sum, row) => sum + row.saved, 0)).toBeGreaterThan(0)
  })

  it('keeps the words of quotes whose article and text are lost', async () => {
    const path = copyOfOriginal()
    removing(path, 'DELETE FROM revision; DELETE FROM article; DELETE FROM anchor')
    const { report, target } = await salvaged(path)
    const before = rowsOf(original, 'quote')
    const after = rowsOf(target, 'quote')
    expect(report.standIns).toBeGreaterThan(0)
    expect([...after.values()].map((row) => row['exact']).sort()).toEqual(
      [...before.values()].map((row) => row['exact']).sort(),
    )
    const session = await openSession(target, { program: 'test', readOnly: true })
    const { rows } = await call(session, 'quote', 'list', { limit: 500 })
    expect(rows.length).toBeGreaterThan(10)
    for (const { anchor } of rows) expect(anchor.outcome).toBe('same')
    const { hits } = await call(session, 'search', 'run', { query: 'treaty' })
    expect(hits.some((hit) => hit.kind === 'quote')).toBe(true)
    await session.close()
  })

  it('gives texts a title where their article is lost, and quotes a name and a topic where those are', async () => {
    const path = copyOfOriginal()
    removing(path, 'DELETE FROM article; DELETE FROM actor; DELETE FROM topic')
    const { target } = await salvaged(path)
    const before = rowsOf(original, 'quote')
    for (const [id, row] of rowsOf(target, 'quote'))
      expect(row['speaker_id']).toBe(before.get(id)?.['speaker_id'])
    const articles = rowsOf(target, 'article')
    for (const row of rowsOf(target, 'revision').values()) {
      const title = String(articles.get(String(row['article_id']))?.['title'])
      expect(title.length).toBeGreaterThan(10)
      expect(String(row['text']).startsWith(title)).toBe(true)
    }
    expect(rowsOf(target, 'link').size).toBe(rowsOf(original, 'link').size)
  })

  it('keeps quotes and codings whose coder, round, utterance and conditions are lost', async () => {
    const path = copyOfOriginal()
    const lost = ['coder', 'round', 'utterance', 'topic', 'actor', 'step', 'membership']
    removing(path, lost.map((table) => `DELETE FROM ${table}`).join('; '))
    const { target } = await salvaged(path)
    const links = rowsOf(target, 'link')
    expect(links.size).toBe(rowsOf(original, 'link').size)
    const coded = [...links.values()].filter((row) => row['coder_id'] !== null)
    expect(coded).toHaveLength(2)
    expect(coded.map((row) => [row['condition'], row['condition_actor_id'], row['red_line']])).toEqual([
      ['if the dam opens', null, 1],
      ['if the dam opens', null, 1],
    ])
    expect([...rowsOf(target, 'coder').values()].map((row) => row['name'])).toEqual(['Lost coder 1'])
    expect(rowsOf(target, 'quote').size).toBe(rowsOf(original, 'quote').size)
    for (const table of ['translation', 'rejection'])
      expect(rowsOf(target, table)).toEqual(rowsOf(original, table))
  })

  it('draws a text anew whose document is damaged', async () => {
    const path = copyOfOriginal()
    removing(
      path,
      `UPDATE revision SET document = replace(document, '"type":"paragraph"', '"type":"paragrapg"')`,
    )
    const { report, target } = await salvaged(path)
    expect(report).toMatchObject({ standIns: 25, altered: 0 })
    const session = await openSession(target, { program: 'test', readOnly: true })
    const { rows } = await call(session, 'article', 'list', { limit: 1 })
    const { currentRevisionId } = await call(session, 'article', 'get', { id: rows[0]?.id ?? '' })
    const { document, text } = await call(session, 'article', 'content', { revisionId: currentRevisionId })
    expect(documentText(parseArticleDocument(document))).toBe(text)
    await session.close()
  })

  it('writes what has no place any more to a file beside the new notebook, and drops nothing', async () => {
    const path = copyOfOriginal()
    removing(path, 'DELETE FROM quote; DELETE FROM anchor')
    const { report } = await salvaged(path)
    const lines = readFileSync(report.leftovers?.path ?? '', 'utf8')
      .trim()
      .split('\n')
    const rows = lines.map((line) => JSON.parse(line) as { table: string; row: { text?: string } })
    expect(rows).toHaveLength(report.leftovers?.count ?? 0)
    const texts = [...rowsOf(original, 'comment').values()].map((row) => row['text'])
    expect(
      rows
        .filter(({ table }) => table === 'comment')
        .map(({ row }) => row.text)
        .sort(),
    ).toEqual(texts.sort())
  })

  it('says how many rows the index names and no page holds', async () => {
    const path = copyOfOriginal()
    const root = reading(path, (db) =>
      db.get<{ page: number }>("SELECT rootpage AS page FROM sqlite_schema WHERE name = 'topic'"),
    )
    const bytes = readFileSync(path)
    bytes.fill(0, ((root?.page ?? 0) - 1) * pageSize, (root?.page ?? 0) * pageSize)
    writeFileSync(path, bytes)
    const { report } = await salvaged(path)
    expect(report.rows.find(({ table }) => table === 'topic')).toEqual({ table: 'topic', saved: 0, lost: 4 })
  })

  it('refuses what holds nothing of a notebook, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'noise.memoire')
    writeFileSync(path, Buffer.alloc(40_000, 'no notebook at all '))
    const target = join(folder, 'saved.memoire')
    await expect(salvageNotebook(path, target)).rejects.toMatchObject({ code: 'nothing-to-salvage' })
    expect(existsSync(target)).toBe(false)
    await expect(salvageNotebook(path, original)).rejects.toMatchObject({ code: 'file-exists' })
  })
})
