import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { isTask, type OnceCall } from '#shared/rpc/once.ts'
import type { AppRouter } from '#shared/rpc/router-type.ts'

/**
 * Milliseconds before each further try. The first is longer than the client below takes to begin its own reconnection,
 * which would end a connection that a call had opened before.
 */
const retryDelays = [200, 500, 1500]

/**
 * Makes a call that was in flight when the connection broke once more, on the next connection. A change travels with a
 * key, so that it happens once even if only its answer was lost; a task is not repeated, and neither is a watch, which
 * the client below resumes by itself.
 */
export const retryLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) => {
    if (op.type === 'subscription' || isTask(op.path)) return next(op)
    const sent = op.type === 'mutation' ? { ...op, input: withKey(op.input) } : op
    return observable((observer) => {
      let current: Unsubscribable | undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      const attempt = ([delay, ...later]: readonly number[]) => {
        current = next(sent).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (delay === undefined || !isDisconnection(error) || op.signal?.aborted) observer.error(error)
            else timer = setTimeout(() => attempt(later), delay)
          },
        })
      }
      attempt(retryDelays)
      return () => {
        clearTimeout(timer)
        current?.unsubscribe()
      }
    })
  }
}

function withKey(input: unknown): OnceCall {
  return { onceKey: crypto.randomUUID(), input }
}

/** What the backend answers has a shape; what has none was never answered. */
function isDisconnection(error: unknown): boolean {
  return error instanceof TRPCClientError && error.shape === undefined
}
