import { parentPort, Worker } from 'node:worker_threads'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError, type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import type { TaskControls } from './store/task-controls.ts'

type Message<Result> = { progress: TaskProgress } | { result: Result } | { error: ErrorData }

interface ThreadTask extends TaskControls {
  /** The worker script, which calls `runThreadTask`. */
  script: URL
  data: unknown
  /** What to say where it is cancelled. */
  cancelled: string
  /** Called when nothing of it runs any more, however it ended. */
  onEnd?: () => void
}

/**
 * Does long work in a thread of its own, since nobody should wait for it.
 *
 * @throws AppError `cancelled`, at once when `signal` says so, while the thread ends with the step it is in
 */
export async function taskInThread<Result>(task: ThreadTask): Promise<Result> {
  const { signal, report } = task
  const worker = new Worker(task.script, {
    workerData: task.data,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const cancelled = () => new AppError('cancelled', task.cancelled)
  let stop = () => {}
  try {
    return await new Promise<Result>((resolve, reject) => {
      stop = () => {
        reject(cancelled())
        void worker.terminate()
      }
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
      worker.on('message', (message: Message<Result>) => {
        if ('progress' in message) report?.(message.progress)
        else if ('result' in message) resolve(message.result)
        else reject(new AppError(message.error.code, message.error.message, message.error.hint))
      })
      worker.on('error', reject).on('exit', () => {
        task.onEnd?.()
        reject(cancelled())
      })
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** The other end, in the thread: does the work, and says what came of it. */
export async function runThreadTask<Result>(
  work: (report: (progress: TaskProgress) => void) => Result | Promise<Result>,
): Promise<void> {
  const say = (message: Message<Result>) => parentPort?.postMessage(message)
  try {
    say({ result: await work((progress) => say({ progress })) })
  } catch (error) {
    say({ error: toErrorData(error) })
  }
}
