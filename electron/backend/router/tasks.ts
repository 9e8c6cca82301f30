import type { TaskProgress } from '#shared/domain/task.ts'
import type { TaskControls } from '../store/task-controls.ts'

/** Long work under way, by the id its caller chose: the one way to watch it and to cancel it. */
export interface Tasks {
  /** Does `work`, which can be watched and cancelled meanwhile; also ended by `signal`. Without an id nobody can name it. */
  run<T>(
    taskId: string | undefined,
    signal: AbortSignal | undefined,
    work: (controls: Required<TaskControls> & { signal: AbortSignal }) => Promise<T>,
  ): Promise<T>
  /** Ends it where it is under way; what is done already stays. */
  cancel(taskId: string): void
  /** How far it has come, the latest alone where the caller is slow; may be asked for before it begins, and ends with it. */
  watch(taskId: string, signal: AbortSignal | undefined): AsyncIterable<TaskProgress>
  /** Cancels all of it. */
  cancelAll(): void
}

interface Running {
  readonly controller: AbortController
  latest: TaskProgress | null
}

export function createTasks(): Tasks {
  const running = new Map<string | symbol, Running>()
  const waiting = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of waiting) wake()
    waiting.clear()
  }

  async function* watch(taskId: string, signal: AbortSignal | undefined): AsyncIterable<TaskProgress> {
    signal?.addEventListener('abort', wakeAll, { once: true })
    let begun = false
    let told: TaskProgress | null = null
    while (!signal?.aborted) {
      const task = running.get(taskId)
      if (task === undefined && begun) return
      begun = task !== undefined
      const latest = task?.latest ?? null
      if (latest !== told && latest !== null) {
        told = latest
        yield latest
      } else await new Promise<void>((wake) => waiting.add(wake))
    }
  }

  return {
    async run(taskId, signal, work) {
      const task: Running = { controller: new AbortController(), latest: null }
      const key = taskId ?? Symbol('unnamed task')
      const own = task.controller.signal
      running.set(key, task)
      wakeAll()
      try {
        return await work({
          signal: signal === undefined ? own : AbortSignal.any([own, signal]),
          report: (progress) => {
            task.latest = progress
            wakeAll()
          },
        })
      } finally {
        running.delete(key)
        wakeAll()
      }
    },
    cancel: (taskId) => running.get(taskId)?.controller.abort(),
    watch,
    cancelAll: () => {
      for (const { controller } of running.values()) controller.abort()
    },
  }
}
