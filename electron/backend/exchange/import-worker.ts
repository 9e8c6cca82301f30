import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import type { ImportReport } from '#shared/domain/import.ts'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { TaskStep } from '#shared/domain/task.ts'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import { indexChanges } from '../search/index-changes.ts'
import { openWritable, type Readable, readMoment, type Writable } from '../store/connection.ts'
import { createJournal } from '../store/journal.ts'
import { continueFrom, timestamp } from '../store/rows.ts'
import type { OnProgress } from '../store/task-controls.ts'
import type { ImportMessage, ImportTask } from './import-in-worker.ts'
import { importSource } from './incoming/import-source.ts'
import { mergeBundle, previewBundle } from './incoming/merge-bundle.ts'
import { mergeNotebook, previewNotebook } from './incoming/merge-notebook.ts'
import { openOtherNotebook } from './incoming/notebook/open-other-notebook.ts'
import { type PrepareOptions, prepareBundle } from './incoming/prepared.ts'
import { readers } from './incoming/readers.ts'

const reportEveryMs = 100

/** A file that was read: it can be looked at, and put into the notebook, without waiting for anything. */
interface ReadFile {
  preview(db: Readable, onProgress: OnProgress): ImportReport
  merge(db: Writable, onProgress: OnProgress): ImportReport
  close(): void
}

const task = workerData as ImportTask

function say(message: ImportMessage): void {
  parentPort?.postMessage(message)
}

function progressOf(step: TaskStep, [from, to]: readonly [number, number]): OnProgress {
  let reported = 0
  return (done, total) => {
    if (performance.now() - reported < reportEveryMs) return
    reported = performance.now()
    say({ progress: { step, share: from + (to - from) * (total <= 0 ? 1 : Math.min(done / total, 1)) } })
  }
}

async function read({ source, format, folder, onlyLook }: ImportTask, db: Readable): Promise<ReadFile> {
  const onRead = progressOf('reading', [0, onlyLook ? 0.7 : 0.5])
  const chosen = importSource(source)
  if (format === 'notebook' || format === 'notebook-json') {
    const from = await openOtherNotebook(chosen, db.path, folder, onRead)
    return {
      preview: (here, onProgress) => previewNotebook(here, from, { format, onProgress }),
      merge: (here, onProgress) => mergeNotebook(here, from, { format, onProgress }),
      close: () => from.close(),
    }
  }
  const reader = readers[format]
  if (reader === undefined)
    throw new AppError(
      'import-unreadable',
      'This is no such file.',
      'Choose another format, or another file.',
    )
  const bundle = await prepareBundle(db, await reader.read(chosen), {
    onlyLook,
    onProgress: onRead,
    putAway: awayIn(folder),
  })
  return {
    preview: (here, onProgress) => previewBundle(here, bundle, { format, onProgress }),
    merge: (here, onProgress) => mergeBundle(here, bundle, { format, onProgress }),
    close: () => {},
  }
}

/** Thousands of documents with their originals have no room in memory. */
function awayIn(folder: string): NonNullable<PrepareOptions['putAway']> {
  let number = 0
  return (value) => {
    const path = join(folder, `article-${++number}`)
    writeFileSync(path, serialize(value))
    return () => deserialize(readFileSync(path)) as typeof value
  }
}

async function preview(): Promise<void> {
  const report = await readMoment(task.notebook, async (db) => {
    const file = await read(task, db)
    try {
      return file.preview(db, progressOf('reading', [0.7, 1]))
    } finally {
      file.close()
    }
  })
  say({ report, event: null, latest: timestamp() })
}

async function putIn(): Promise<void> {
  // Read from one moment, which ends before anything is written.
  const file = await readMoment(task.notebook, (db) => read(task, db))
  try {
    await turn()
    say(merge(file))
  } finally {
    file.close()
  }
}

/** Waits until no other change is being made. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    parentPort?.once('message', (latest: string) => {
      continueFrom(latest)
      resolve()
    })
    say({ ready: true })
  })
}

function merge(file: ReadFile): ImportMessage {
  let event: ChangeEvent | null = null
  const db = openWritable(task.notebook)
  try {
    const journal = createJournal(db, {
      beforeCommit: indexChanges,
      afterCommit: (committed) => {
        event = committed
      },
    })
    const onProgress = progressOf('changing', [0.5, 0.9])
    const report = journal.mutate('exchange.import', (writable) => file.merge(writable, onProgress))
    return { report, event, latest: timestamp() }
  } finally {
    db.close()
  }
}

try {
  await (task.onlyLook ? preview() : putIn())
} catch (error) {
  say({ error: toErrorData(error) })
} finally {
  parentPort?.close()
}
