/** A failure the user can understand and act on: its message is one or two sentences, shown without a stack. */
export class Failure extends Error {}

/**
 * Shows an error at the end of a command: a Failure by its sentence, anything else with its stack.
 *
 * @param {unknown} error
 */
export function showError(error) {
  if (error instanceof Failure) console.error(error.message)
  else console.error(error)
}
