import type { TaskProgress } from '#shared/domain/task.ts'
import { client } from './client.ts'

interface TaskOptions {
  signal: AbortSignal
  onProgress?: (progress: TaskProgress) => void
}

/**
 * Makes a call to the backend that takes long: `call` is given the id by which it is watched, and cancelled once `signal` is
 * aborted. What was stored or made before stays.
 */
export async function runTask<T>(
  call: (taskId: string) => Promise<T>,
  { signal, onProgress }: TaskOptions,
): Promise<T> {
  const taskId = crypto.randomUUID()
  const cancel = () => void client.task.cancel.mutate({ taskId }).catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  const watch =
    onProgress && client.task.watch.subscribe({ taskId }, { onData: onProgress, onError: () => {} })
  try {
    signal.throwIfAborted()
    return await call(taskId)
  } finally {
    signal.removeEventListener('abort', cancel)
    watch?.unsubscribe()
  }
}
