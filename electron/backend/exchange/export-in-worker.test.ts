import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { filesIn, temporaryFolder, thrownBy } from '../store/notebook.fixture.ts'
import { codedNotebook } from './coded.fixture.ts'
import { exportInWorker } from './export-in-worker.ts'

test('an export in a thread of its own tells how far it is and what it wrote', async () => {
  const folder = temporaryFolder()
  const path = await codedNotebook()
  const progress: number[] = []
  const report = await exportInWorker(
    { path, order: { format: 'ris', target: join(folder, 'all.ris'), selection: {}, replace: false } },
    { report: ({ share }) => progress.push(share) },
  )
  expect(report).toMatchObject({ articles: 2, path: join(folder, 'all.ris') })
  expect(progress.at(-1)).toBe(1)
})

test('a cancelled export says so and leaves nothing behind', async () => {
  const folder = temporaryFolder()
  const path = await codedNotebook()
  const controller = new AbortController()
  const order = { format: 'dna', target: join(folder, 'all.dna'), selection: {}, replace: false } as const
  const exporting = exportInWorker({ path, order }, { signal: controller.signal })
  controller.abort()
  expect(await thrownBy(() => exporting)).toMatchObject({ code: 'cancelled' })
  await vi.waitFor(() => expect(filesIn(folder)).toEqual([]))
})

test('what is wrong with an export comes out of its thread with its code', async () => {
  const path = await codedNotebook()
  const target = join(temporaryFolder(), 'no', 'all.ris')
  const order = { format: 'ris', target, selection: {}, replace: false } as const
  const error = await thrownBy(() => exportInWorker({ path, order }))
  expect(error).toMatchObject({ code: 'no-such-folder' })
})
