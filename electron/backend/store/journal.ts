import { v7 as uuidv7 } from 'uuid'
import {
  type ChangeEvent,
  type EntityKind,
  entityKindSchema,
  type JournalState,
  type Operation,
} from '#shared/domain/journal.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, SqlValue, Writable } from './connection.ts'
import { derivedColumns } from './derived-columns.ts'

/** A row as journalled: its columns by name; null where it did not exist. */
export type RowImage = Record<string, string | number | null>
export interface RowChange {
  entity: EntityKind
  id: string
  before: RowImage | null
  after: RowImage
}

export interface MutateOptions {
  /** Changes with the same key that follow one another within `coalesceWindowMs` are one step to undo. */
  coalesceKey?: string
}

/** Records every change of the connection it is made for, and takes changes back and forth. */
export interface Journal {
  /** Runs `work` as one transaction and one step to undo. Nothing happened if it throws. */
  mutate<T>(label: string, work: (db: Writable) => T, options?: MutateOptions): T
  /**
   * Takes the latest operation back; null when there is none.
   * @throws AppError `changed-since` where `operationId` is given and something else was changed after it
   */
  undo(operationId?: string): Operation | null
  /** Does again what was taken back last; null when there is nothing. */
  redo(): Operation | null
}

export interface JournalHooks {
  /** Called inside the transaction, to keep derived data (the search index) in step with it. */
  beforeCommit(db: Writable, changes: RowChange[]): void
  /** Called once the change is on disk. */
  afterCommit(event: ChangeEvent): void
  /** Called for every row as it is changed, and as it is noted in the history: twice a row, once where a step is taken back. */
  onRow?(): void
}

interface OperationRow {
  seq: number
  id: string
  label: string
  coalesce_key: string | null
  at: string
  undone: number
}

const entities = entityKindSchema.options
const coalesceWindowMs = 60_000

/** How much history is kept: steps, and rows that they changed all in all; the latest step is, whatever its size. */
export interface JournalLimits {
  operations: number
  changes: number
}

/** A change to a hundred thousand rows is one step. */
const defaultLimits: JournalLimits = { operations: 5000, changes: 250_000 }
const jsonArgumentsAtMost = 120

/**
 * Puts TEMP triggers on the journalled tables of this connection; they live and die with it, so no other program that
 * opens the file trips over them. The triggers are generated from the tables' own columns: a new column is journalled
 * without anybody having to think of it, unless it is one that follows from other rows.
 */
export function createJournal(db: Writable, hooks: JournalHooks, limits = defaultLimits): Journal {
  let recorded: RowChange[] | null = null
  db.defineFunction('note_change', (entity, id, before, after) => {
    recorded?.push({
      entity: entityKindSchema.parse(entity),
      id: String(id),
      before: before === null ? null : (JSON.parse(String(before)) as RowImage),
      after: JSON.parse(String(after)) as RowImage,
    })
    return null
  })
  // What is written back as it was noted needs no note of its own.
  db.defineFunction('is_noting', () => {
    hooks.onRow?.()
    return recorded === null ? 0 : 1
  })
  for (const entity of entities) createTriggers(db, entity)
  pruneOperations(db, limits.operations)

  function commit(work: () => { operation: Operation | null; changes: RowChange[] }): Operation | null {
    const { operation, changes } = db.transaction(() => {
      const done = work()
      hooks.beforeCommit(db, done.changes)
      return done
    })
    if (changes.length > 0) hooks.afterCommit({ operation, entities: idsByEntity(changes) })
    return operation
  }

  function step(back: boolean, operationId?: string): Operation | null {
    return commit(() => {
      const row = back ? lastDone(db) : firstUndone(db)
      if (operationId !== undefined && row?.id !== operationId) throw changedSince()
      if (row === undefined) return { operation: null, changes: [] }
      const changes = changesOf(db, row.seq)
      const applied = deletionsFirst(back ? changes.map(inverse) : changes)
      for (const change of applied) restoreRow(db, change)
      db.run('UPDATE operation SET undone = ? WHERE seq = ?', back ? 1 : 0, row.seq)
      return { operation: operationOf({ ...row, undone: back ? 1 : 0 }), changes: applied }
    })
  }

  return {
    mutate: (label, work, options = {}) => {
      if (recorded !== null) throw new Error('A mutation was started inside another one.')
      const noted: RowChange[] = []
      const outcome: { value?: ReturnType<typeof work> } = {}
      try {
        commit(() => {
          recorded = noted
          outcome.value = work(db)
          recorded = null
          if (outcome.value instanceof Promise) throw new Error('A mutation cannot wait for a promise.')
          const changes = collapse(noted)
          const operation = writeOperation(db, label, changes, options.coalesceKey ?? null, hooks.onRow)
          // Only after a large step is it worth to look what may go.
          if (changes.length * 250 >= limits.changes) pruneChanges(db, limits.changes)
          return { operation, changes }
        })
      } finally {
        recorded = null
      }
      return outcome.value as ReturnType<typeof work>
    },
    undo: (operationId) => step(true, operationId),
    redo: () => step(false),
  }
}

/** One change a row, from its first `before` to its last `after`; none where it is in the end as it was. */
function collapse(noted: RowChange[]): RowChange[] {
  const byRow = new Map<string, RowChange>()
  for (const { entity, id, before, after } of noted) {
    const earlier = byRow.get(`${entity} ${id}`)
    byRow.set(`${entity} ${id}`, {
      entity,
      id,
      before: earlier === undefined ? before : earlier.before,
      after,
    })
  }
  return [...byRow.values()].filter(({ before, after }) => before === null || differs(before, after))
}

function differs(before: RowImage, after: RowImage): boolean {
  return Object.keys(after).some((name) => name !== 'updated_at' && before[name] !== after[name])
}

/** What must be unique among live rows is given up by one row before another takes it. */
function deletionsFirst(changes: RowChange[]): RowChange[] {
  const deleted = (change: RowChange) => change.after['deleted_at'] !== null
  return [...changes.filter(deleted), ...changes.filter((change) => !deleted(change))]
}

function changedSince(): AppError {
  return new AppError(
    'changed-since',
    'Something else was changed since, so this cannot be taken back by itself.',
    'Undo the later changes first.',
  )
}

/** What undo and redo would do next. */
export function journalState(db: Readable): JournalState {
  const undo = lastDone(db)
  const redo = firstUndone(db)
  return { undo: undo ? operationOf(undo) : null, redo: redo ? operationOf(redo) : null }
}

/** How many rows the step changes that undo or redo would take. */
export function sizeOfStep(db: Readable, direction: 'undo' | 'redo'): number {
  const row = direction === 'undo' ? lastDone(db) : firstUndone(db)
  if (row === undefined) return 0
  return (
    db.get<{ rows: number | null }>('SELECT max(n) + 1 AS rows FROM change WHERE operation_seq = ?', row.seq)
      ?.rows ?? 0
  )
}

/** Forgets the whole history: after the trash was emptied there is nothing it could bring back. */
export function clearJournal(db: Writable): void {
  db.run('DELETE FROM change')
  db.run('DELETE FROM operation')
}

function createTriggers(db: Writable, entity: EntityKind): void {
  const columns = db
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${entity}')`)
    .map((column) => column.name)
    .filter((name) => !derivedColumns[entity].includes(name))
  const image = (side: 'old' | 'new') => jsonObject(columns.map((name) => `'${name}', ${side}."${name}"`))
  db.exec(`
    CREATE TEMP TRIGGER note_insert_${entity} AFTER INSERT ON main.${entity} WHEN is_noting() BEGIN
      SELECT note_change('${entity}', new.id, NULL, ${image('new')});
    END;
    CREATE TEMP TRIGGER note_update_${entity} AFTER UPDATE OF ${columns.map((name) => `"${name}"`).join(', ')} ON main.${entity} WHEN is_noting() BEGIN
      SELECT note_change('${entity}', new.id, ${image('old')}, ${image('new')});
    END;
  `)
}

function jsonObject(pairs: string[]): string {
  if (pairs.length * 2 > jsonArgumentsAtMost) throw new Error('Too many columns for one json_object call.')
  return `json_object(${pairs.join(', ')})`
}

function writeOperation(
  db: Writable,
  label: string,
  changes: RowChange[],
  coalesceKey: string | null,
  onRow?: () => void,
): Operation | null {
  if (changes.length === 0) return null
  const now = new Date()
  const { changes: dropped } = db.run('DELETE FROM operation WHERE undone = 1')
  const last = lastDone(db)
  // What was typed after an undo is a step of its own; and a clock that was set back makes no step endless.
  if (
    last &&
    dropped === 0 &&
    coalesceKey !== null &&
    last.coalesce_key === coalesceKey &&
    Math.abs(now.getTime() - Date.parse(last.at)) < coalesceWindowMs
  ) {
    db.run('UPDATE operation SET at = ? WHERE seq = ?', now.toISOString(), last.seq)
    appendCoalesced(db, last.seq, changes)
    return operationOf({ ...last, at: now.toISOString() })
  }
  const row = { id: uuidv7(), label, coalesce_key: coalesceKey, at: now.toISOString(), undone: 0 }
  const { lastInsertRowid } = db.run(
    'INSERT INTO operation (id, label, coalesce_key, at) VALUES (?, ?, ?, ?)',
    row.id,
    row.label,
    row.coalesce_key,
    row.at,
  )
  writeChanges(db, Number(lastInsertRowid), 0, changes, onRow)
  return operationOf({ ...row, seq: Number(lastInsertRowid) })
}

/** A row that the operation changed already keeps its first `before` and gets the new `after`. */
function appendCoalesced(db: Writable, seq: number, changes: RowChange[]): void {
  const next =
    db.get<{ n: number }>('SELECT coalesce(max(n), -1) + 1 AS n FROM change WHERE operation_seq = ?', seq)
      ?.n ?? 0
  const fresh = changes.filter((change) => {
    // A row that did not exist is none that the operation changed; an import adds thousands to one operation.
    if (change.before === null) return true
    const { changes: updated } = db.run(
      'UPDATE change SET after = ? WHERE operation_seq = ? AND entity = ? AND entity_id = ?',
      JSON.stringify(change.after),
      seq,
      change.entity,
      change.id,
    )
    return updated === 0
  })
  writeChanges(db, seq, next, fresh)
}

function writeChanges(
  db: Writable,
  seq: number,
  first: number,
  changes: RowChange[],
  onRow?: () => void,
): void {
  changes.forEach((change, index) => {
    onRow?.()
    db.run(
      'INSERT INTO change (operation_seq, n, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      seq,
      first + index,
      change.entity,
      change.id,
      change.before === null ? null : JSON.stringify(change.before),
      JSON.stringify(change.after),
    )
  })
}

function changesOf(db: Readable, seq: number): RowChange[] {
  const rows = db.all<{ entity: string; entity_id: string; before: string | null; after: string }>(
    'SELECT entity, entity_id, before, after FROM change WHERE operation_seq = ? ORDER BY n',
    seq,
  )
  return rows.map((row) => ({
    entity: entityKindSchema.parse(row.entity),
    id: row.entity_id,
    before: row.before === null ? null : (JSON.parse(row.before) as RowImage),
    after: JSON.parse(row.after) as RowImage,
  }))
}

/** The way back. A row that did not exist before becomes one that was deleted as it was created. */
function inverse({ entity, id, before, after }: RowChange): RowChange {
  return { entity, id, before: after, after: before ?? { ...after, deleted_at: after['created_at'] ?? null } }
}

/** The history is a line, so the row is as it was before the change: what the change left alone needs no writing. */
function restoreRow(db: Writable, { entity, id, before, after }: RowChange): void {
  const columns = Object.keys(after).filter(
    (name) => name === 'updated_at' || (name !== 'id' && before?.[name] !== after[name]),
  )
  const sql = `UPDATE ${entity} SET ${columns.map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`
  const values: Record<string, SqlValue> = { id }
  for (const name of columns) values[name] = after[name] ?? null
  values['updated_at'] = new Date().toISOString()
  if (db.run(sql, values).changes === 0) {
    throw new AppError(
      'cannot-undo',
      'What this step changed is no longer in the notebook.',
      'Undo the steps after it first.',
    )
  }
}

function pruneOperations(db: Writable, kept: number): void {
  db.run('DELETE FROM operation WHERE seq <= (SELECT max(seq) FROM operation) - ?', kept)
}

/** Forgets the oldest steps beyond so many rows. Rows of a step are numbered, so that none has to be counted. */
function pruneChanges(db: Writable, limit: number): void {
  const steps = db.all<{ seq: number; size: number | null }>(
    `SELECT seq, (SELECT max(n) + 1 FROM change WHERE operation_seq = seq) AS size FROM operation ORDER BY seq DESC`,
  )
  let kept = 0
  const tooOld = steps.find(({ size }, index) => {
    kept += size ?? 0
    return index > 0 && kept > limit
  })
  if (tooOld !== undefined) db.run('DELETE FROM operation WHERE seq <= ?', tooOld.seq)
}

function lastDone(db: Readable): OperationRow | undefined {
  return db.get<OperationRow>('SELECT * FROM operation WHERE undone = 0 ORDER BY seq DESC LIMIT 1')
}

function firstUndone(db: Readable): OperationRow | undefined {
  return db.get<OperationRow>('SELECT * FROM operation WHERE undone = 1 ORDER BY seq LIMIT 1')
}

function operationOf(row: OperationRow): Operation {
  return { id: row.id, label: row.label, at: row.at, undone: row.undone === 1 }
}

function idsByEntity(changes: RowChange[]): ChangeEvent['entities'] {
  const ids: ChangeEvent['entities'] = {}
  for (const entity of entities) {
    const touched = [
      ...new Set(changes.filter((change) => change.entity === entity).map((change) => change.id)),
    ]
    if (touched.length > 0) ids[entity] = touched
  }
  return ids
}
