import { contract } from '#shared/rpc/contract.ts'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import { type Analyst, createAnalyst } from '../../electron/backend/analysis/analyst.ts'
import type { AnalysisInput, AnalysisName } from '../../electron/backend/analysis/answers.ts'
import {
  openReadable,
  openWritable,
  type Readable,
  type Writable,
} from '../../electron/backend/store/connection.ts'
import { measure, type Timing, timingOf } from '../measure.ts'
import { milliseconds, type Report } from '../result.ts'
import { type View, views } from './views.ts'

const rounds = { warmUp: 2, runs: 9 }

/** Reports each view of the notebook at `path`, then what changes and the first build cost. */
export async function measureViews(path: string, report: Report): Promise<void> {
  const db = openReadable(path)
  const listeners = new Set<(event: ChangeEvent) => void>()
  const analyst = createAnalyst({
    reader: () => db,
    readOnlyBecause: null,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  const tell = (entities: ChangeEvent['entities']) => {
    for (const listener of listeners) listener({ operation: null, entities })
  }
  const writer = openWritable(path)
  try {
    await measureFirst(analyst, report)
    for (const view of views) await measureView(db, { analyst, tell }, view, report)
    await measureChanges(writer, { analyst, tell }, report)
  } finally {
    await analyst.close()
    writer.close()
    db.close()
  }
}

interface Asked {
  analyst: Analyst
  tell(touched: ChangeEvent['entities']): void
}

function ask<Name extends AnalysisName>(
  analyst: Analyst,
  name: Name,
  input: object | undefined,
): Promise<unknown> {
  return analyst.ask(name, contract.analysis[name].input.parse(input) as AnalysisInput<Name>)
}

async function measureView(
  db: Readable,
  { analyst, tell }: Asked,
  view: View,
  report: Report,
): Promise<void> {
  const matrix = await analyst.ask('matrix', { by: 'party', asOf: '2026-12' })
  const [cell = { actorId: '', topicId: '' }] = matrix.cells.toSorted((a, b) => b.utterances - a.utterances)
  const askView = (turn: number) => {
    // A change that touches no statement has remembered answers forgotten.
    if (view.input === null) tell({ comment: [] })
    return ask(analyst, view.name, view.input?.(turn, { actorId: cell.actorId, topicId: cell.topicId }))
  }
  const before = process.cpuUsage()
  const timing = await measure(askView, rounds)
  const work = processorTime(before) / (rounds.warmUp + rounds.runs)
  const blocked = await longestBlock(() => askView(-1))
  const sql = view.sql && (await timed(db, view.sql))
  report({
    wait: view.wait,
    what: `${view.what} (${milliseconds(work)} ms of processor time; others wait up to ${milliseconds(blocked)} ms)`,
    timing,
    ...(sql ? { yardstick: { name: view.aggregate ?? 'the aggregate in SQL', timing: sql } } : {}),
  })
}

const timings = new Map<string, Timing>()

/** One aggregate may be the yardstick of several views: at a million quotes it takes its time, and is timed once. */
async function timed(db: Readable, sql: string): Promise<Timing> {
  const timing = timings.get(sql) ?? (await measure(() => db.all(sql), { warmUp: 0, runs: 1 }))
  timings.set(sql, timing)
  return timing
}

async function measureFirst(analyst: Analyst, report: Report): Promise<void> {
  const before = process.memoryUsage().rss
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  const blocked = await longestBlock(() => ask(analyst, 'coverage', {}))
  const took = performance.now() - begun
  report({
    wait: 'the first view after opening',
    what: `every statement is read, once (${milliseconds(processorTime(cpuBefore))} ms of processor time; others wait up to ${milliseconds(blocked)} ms)`,
    timing: timingOf([took]),
  })
  report({
    wait: 'the first view after opening',
    what: 'memory that the statements take (MB)',
    value: `${Math.round((process.memoryUsage().rss - before) / 2 ** 20)}`,
  })
}

/** Each change is told as the journal does, and the matrix is asked for at once. */
async function measureChanges(writer: Writable, { analyst, tell }: Asked, report: Report): Promise<void> {
  const changes: [what: string, sql: string, touched: keyof ChangeEvent['entities'], limit: number][] = [
    ['a stance', "UPDATE link SET stance = 'opposes' WHERE id = ?", 'link', 1],
    [
      'a hundred speakers',
      'UPDATE quote SET speaker_id = (SELECT max(id) FROM actor) WHERE id = ?',
      'quote',
      100,
    ],
    [
      'whom an actor belongs to',
      'UPDATE actor SET member_of_id = (SELECT min(id) FROM actor) WHERE id = ?',
      'actor',
      1,
    ],
  ]
  for (const [what, sql, touched, limit] of changes) {
    let from = ''
    const before = process.cpuUsage()
    const timing = await measure(async () => {
      const ids = writer
        .all<{ id: string }>(`SELECT id FROM ${touched} WHERE id > ? ORDER BY id LIMIT ?`, from, limit)
        .map(({ id }) => id)
      from = ids.at(-1) ?? ''
      writer.transaction(() => {
        for (const id of ids) writer.run(sql, id)
      })
      tell({ [touched]: ids })
      await ask(analyst, 'matrix', { asOf: '2026-12' })
    }, rounds)
    const work = processorTime(before) / (rounds.warmUp + rounds.runs)
    report({
      wait: 'a view after a change',
      what: `${what}, then the matrix of parties (${milliseconds(work)} ms of processor time)`,
      timing,
    })
  }
}

/** What both threads have worked since then, in milliseconds: on a busy machine less than what they took. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** The longest time in milliseconds in which nothing else could happen on this thread. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  await work()
  look()
  clearInterval(timer)
  return longest
}
