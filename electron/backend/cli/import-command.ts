import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import { type ImportFormat, type ImportReport, importFormatSchema } from '#shared/domain/import.ts'
import { AppError } from '#shared/util/app-error.ts'
import { planImport } from '../capture/importing/plan-import.ts'
import {
  type ImportProgress,
  type ImportReport as ArticlesReport,
  runImport,
} from '../capture/importing/run-import.ts'
import { formatOf, importSource } from '../exchange/incoming/import-source.ts'
import { type ImportChoice, importFile, previewFile } from '../router/import-file.ts'
import type { Session } from '../router/session.ts'
import { cancellable } from './cancellable.ts'
import { describeImported } from './describe-imported.ts'
import { plain, print } from './output.ts'
import { createProgressLine, type ProgressLine, timeLeft } from './progress-line.ts'
import { inNotebook } from './run.ts'

interface ImportOptions {
  workers: number
  failures?: string
  as?: ImportFormat
  preview?: true
}

const shownFailures = 20

function readWorkers(value: string): number {
  const workers = Number(value)
  if (!Number.isInteger(workers) || workers < 1 || workers > 16)
    throw new InvalidArgumentError('It is a number from 1 to 16.')
  return workers
}

/**
 * `import`: what a reader knows goes in as one change, which Ctrl+C ends with nothing changed; anything else is articles, of which
 * Ctrl+C leaves what is stored, and the same command again goes on from there.
 */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'import another notebook, what other programs export, or the articles of folders, ZIP, MBOX and files',
    )
    .argument('<paths...>', 'folders and files')
    .option(
      '--workers <n>',
      'files taken apart at a time',
      readWorkers,
      Math.max(1, Math.min(4, availableParallelism() - 1)),
    )
    .option('--failures <file>', 'write what failed, and why, as JSON')
    .addOption(
      new Option('--as <format>', 'read it as this; found out where it is left out').choices(
        importFormatSchema.options,
      ),
    )
    .option('--preview', 'only tell what would be added, and what is there')
    .action((paths: string[], options: ImportOptions, command: Command) =>
      inNotebook(command, { readOnly: options.preview ?? false }, async (session, json) => {
        const { notebook } = session
        const known = await knownFiles(paths, options)
        if (known.length > 0) return importKnown(session, known, json, options)
        notebook.assertWritable()
        const controller = new AbortController()
        const cancel = () => controller.abort()
        process.once('SIGINT', cancel)
        const plan = await planImport(paths)
        try {
          const report = await runImport(notebook, plan, {
            id: uuidv7(),
            workers: options.workers,
            signal: controller.signal,
            onProgress: showProgress(createProgressLine(json)),
          })
          if (options.failures !== undefined) writeFailures(options.failures, report)
          print(json, report, describeImport(report))
          if (report.isCancelled) process.exitCode = 130
          else if (report.failures.length > 0) process.exitCode = 1
        } finally {
          process.off('SIGINT', cancel)
          await plan.close()
        }
      }),
    )
}

/** The paths as what they are; none where all of them are articles to be clipped. */
async function knownFiles(paths: readonly string[], { as, preview }: ImportOptions): Promise<ImportChoice[]> {
  const files = await Promise.all(
    paths.map(async (source) => ({ source, format: as ?? (await formatOf(importSource(source))) })),
  )
  return preview || files.some(({ format }) => format !== 'articles') ? files : []
}

async function importKnown(
  session: Session,
  files: readonly ImportChoice[],
  json: boolean,
  { preview = false }: { preview?: boolean },
): Promise<void> {
  const reports: ImportReport[] = []
  for (const file of files) {
    const report = await cancellable(session, json, (taskId) =>
      session.tasks.run(taskId, undefined, async (controls) =>
        preview ? previewFile(session, file, controls) : (await importFile(session, file, controls)).report,
      ),
    )
    reports.push(report)
    if (!json) print(json, report, describeImported(file.source, report, preview))
  }
  if (json) print(json, reports.length === 1 ? reports[0] : reports, [])
}

function showProgress(line: ProgressLine): (progress: ImportProgress) => void {
  const begun = performance.now()
  return ({ total, done, failed, current }) => {
    if (current === null) return line.clear()
    const left = done === 0 ? '' : `, ${timeLeft(((performance.now() - begun) / done) * (total - done))} left`
    line.show(`${done} of ${total}${left}, ${failed} failed: ${plain(current).slice(-50)}`)
  }
}

function writeFailures(path: string, { failures }: ArticlesReport): void {
  try {
    writeFileSync(path, `${JSON.stringify(failures, null, 2)}\n`)
  } catch (error) {
    throw new AppError('file-unwritable', `${path} cannot be written.`, undefined, { cause: error })
  }
}

function describeImport({
  total,
  done,
  created,
  there,
  failures,
  passedOver,
  isCancelled,
}: ArticlesReport): string[] {
  const known = there.bytes + there.url + there.text
  return [
    `Imported ${created} of ${total}${isCancelled ? `, cancelled with ${total - done} left (run it again to go on)` : ''}`,
    ...(known > 0
      ? [
          `There already: ${known} (${there.bytes} same file, ${there.url} same address, ${there.text} same text)`,
        ]
      : []),
    ...(passedOver > 0 ? [`No articles by their name: ${passedOver} files`] : []),
    ...(failures.length > 0 ? [`Failed: ${failures.length}`] : []),
    ...failures.slice(0, shownFailures).map(({ name, error }) => `  ${plain(name)}: ${error.message}`),
    ...(failures.length > shownFailures ? ['  … (all of them with --failures FILE or --json)'] : []),
  ]
}
