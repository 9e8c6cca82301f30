import { ZodError } from 'zod'
import { AppError, type ErrorData, toErrorData } from '#shared/util/app-error.ts'

/** Prints an answer: as JSON where it was asked for, else as the lines given. */
export function print(json: boolean, answer: unknown, lines: readonly string[]): void {
  process.stdout.write(
    json ? `${JSON.stringify(answer, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
  )
}

/** Prints a failure to standard error, a code and a sentence; with JSON asked for also to standard output. */
export function printFailure(json: boolean, thrown: unknown): void {
  const error = failureOf(thrown)
  if (json) process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`)
  process.stderr.write(`${error.code}: ${error.message}\n`)
  if (error.hint) process.stderr.write(`${error.hint}\n`)
}

/** Text from pages and users may hold escape sequences that a terminal would obey; here it is only shown. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
}

function failureOf(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) return toErrorData(thrown)
  if (thrown instanceof ZodError) {
    const [issue] = thrown.issues
    return {
      code: 'bad-input',
      message: `${issue?.path.join('.') || 'input'}: ${issue?.message ?? 'not valid'}`,
    }
  }
  return toErrorData(thrown)
}
