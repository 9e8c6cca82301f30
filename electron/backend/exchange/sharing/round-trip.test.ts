import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { type SharePart, withholdableSchema } from '#shared/domain/sharing.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Notebook } from '../../store/notebook.ts'
import { changes, isRefusal } from '../../store/random-changes.fixture.ts'
import type { Readable, SqlValue } from '../../store/connection.ts'
import { idsIn, importFile, openedIndexed, share } from './sharing.fixture.ts'
import { sharedTables } from './shared-tables.ts'

async function randomNotebook(seed: number): Promise<Notebook> {
  const choice = randomly(seed)
  const notebook = await openedIndexed()
  for (let step = 0; step < 260; step++) {
    const [label, run] = choice.pick(changes)
    try {
      notebook.mutate(label, (db) => run(db, choice))
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return notebook
}

/** Every live row of the tables that are shared, but for when it was last touched. */
function rowsOf(db: Readable): Record<string, Record<string, SqlValue>[]> {
  return Object.fromEntries(
    Object.entries(sharedTables).map(([name, { columns }]) => {
      const kept = columns.filter((column) => column !== 'updated_at')
      const hasTrash = db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
      const live = hasTrash.some((column) => column.name === 'deleted_at') ? 'WHERE deleted_at IS NULL' : ''
      return [name, db.all(`SELECT ${kept.join(', ')} FROM ${name} ${live} ORDER BY 1, 2`)]
    }),
  )
}

const added = (report: Awaited<ReturnType<typeof importFile>>) =>
  report.parts.flatMap((part) => (part.added.total === 0 ? [] : [part.kind]))

for (const seed of [11]) {
  test(`any part of any notebook is sound, and comes back into its own as nothing new (seed ${seed})`, async () => {
    const notebook = await randomNotebook(seed)
    const db = notebook.reader()
    const before = rowsOf(db)
    const choice = randomly(seed)
    const some = (table: string) => {
      const ids = db.all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL`)
      return ids.length === 0 ? [] : [choice.pick(ids).id, choice.pick(ids).id]
    }
    const parts: Partial<SharePart>[] = [
      { whole: true },
      { topicIds: some('topic') },
      { articleIds: some('article') },
      { actorIds: some('actor') },
      { roundIds: some('round') },
      { from: '2026-01', until: '2026-12' },
      { topicIds: some('topic'), actorIds: some('actor') },
    ]
    let shared = 0
    for (const part of parts)
      for (const without of [[], withholdableSchema.options]) {
        const made = await share(db.path, part, without).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'nothing-to-share') return undefined
          throw error
        })
        if (made === undefined) continue
        shared++
        const report = await importFile(notebook, made.path)
        expect(added(report), JSON.stringify({ part, without })).toEqual([])
        expect(report.conflicts.total, JSON.stringify(report.conflicts)).toBe(0)
        expect(rowsOf(notebook.reader())).toEqual(before)
      }
    expect(shared).toBeGreaterThan(8)
  })

  test(`a part comes into an empty notebook as it was shared (seed ${seed})`, async () => {
    const notebook = await randomNotebook(seed)
    const made = await share(notebook.reader().path, { whole: true }, [])
    const empty = await openedIndexed()
    const report = await importFile(empty, made.path)
    expect(report.conflicts.total).toBe(0)
    const [there, here] = [rowsOf(made.db), rowsOf(empty.reader())]
    for (const name of Object.keys(there)) expect(here[name]?.length, name).toBe(there[name]?.length)
    expect(idsIn(empty.reader(), 'quote')).toEqual(idsIn(made.db, 'quote'))
    expect(Object.values(await empty.check()).flat()).toEqual([])
  })
}
