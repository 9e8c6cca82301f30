import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '#shared/rpc/router-type.ts'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'

/** What went wrong, as the backend said it: a stable code, a sentence, and what to do where something can be done. */
export function errorDataOf(error: unknown): ErrorData {
  if (error instanceof TRPCClientError) {
    const { data } = error as TRPCClientError<AppRouter>
    if (data?.app !== undefined) return data.app
    return { code: 'disconnected', message: error.message }
  }
  return toErrorData(error)
}
