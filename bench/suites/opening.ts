import { openSession } from '../../electron/backend/router/session.ts'
import { loadDriver } from '../../electron/backend/store/driver.ts'
import { call, type Suite } from '../context.ts'
import { measure } from '../measure.ts'

/** From nothing to the first screenful, and back to one closed file. */
export const opening: Suite = {
  name: 'opening',
  async run({ path, report }) {
    const readOnly = (program: string) => openSession(path, { program, readOnly: true })
    const open = async () => {
      const opened = await openSession(path, { program: 'bench' })
      await call(opened, 'article', 'list', { offset: 0, limit: 100 })
      await opened.close()
    }
    report({
      wait: 'opening a notebook',
      what: 'opened, the first 100 articles listed, closed',
      timing: await measure(open, { warmUp: 1, runs: 7 }),
      yardstick: { name: 'the bare file opened and one row read', timing: await bareOpen(path) },
    })
    report({
      wait: 'opening a notebook',
      what: 'opened for reading, and closed',
      timing: await measure(async () => (await readOnly('bench')).close(), { warmUp: 1, runs: 7 }),
    })
    const again = await openSession(path, { program: 'bench' })
    report({
      wait: 'the first search after opening',
      what: 'with the worker to start',
      timing: await measure(() => call(again, 'search', 'run', { query: 'the', asYouType: true }), {
        warmUp: 0,
        runs: 1,
      }),
    })
    await again.close()
  },
}

function bareOpen(path: string) {
  const Database = loadDriver()
  return measure(
    () => {
      const raw = new Database(path, { readonly: true })
      raw.prepare('SELECT * FROM article LIMIT 1').get()
      raw.close()
    },
    { warmUp: 1, runs: 7 },
  )
}
