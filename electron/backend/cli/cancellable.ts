import { v7 as uuidv7 } from 'uuid'
import type { TaskStep } from '#shared/domain/task.ts'
import type { Session } from '../router/session.ts'
import { createProgressLine } from './progress-line.ts'

const steps: Record<TaskStep, string> = {
  copying: 'copying',
  proving: 'checking the copy',
  tables: 'reading tables and indexes',
  index: 'comparing the search index with the texts',
  evidence: 'comparing texts and originals with their hashes',
  writing: 'writing',
  changing: 'changing',
  fetching: 'fetching feeds',
  reading: 'reading the file',
}

/** Does long work that `call` gives an id: its progress is a line of the terminal, and Ctrl+C cancels it. */
export async function cancellable<T>(
  { tasks }: Pick<Session, 'tasks'>,
  json: boolean,
  call: (taskId: string) => Promise<T>,
): Promise<T> {
  const taskId = uuidv7()
  const line = createProgressLine(json)
  const watching = new AbortController()
  const cancel = () => tasks.cancel(taskId)
  process.once('SIGINT', cancel)
  const shown = (async () => {
    for await (const { step, share } of tasks.watch(taskId, watching.signal))
      line.show(`${Math.floor(share * 100)} %: ${steps[step]}`)
  })()
  try {
    return await call(taskId)
  } finally {
    process.off('SIGINT', cancel)
    watching.abort()
    await shown
    line.clear()
  }
}
