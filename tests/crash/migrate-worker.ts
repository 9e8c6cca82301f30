import { writeSync } from 'node:fs'
import { openSession } from '../../electron/backend/router/session.ts'
import { versionOf } from '../../electron/backend/store/migrations/index.ts'
import { stateOf } from '../helpers/notebook-state.ts'

/** Opens a notebook, which migrates it, and tells what is there then: `migrate-worker.ts NOTEBOOK`. */
const [path = ''] = process.argv.slice(2)

writeSync(1, `${JSON.stringify('opening')}\n`)
const session = await openSession(path, { program: 'crash test' })
const db = session.notebook.reader()
const told = {
  version: versionOf(db),
  state: stateOf(db),
  trialRows: db.get<{ n: number }>('SELECT count(*) AS n FROM trial')?.n,
  topics: db.all<{ trial: number }>('SELECT trial FROM topic').map((row) => row.trial),
  problems: await session.notebook.check(),
  backups: session.notebook.backups().map((backup) => backup.reason),
}
writeSync(1, `${JSON.stringify(told)}\n`)
await session.close()
