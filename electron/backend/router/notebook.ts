import { basename } from 'node:path'
import type { ChangeEvent, Operation } from '#shared/domain/journal.ts'
import { checkInWorker } from '../checking/check-in-worker.ts'
import { salvageNotebook, salvagePath } from '../salvage/salvage-notebook.ts'
import { rebuildIndex } from '../search/rebuild-index.ts'
import { deriveColumns } from '../store/check-derived.ts'
import { journalState, sizeOfStep } from '../store/journal.ts'
import { versionOf } from '../store/migrations/index.ts'
import { extension } from '../store/notebook-file.ts'
import { notebookBytes, notebookCounts, notebookIdentity } from '../store/notebook-info.ts'
import { emptyTrash, listTrash, restoreFromTrash } from '../store/trash.ts'
import { type ApartChange, changeApart, rowsMadeApart } from './change-apart.ts'
import type { HandlersOf } from './handler.ts'
import { loadSample } from './load-sample.ts'
import type { Session } from './session.ts'

export const notebook: HandlersOf<'notebook'> = {
  info: (db, _, { notebook }) => ({
    ...notebookIdentity(db),
    name: basename(notebook.path, extension),
    path: notebook.path,
    schemaVersion: versionOf(db),
    bytes: notebookBytes(db),
    readOnly: notebook.readOnlyBecause !== null,
    readOnlyBecause: notebook.readOnlyBecause,
    holder: notebook.holder,
    counts: notebookCounts(db),
  }),
  check: ({ notebook, tasks }, { taskId }, signal) =>
    tasks.run(taskId, signal, async (controls) => {
      const { report, isDamaged } = await checkInWorker(notebook.reader().path, controls)
      if (isDamaged) notebook.noteDamage()
      return report
    }),
  salvage: ({ notebook }) => salvageNotebook(notebook.path, salvagePath(notebook.path)),
  reindex: ({ notebook }) =>
    notebook.whenFree(() => ({
      documents: notebook.maintain((db) => {
        deriveColumns(db)
        return rebuildIndex(db)
      }),
    })),
  loadSample: (session) => loadSample(session),
}

export const search: HandlersOf<'search'> = {
  run: (_, request, session, signal) => session.search(request, signal),
}

export const journal: HandlersOf<'journal'> = {
  state: (db) => journalState(db),
  undo: (session, which) => step(session, { kind: 'undo', operationId: which?.operationId }, which?.taskId),
  redo: (session, which) => step(session, { kind: 'redo' }, which?.taskId),
}

/** Takes the history a step back or forth; apart from this thread where the step is large. */
async function step(
  session: Session,
  change: Exclude<ApartChange, { kind: 'mutation' }>,
  taskId: string | undefined,
): Promise<Operation | null> {
  const { notebook } = session
  const rows = sizeOfStep(notebook.reader(), change.kind)
  if (rows >= rowsMadeApart) return (await changeApart(session, change, rows, taskId)) as Operation | null
  return notebook.whenFree(() =>
    change.kind === 'undo' ? notebook.undo(change.operationId) : notebook.redo(),
  )
}

export const trash: HandlersOf<'trash'> = {
  list: (db) => listTrash(db),
  restore: (db, { items }) => restoreFromTrash(db, items),
  empty: ({ notebook }) => notebook.whenFree(() => ({ removed: notebook.maintain(emptyTrash) })),
}

export const backup: HandlersOf<'backup'> = {
  list: (_, __, { notebook }) => notebook.backups(),
  // Whoever asked may close the window; a backup that was asked for is made.
  create: ({ notebook, tasks }, { taskId }) =>
    tasks.run(taskId, undefined, (controls) => notebook.backup('asked', controls)),
  restore: ({ notebook, tasks }, { name, taskId }) =>
    tasks.run(taskId, undefined, (controls) => notebook.restore(name, controls)),
}

export const changes: HandlersOf<'changes'> = {
  watch: (session, _, signal) => watchChanges(session, signal),
}

/** Every change from now on, in order, until the caller goes away. */
async function* watchChanges(
  { notebook }: Session,
  signal: AbortSignal | undefined,
): AsyncIterable<ChangeEvent> {
  const waiting: ChangeEvent[] = []
  let wake = () => {}
  const stop = notebook.onChange((event) => {
    waiting.push(event)
    wake()
  })
  signal?.addEventListener('abort', () => wake(), { once: true })
  try {
    while (!signal?.aborted) {
      const event = waiting.shift()
      if (event !== undefined) yield event
      else
        await new Promise<void>((resume) => {
          wake = resume
        })
    }
  } finally {
    stop()
  }
}
