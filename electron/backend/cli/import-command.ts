import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import { AppError } from '#shared/util/app-error.ts'
import { planImport } from '../capture/importing/plan-import.ts'
import { type ImportProgress, type ImportReport, runImport } from '../capture/importing/run-import.ts'
import { plain, print } from './output.ts'
import { createProgressLine, type ProgressLine, timeLeft } from './progress-line.ts'
import { inNotebook } from './run.ts'

interface ImportOptions {
  workers: number
  failures?: string
}

const shownFailures = 20

function readWorkers(value: string): number {
  const workers = Number(value)
  if (!Number.isInteger(workers) || workers < 1 || workers > 16)
    throw new InvalidArgumentError('It is a number from 1 to 16.')
  return workers
}

/** `import`: many articles at once. Ctrl+C ends it with what is stored; the same command again goes on from there. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('import the articles of folders, ZIP archives, mailboxes (MBOX) and files')
    .argument('<paths...>', 'folders and files')
    .option(
      '--workers <n>',
      'files taken apart at a time',
      readWorkers,
      Math.max(1, Math.min(4, availableParallelism() - 1)),
    )
    .option('--failures <file>', 'write what failed, and why, as JSON')
    .action((paths: string[], options: ImportOptions, command: Command) =>
      inNotebook(command, { readOnly: false }, async ({ notebook }, json) => {
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

function showProgress(line: ProgressLine): (progress: ImportProgress) => void {
  const begun = performance.now()
  return ({ total, done, failed, current }) => {
    if (current === null) return line.clear()
    const left = done === 0 ? '' : `, ${timeLeft(((performance.now() - begun) / done) * (total - done))} left`
    line.show(`${done} of ${total}${left}, ${failed} failed: ${plain(current).slice(-50)}`)
  }
}

function writeFailures(path: string, { failures }: ImportReport): void {
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
}: ImportReport): string[] {
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
