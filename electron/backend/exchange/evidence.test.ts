import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExportFormat } from '#shared/domain/exchange.ts'
import { type Readable, readMoment } from '../store/connection.ts'
import { temporaryFolder } from '../store/notebook.fixture.ts'
import { codedNotebook } from './coded.fixture.ts'
import { readEvidence } from './evidence.ts'
import { runExport } from './run-export.ts'

/** How many texts of revisions an export reads. */
async function textsRead(path: string, format: ExportFormat): Promise<number> {
  const target = join(temporaryFolder(), 'out')
  return readMoment(path, async (db) => {
    const { db: counting, count } = countingTexts(db)
    await runExport(counting, { format, target, selection: {}, replace: false })
    return count()
  })
}

function countingTexts(db: Readable): { db: Readable; count: () => number } {
  let texts = 0
  const counting: Readable = {
    ...db,
    get(sql, ...parameters) {
      if (/\btext FROM revision\b/.test(sql)) texts++
      return db.get(sql, ...parameters)
    },
  }
  return { db: counting, count: () => texts }
}

test('A text is read when it is first asked for, and once', async () => {
  await readMoment(await codedNotebook(), (db) => {
    const { db: counting, count } = countingTexts(db)
    const sources = [...readEvidence(counting).articles()].flatMap((article) => article.sources)
    expect(count()).toBe(0)
    for (const source of sources) expect(source.text).toBe(source.text)
    expect(count()).toBe(sources.length)
  })
})

test('A bibliography reads no text, and a project of few articles reads each once', async () => {
  const path = await codedNotebook()
  const sources = await readMoment(
    path,
    (db) => [...readEvidence(db).articles()].flatMap((article) => article.sources).length,
  )
  expect(sources).toBeGreaterThan(1)
  for (const format of ['csl-json', 'bibtex', 'ris'] as const) expect(await textsRead(path, format)).toBe(0)
  expect(await textsRead(path, 'qdpx')).toBe(sources)
})
