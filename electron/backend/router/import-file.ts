import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { v7 as uuidv7 } from 'uuid'
import type { ImportFormat, ImportReport } from '#shared/domain/import.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError } from '#shared/util/app-error.ts'
import { planImport } from '../capture/importing/plan-import.ts'
import { runImport } from '../capture/importing/run-import.ts'
import { importInWorker, previewInWorker } from '../exchange/import-in-worker.ts'
import { formatOf, importSource } from '../exchange/incoming/import-source.ts'
import { createTally } from '../exchange/incoming/merging/tally.ts'
import { journalState } from '../store/journal.ts'
import { importingPath } from '../store/leftovers.ts'
import type { Session } from './session.ts'

export interface ImportChoice {
  /** A file or a folder. */
  source: string
  format?: ImportFormat | undefined
  /** A folder for what is made on the way; one beside the notebook, removed afterwards, where left out. */
  folder?: string | undefined
}

interface Controls {
  signal: AbortSignal
  report(progress: TaskProgress): void
}

/** What an import would do; nothing is changed. */
export async function previewFile(
  session: Session,
  choice: ImportChoice,
  controls: Controls,
): Promise<ImportReport> {
  const format = choice.format ?? (await formatOf(importSource(choice.source)))
  if (format === 'articles') return planned(choice.source)
  return inFolder(session, choice, (folder) =>
    previewInWorker(session.notebook, { source: choice.source, format, folder }, controls),
  )
}

/** Imports a file or a folder, as one step of the history; its id is null where nothing was added. */
export async function importFile(
  session: Session,
  choice: ImportChoice,
  controls: Controls,
): Promise<{ report: ImportReport; operationId: string | null }> {
  session.notebook.assertWritable()
  const format = choice.format ?? (await formatOf(importSource(choice.source)))
  if (format === 'articles') return importArticles(session, choice.source, controls)
  return inFolder(session, choice, (folder) =>
    importInWorker(session.notebook, { source: choice.source, format, folder }, controls),
  )
}

async function inFolder<T>(
  { notebook }: Session,
  { folder }: ImportChoice,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  if (folder !== undefined) return work(folder)
  const own = importingPath(notebook.path, uuidv7())
  try {
    mkdirSync(own, { mode: 0o700 })
  } catch (error) {
    throw new AppError('file-unwritable', `The folder ${own} cannot be made.`, 'Make room on the disk.', {
      cause: error,
    })
  }
  try {
    return await work(own)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** Which files would be clipped; whether one is here already is told once it is read. */
async function planned(source: string): Promise<ImportReport> {
  const plan = await planImport([source])
  try {
    const tally = createTally()
    for (const { name } of plan.entries) tally.note('article', 'added', name)
    for (const { name, error } of plan.failures)
      tally.leftOut({ kind: 'file', name: `${name}: ${error.message}` })
    if (plan.passedOver > 0) tally.passedOver(plan.passedOver)
    return tally.report('articles')
  } finally {
    await plan.close()
  }
}

/** Clips every file by itself, in small changes that are one step to undo; what is stored when it is cancelled stays. */
async function importArticles(
  { notebook }: Session,
  source: string,
  { signal, report }: Controls,
): Promise<{ report: ImportReport; operationId: string | null }> {
  const tally = createTally()
  const id = uuidv7()
  const plan = await planImport([source])
  const before = journalState(notebook.reader()).undo?.id ?? null
  try {
    const done = await runImport(notebook, plan, {
      id,
      signal,
      workers: Math.max(1, Math.min(4, availableParallelism() - 1)),
      onProgress: ({ done, total }) => report({ step: 'reading', share: total === 0 ? 1 : done / total }),
      onStored: ({ outcome, articleId, title }) => {
        tally.note('article', outcome === 'created' ? 'added' : 'there', title)
        if (outcome === 'created') tally.article(articleId, title)
      },
    })
    for (const { name, error } of done.failures)
      tally.leftOut({ kind: 'file', name: `${name}: ${error.message}` })
    if (done.passedOver > 0) tally.passedOver(done.passedOver)
    if (done.isCancelled) tally.passedOver(done.total - done.done, 'cancelled')
    const latest = journalState(notebook.reader()).undo?.id ?? null
    return { report: tally.report('articles'), operationId: latest === before ? null : latest }
  } finally {
    await plan.close()
  }
}
