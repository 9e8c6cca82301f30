import type { Command } from 'commander'
import { AppError } from '#shared/util/app-error.ts'
import { openSession, type Session } from '../router/session.ts'
import { printFailure } from './output.ts'

export interface GlobalOptions {
  notebook?: string
  json?: boolean
}

/** The command was called wrongly, which is another exit code than a failure. */
export class UsageError extends AppError {}

/**
 * Runs a command without a notebook; a failure is printed and becomes exit code 1, 2 where it was called wrongly, or 130 where
 * it was cancelled.
 */
export async function run(command: Command, work: (json: boolean) => Promise<void> | void): Promise<void> {
  const { json = false } = command.optsWithGlobals<GlobalOptions>()
  try {
    await work(json)
  } catch (error) {
    printFailure(json, error)
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return 2
  return error instanceof AppError && error.code === 'cancelled' ? 130 : 1
}

/** Opens the notebook that `--notebook` names, runs the command on it, and closes it again whatever happens. */
export function inNotebook(
  command: Command,
  { readOnly }: { readOnly: boolean },
  work: (session: Session, json: boolean) => Promise<void>,
): Promise<void> {
  return run(command, async (json) => {
    const session = await openSession(notebookPath(command), { program: 'command line', readOnly })
    try {
      await work(session, json)
    } finally {
      await session.close()
    }
  })
}

/** @throws UsageError `no-notebook-named` */
export function notebookPath(command: Command): string {
  const { notebook = process.env['AIDE_MEMOIRE_NOTEBOOK'] } = command.optsWithGlobals<GlobalOptions>()
  if (notebook === undefined || notebook === '') {
    throw new UsageError(
      'no-notebook-named',
      'No notebook is named.',
      'Name one with --notebook NAME.memoire, or set AIDE_MEMOIRE_NOTEBOOK.',
    )
  }
  return notebook
}
