import { writeSync } from 'node:fs'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { AppError } from '#shared/util/app-error.ts'
import { openSession } from '../../electron/backend/router/session.ts'
import { type JobContext, jobs } from './jobs.ts'
import { stateOf } from './notebook-state.ts'

/**
 * Works on a notebook until it is killed: `worker.ts NOTEBOOK JOB SEED`. Each line on standard output is JSON: the state the
 * notebook is in once a change is acknowledged, or what a change that no undo takes back is about to lead to.
 */
const [path = '', job = '', seed = '0'] = process.argv.slice(2)

const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const session = await openSession(path, { program: 'crash test' })
const state = () => stateOf(session.notebook.reader())
const context: JobContext = {
  session,
  choice: randomly(Number(seed)),
  announce: (about) => tell({ about }),
  backups: new Map(),
  state,
}
const step = jobs[job as keyof typeof jobs]

tell({ state: state() })
if (job === 'restore') {
  const { name } = await session.notebook.backup('asked')
  context.backups.set(name, state())
}
for (;;) {
  try {
    await step(context)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  tell({ state: state() })
}
