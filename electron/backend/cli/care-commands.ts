import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { SalvageReport } from '#shared/domain/notebook.ts'
import { salvageNotebook } from '../salvage/salvage-notebook.ts'
import { call } from './call.ts'
import { plain, print } from './output.ts'
import { inNotebook, notebookPath, run } from './run.ts'

/** Commands that keep the notebook safe and sound. */
export function addCareCommands(program: Command): void {
  program
    .command('backup')
    .description('copy the notebook and prove the copy')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const backup = await call(session, 'backup', 'create', undefined)
        print(json, backup, [backup.path])
      }),
    )

  program
    .command('restore')
    .description('put the notebook back to a backup, or list them')
    .argument('[name]', 'a name from the list')
    .action((name: string | undefined, _: object, command: Command) =>
      inNotebook(command, { readOnly: name === undefined }, async (session, json) => {
        if (name === undefined) {
          const backups = await call(session, 'backup', 'list', undefined)
          return print(
            json,
            backups,
            backups.length === 0 ? ['There are no backups yet.'] : backups.map((one) => one.name),
          )
        }
        await call(session, 'backup', 'restore', { name: basename(name) })
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
    .description('make the search index anew')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const done = await call(session, 'notebook', 'reindex', undefined)
        print(json, done, [`Indexed ${done.documents} articles, quotes and comments`])
      }),
    )

  program
    .command('check')
    .description('check the database, the search index and the evidence')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const report = await call(session, 'notebook', 'check', undefined)
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

function describeSalvage({ rows, ...report }: SalvageReport): string[] {
  const lost = rows.filter((row) => row.lost > 0)
  const told: Array<[number, string]> = [
    [report.damagedPages, 'pages were damaged'],
    [report.unreadableRows, 'rows in sound pages could not be read'],
    [report.standIns, 'stand-ins were made for what is lost and others refer to'],
    [report.altered, 'texts or quotes do not agree with what was captured; see: check'],
  ]
  return [
    `Saved ${rows.map(({ table, saved }) => `${saved} of ${table}`).join(', ')}`,
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
