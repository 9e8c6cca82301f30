import { parentPort, workerData } from 'node:worker_threads'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import { toErrorData } from '#shared/util/app-error.ts'
import { indexChanges } from '../search/index-changes.ts'
import { openWritable, type Writable } from '../store/connection.ts'
import { createJournal, type Journal } from '../store/journal.ts'
import { continueFrom, timestamp } from '../store/rows.ts'
import { answerOnce } from './answer-once.ts'
import type { ApartChange, ApartMessage, ApartTask } from './change-apart.ts'
import { actor, topic } from './entities.ts'
import { dismiss, importOpml } from './large-feed-changes.ts'

const reportEvery = 500

/** The mutations that can be too large for the thread that serves everybody; see `rows` in `handler.ts`. */
const handlers: Record<string, (db: Writable, input: never) => unknown> = {
  'actor.merge': actor.merge.work,
  'topic.merge': topic.merge.work,
  'feed.dismiss': dismiss.work,
  'feed.importOpml': importOpml.work,
}

function say(message: ApartMessage): void {
  parentPort?.postMessage(message)
}

function make(journal: Journal, change: ApartChange): unknown {
  switch (change.kind) {
    case 'undo':
      return journal.undo(change.operationId)
    case 'redo':
      return journal.redo()
    case 'mutation': {
      const label = `${change.subject}.${change.name}`
      const work = handlers[label]
      if (work === undefined) throw new Error(`${label} is never made apart.`)
      return journal.mutate(label, (db) =>
        answerOnce(db, change.onceKey, () => work(db, change.input as never)),
      )
    }
  }
}

function changeNotebook({ path, change, after }: ApartTask): ApartMessage {
  continueFrom(after)
  let rows = 0
  let event: ChangeEvent | null = null
  const db = openWritable(path)
  try {
    const journal = createJournal(db, {
      beforeCommit: indexChanges,
      afterCommit: (committed) => {
        event = committed
      },
      onRow: () => {
        rows += 1
        if (rows % reportEvery === 0) say({ rows })
      },
    })
    const result = make(journal, change)
    return { result, event, latest: timestamp() }
  } finally {
    db.close()
  }
}

try {
  say(changeNotebook(workerData as ApartTask))
} catch (error) {
  say({ error: toErrorData(error) })
}
