import { writeSync } from 'node:fs'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { AppError } from '#shared/util/app-error.ts'
import { openSession } from '../../electron/backend/router/session.ts'
import { type NotebookState, stateOf } from '../helpers/notebook-state.ts'
import { type JobContext, jobs } from './jobs.ts'
import { startKiller } from './killer.ts'

/**
 * Works on a notebook and ends without warning in the middle of a change: `worker.ts NOTEBOOK JOB SEED CHANGES`. The changes
 * before it take as long as they take; that one is struck at a random moment of such a time. Each line on standard output is
 * JSON: the state the notebook is in once a change is acknowledged, or what a change that no undo takes back is about to
 * lead to.
 */
const [path = '', job = '', seed = '0', changes = '1'] = process.argv.slice(2)

const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const killer = await startKiller()
const session = await openSession(path, { program: 'crash test' })
const state = () => stateOf(session.notebook.reader())
const choice = randomly(Number(seed))
const backups = new Map<string, NotebookState>()
const context: JobContext = { session, choice, announce: (about) => tell({ about }), backups, state }
const step = jobs[job as keyof typeof jobs]

tell({ state: state() })
if (job === 'restore') {
  const { name } = await session.notebook.backup('asked')
  backups.set(name, state())
}
const durations: number[] = []
for (let change = 1; ; change++) {
  const usual = durations.length === 0 ? 1 : choice.pick(durations.slice(-6))
  // Half of the strikes are aimed at the end of a change, where it is written.
  const share = choice.pick([choice.below(1000), 700 + choice.below(400)]) / 1000
  if (change === Number(changes)) killer.strikeIn(usual * share)
  const begun = performance.now()
  try {
    await step(context)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  durations.push(performance.now() - begun)
  tell({ state: state() })
}
