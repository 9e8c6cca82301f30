/**
 * A failure the user can understand. `code` is stable and belongs to the contract (the interface translates by it, the
 * command line prints it); `message` is an English sentence; `hint` says what to do next where something can be done.
 */
export class AppError extends Error {
  readonly code: string
  readonly hint: string | undefined

  constructor(code: string, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
    this.hint = hint
  }
}

/** The error as plain data, for a channel that carries no classes (worker messages, RPC). */
export interface ErrorData {
  code: string
  message: string
  hint?: string | undefined
}

/** Any thrown value as data. What is not an `AppError` is an internal error: its message is kept, its stack is not. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message, hint: thrown.hint }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}
