import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { SalvageReport } from '#shared/domain/notebook.ts'
import { AppError } from '#shared/util/app-error.ts'
import { openSession, type Session } from '../router/session.ts'
import { salvageNotebook } from '../salvage/salvage-notebook.ts'
import { listBackups } from '../store/backup.ts'
import { realPath } from '../store/open-notebook.ts'
import { restoreUnopened } from '../store/restore-unopened.ts'
import { call } from './call.ts'
import { cancellable } from './cancellable.ts'
import { plain, print } from './output.ts'
import { inNotebook, notebookPath, run } from './run.ts'

/** Commands that keep the notebook safe and sound. */
export function addCareCommands(program: Command): void {
  program
    .command('backup')
    .description('copy the notebook and prove the copy; Ctrl+C ends it and leaves nothing')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const backup = await cancellable(session, json, (taskId) =>
          call(session, 'backup', 'create', { taskId }),
        )
        print(json, backup, [backup.path])
      }),
    )

  program
    .command('restore')
    .description('put the notebook back to a backup, or list them')
    .argument('[name]', 'a name from the list')
    .action((name: string | undefined, _: object, command: Command) =>
      run(command, async (json) => {
        const path = realPath(notebookPath(command))
        if (name === undefined) {
          const backups = listBackups(path)
          const lines = backups.length === 0 ? ['There are no backups yet.'] : backups.map((one) => one.name)
          return print(json, backups, lines)
        }
        await restore(path, basename(name))
        print(json, { restored: basename(name) }, [`Restored ${basename(name)}`])
      }),
    )

  program
    .command('salvage')
    .description('copy what can be read of a damaged notebook into a new one, and say what was lost')
    .argument('<target>', 'the new notebook')
    .action((target: string, _: object, command: Command) =>
      run(command, async (json) => {
        const report = await salvageNotebook(resolve(notebookPath(command)), resolve(target))
        print(json, report, describeSalvage(report).map(plain))
      }),
    )

  program
    .command('reindex')
    .description('make the search index and the counts of lists anew')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const done = await call(session, 'notebook', 'reindex', undefined)
        print(json, done, [`Indexed ${done.documents} entries`])
      }),
    )

  program
    .command('check')
    .description('check the database, the search index and the evidence')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const report = await cancellable(session, json, (taskId) =>
          call(session, 'notebook', 'check', { taskId }),
        )
        const problems = [
          ...report.database,
          ...report.foreignKeys,
          ...report.searchIndex,
          ...report.evidence,
        ]
        print(json, report, report.ok ? ['ok'] : problems)
        if (!report.ok) process.exitCode = 1
      }),
    )
}

/** What is wrong with a notebook that a restore puts right. */
const putRightByRestore = ['damaged-notebook', 'not-a-notebook', 'altered-schema', 'no-such-notebook']

/** Also where the notebook cannot be opened, or is gone: that is what backups are for. */
async function restore(path: string, name: string): Promise<void> {
  let session: Session
  try {
    session = await openSession(path, { program: 'command line' })
  } catch (error) {
    if (!(error instanceof AppError && putRightByRestore.includes(error.code))) throw error
    return restoreUnopened(path, name)
  }
  try {
    await call(session, 'backup', 'restore', { name })
  } finally {
    await session.close()
  }
}

function describeSalvage({ rows, ...report }: SalvageReport): string[] {
  const lost = rows.filter((row) => row.lost > 0)
  const told: Array<[number, string]> = [
    [report.damagedPages, 'pages were damaged'],
    [report.unreadableRows, 'rows in sound pages could not be read'],
    [report.standIns, 'stand-ins were made for what is lost and others refer to'],
    [report.altered, 'texts or quotes do not agree with what was captured; see: check'],
  ]
  return [
    `Saved ${rows
      .filter(({ saved }) => saved > 0)
      .map(({ table, saved }) => `${saved} of ${table}`)
      .join(', ')}`,
    lost.length === 0
      ? 'Lost: nothing known'
      : `Lost ${lost.map((row) => `${row.lost} of ${row.table}`).join(', ')}`,
    ...told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...(report.leftovers
      ? [`${report.leftovers.count} rows have no place any more: ${report.leftovers.path}`]
      : []),
    report.path,
  ]
}
