import { existsSync, realpathSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import {
  type SharePart,
  type ShareReport,
  type Withholdable,
  withheldByDefault,
} from '#shared/domain/sharing.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError } from '#shared/util/app-error.ts'
import { completeNotebook } from '../../salvage/complete-notebook.ts'
import { checkCopy, checkEvidence } from '../../store/check.ts'
import type { Readable, Writable } from '../../store/connection.ts'
import { acquireLock } from '../../store/lock.ts'
import { migrate } from '../../store/migrations/index.ts'
import { extension, finishNotebookFile, startNotebookFile } from '../../store/notebook-file.ts'
import { insertRow } from '../../store/rows.ts'
import { takeTriggers } from '../../store/take-triggers.ts'
import { beginStep, type OnProgress } from '../../store/task-controls.ts'
import { type Chosen, choosePart } from './choose-part.ts'
import { addImages, describePart, sharedRows } from './shared-rows.ts'
import { sharedTables } from './shared-tables.ts'

export interface ShareOrder {
  part: SharePart
  /** `withheldByDefault` where not given. */
  without?: readonly Withholdable[] | undefined
  /** A file that ends in `.memoire`. */
  target: string
  /** What it is called until it is whole, in the same folder. */
  unfinished: string
  /** Writes over a file that is there, unless it is a notebook that somebody has open. */
  replace: boolean
}

/** The part with everything that it needs, and with nothing of what is withheld. @throws what `choosePart` throws */
export function chosenOf(db: Readable, { part, without }: Pick<ShareOrder, 'part' | 'without'>): Chosen {
  const chosen = choosePart(db, part, without ?? withheldByDefault(part))
  addImages(db, chosen)
  return chosen
}

/**
 * Writes a part of a notebook as a notebook of its own, which has its own id and where every thing keeps the id it has. It is written
 * from nothing, row by row: what is left out was never in the file. It is there whole or not at all, and is checked before it has
 * its name.
 *
 * @param db a connection on which nothing changes meanwhile
 * @throws AppError `file-exists`, `same-notebook`, `notebook-in-use`, `share-unsound`, `disk-full`, and what `chosenOf` and
 * `startNotebookFile` throw
 */
export async function writeShare(
  db: Readable,
  order: ShareOrder,
  report: (progress: TaskProgress) => void = () => undefined,
): Promise<ShareReport> {
  const path = resolve(order.target)
  const release = takePlace(db.path, path, order.replace)
  try {
    const chosen = chosenOf(db, order)
    const file = startNotebookFile(path, { unfinished: order.unfinished, replaces: order.replace })
    try {
      writeRows(db, file.db, chosen, report)
      await assertSound(file.db, beginStep(report, 'evidence', [0.8, 1]))
      finishNotebookFile(file)
      report({ step: 'evidence', share: 1 })
    } finally {
      file.discard()
    }
    return { path, bytes: statSync(path).size, ...describePart(db, chosen) }
  } catch (error) {
    throw asUnwritable(error, path, order.unfinished)
  } finally {
    release()
  }
}

function writeRows(
  db: Readable,
  target: Writable,
  chosen: Chosen,
  report: (progress: TaskProgress) => void,
): void {
  const onRow = beginStep(report, 'writing', [0, 0.4])
  // Should a row ever be written over, its old bytes are not left lying in a page.
  target.exec('PRAGMA secure_delete = ON')
  migrate(target)
  target.exec('PRAGMA foreign_keys = OFF')
  const triggers = takeTriggers(target)
  const total = chosen.revisions.size + chosen.quotes.size + chosen.assets.size + chosen.links.size
  target.transaction(() => {
    insertRow(target, 'notebook', { only_row: 1, id: uuidv7(), created_at: new Date().toISOString() })
    let done = 0
    for (const name of Object.keys(sharedTables)) {
      const weighs = ['revision', 'quote', 'asset', 'link'].includes(name)
      for (const row of sharedRows(db, name, chosen)) {
        insertRow(target, name, row)
        if (weighs && ++done % 50 === 0) onRow(done, total)
      }
    }
  })
  completeNotebook(target, triggers, beginStep(report, 'writing', [0.4, 0.8]))
  assertCounted(target, chosen)
}

/** What was chosen has been written, all of it. */
function assertCounted(target: Writable, chosen: Chosen): void {
  const wanted: Record<string, number> = {
    article: chosen.articles.size,
    revision: chosen.revisions.size,
    quote: chosen.quotes.size,
    link: chosen.links.size,
    comment: chosen.comments.size,
    topic: chosen.topics.size,
    actor: chosen.actors.size,
    asset: chosen.assets.size,
    dossier: chosen.dossiers.size,
  }
  for (const [name, count] of Object.entries(wanted)) {
    const written = target.get<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n ?? 0
    if (written === count) continue
    throw new AppError(
      'export-miscounted',
      `The file has ${written} of ${count} rows of ${name}.`,
      'Nothing was written. Please report this.',
    )
  }
}

async function assertSound(target: Writable, onProgress: OnProgress): Promise<void> {
  const [problem] = [...checkCopy(target), ...(await checkEvidence(target, onProgress))]
  if (problem === undefined) return
  throw new AppError(
    'share-unsound',
    `What was to be shared is not sound: ${problem}`,
    'Nothing was written. Check the notebook, and restore a backup where something of it was altered.',
  )
}

/** Makes sure that `path` may be written, and that nobody opens what is replaced there. Returns what lets go of it. */
function takePlace(own: string, path: string, replace: boolean): () => void {
  if (extname(path) !== extension)
    throw new AppError(
      'unfit-name',
      `${path} does not end in ${extension}.`,
      `Give the file a name like “Water talks${extension}”.`,
    )
  if (!existsSync(path)) return () => undefined
  if (isSameFile(own, path))
    throw new AppError('same-notebook', 'This is the notebook that is open.', 'Choose another name.')
  if (!replace)
    throw new AppError(
      'file-exists',
      `${path} exists already.`,
      'Choose another name, or say that it is to be replaced.',
    )
  const attempt = acquireLock(path, 'share')
  if (attempt.kind === 'held')
    throw new AppError(
      'notebook-in-use',
      `The notebook ${path} is open.`,
      'Close it, or choose another name.',
    )
  return () => attempt.kind === 'locked' && attempt.lock.release()
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return realpathSync(one) === realpathSync(other) || (a.ino === b.ino && a.dev === b.dev && a.ino !== 0n)
}

/** What went wrong with the file in the making, told of the one that was asked for. */
function asUnwritable(error: unknown, path: string, unfinished: string): unknown {
  if (error instanceof AppError && error.code === 'disk-full')
    return new AppError(
      'disk-full',
      `There is no space left to write ${path}.`,
      'Free some space, or choose another folder. Nothing was written.',
      { cause: error },
    )
  const isOfFile = error instanceof AppError && error.message.includes(unfinished)
  const isOfDisk = error instanceof Error && 'syscall' in error
  if (!isOfFile && !isOfDisk) return error
  return new AppError(
    'file-unwritable',
    `${path} cannot be written: ${error.message}`,
    'Choose another folder, or make room on the disk.',
    { cause: error },
  )
}
