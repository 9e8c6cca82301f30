import { expect, test } from 'vitest'
import type { TaskProgress } from '#shared/domain/task.ts'
import { createTasks } from './tasks.ts'

const at = (share: number): TaskProgress => ({ step: 'copying', share })

/** Everything that was told until the watch ended by itself. */
async function all(watched: AsyncIterable<TaskProgress>): Promise<TaskProgress[]> {
  const told: TaskProgress[] = []
  for await (const progress of watched) told.push(progress)
  return told
}

const turn = () => new Promise((resume) => setImmediate(resume))

test('Work is watched from before it begins until it ends, whatever else runs', async () => {
  const tasks = createTasks()
  const told = all(tasks.watch('a', undefined))
  await tasks.run('other', undefined, async ({ report }) => report(at(0.9)))
  const result = await tasks.run('a', undefined, async ({ report }) => {
    for (const share of [0.1, 0.2, 1]) {
      report(at(share))
      await turn()
    }
    return 'done'
  })
  expect(result).toBe('done')
  expect(await told).toEqual([at(0.1), at(0.2), at(1)])
})

test('Who is slow to listen is told the latest alone', async () => {
  const tasks = createTasks()
  const told: TaskProgress[] = []
  const work = tasks.run('a', undefined, async ({ report }) => {
    for (const share of [0.1, 0.2, 0.3]) report(at(share))
    await turn()
  })
  for await (const progress of tasks.watch('a', undefined)) told.push(progress)
  await work
  expect(told).toEqual([at(0.3)])
})

test('Cancelling ends the one that is named, by its signal, and its watch with it', async () => {
  const tasks = createTasks()
  const untilAborted = ({ signal }: { signal: AbortSignal }) =>
    new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('ended')))
  const one = tasks.run('one', undefined, untilAborted)
  const other = tasks.run('other', undefined, untilAborted)
  const watched = all(tasks.watch('one', undefined))
  tasks.cancel('one')
  tasks.cancel('nobody')
  expect(await one).toBe('ended')
  expect(await watched).toEqual([])
  expect(await Promise.race([other, turn()])).toBeUndefined()
  tasks.cancelAll()
  expect(await other).toBe('ended')
})

test('A caller that goes away ends its own watch, and work that was made to depend on it', async () => {
  const tasks = createTasks()
  const caller = new AbortController()
  const watched = all(tasks.watch('never begun', caller.signal))
  const work = tasks.run('a', caller.signal, ({ signal }) => {
    return new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('ended')))
  })
  caller.abort()
  expect([await watched, await work]).toEqual([[], 'ended'])
})

test('Work that fails is over: its error is thrown, and nobody goes on watching it', async () => {
  const tasks = createTasks()
  const watched = all(tasks.watch('a', undefined))
  const work = tasks.run('a', undefined, async () => {
    await turn()
    throw new Error('no space')
  })
  await expect(work).rejects.toThrow('no space')
  expect(await watched).toEqual([])
})
