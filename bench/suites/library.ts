import { loadDriver } from '../../electron/backend/store/driver.ts'
import { call, sessionSuite } from '../context.ts'
import { measure } from '../measure.ts'

const pageSize = 100
const orders = ['clipped', 'published', 'title', 'outlet', 'words'] as const

/** The list of articles: every order at the top, in the middle and at the end; every filter; what stands beside it. */
export const library = sessionSuite('library', async (session, { path, facts, report }) => {
  const list = (input: object) => call(session, 'article', 'list', { offset: 0, limit: pageSize, ...input })
  const yardstick = { name: `${pageSize} rows of the table by key`, timing: await hundredRows(path) }
  const { total } = await list({})
  for (const by of orders) {
    for (const part of [0, 0.5, 0.99]) {
      const offset = Math.floor((total * part) / pageSize) * pageSize
      report({
        wait: 'scrolling the library',
        what: `${pageSize} rows by ${by}, from row ${offset}`,
        timing: await measure(() => list({ offset, order: { by, descending: true } })),
        yardstick,
      })
    }
  }
  const facets = await call(session, 'article', 'facets', undefined)
  const outlet = facets.outlets[0]?.value
  const [topicId, rareTopicId] = [facts.topicIds[0], facts.topicIds.at(-1)]
  const filters = {
    'in the inbox': { status: 'inbox' },
    'of one outlet': { outlet },
    'in one language': { lang: 'uk' },
    'with quotes': { quoted: true },
    'without quotes': { quoted: false },
    'on a common topic': { topicId },
    'on a rare topic': { topicId: rareTopicId },
    'of a common speaker': { actorId: facts.actorIds[0] },
    'with three letters in the title': { text: 'str' },
    'with a word that no title has': { text: 'qzxqzx' },
    'of an outlet, in the inbox, with letters': { outlet, status: 'inbox', text: 'tr' },
  }
  for (const [what, filter] of Object.entries(filters)) {
    for (const by of ['clipped', 'title'] as const) {
      report({
        wait: 'choosing a filter of the library',
        what: `${what}, by ${by}`,
        timing: await measure(() => list({ filter, order: { by } })),
        yardstick,
      })
    }
  }
  report({
    wait: 'opening the library',
    what: 'counts for the filters (facets)',
    timing: await measure(() => call(session, 'article', 'facets', undefined)),
  })
  const middle = await list({ offset: Math.floor(total / 2) })
  const ids = middle.rows.map(({ id }) => id)
  for (const by of orders) {
    report({
      wait: 'going to the next article by key',
      what: `neighbours by ${by}`,
      timing: await measure((turn) =>
        call(session, 'article', 'neighbours', { id: ids[turn] ?? '', order: { by } }),
      ),
    })
  }
})

/** What the engine itself needs for one screenful. */
function hundredRows(path: string) {
  const Database = loadDriver()
  const raw = new Database(path, { readonly: true })
  const ids = raw.prepare('SELECT id FROM article LIMIT 100').pluck().all()
  const one = raw.prepare('SELECT * FROM article WHERE id = ?')
  return measure(() => ids.map((id) => one.get(id))).finally(() => raw.close())
}
