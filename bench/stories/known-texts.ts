import type { Writable } from '../../electron/backend/store/connection.ts'
import { findStories } from '../../electron/backend/stories/find-stories.ts'
import { milliseconds, type Report } from '../result.ts'

const atATime = 1000

/** Looks for copies among all texts of a notebook, as `stories find` does, and says what a text costs. */
export function findAll(db: Writable, report: Report): void {
  let looked = 0
  let found = 0
  const begun = performance.now()
  const processor = process.cpuUsage()
  for (;;) {
    const result = db.transaction(() => findStories(db, atATime))
    if (result.looked === 0) break
    looked += result.looked
    found += result.found
    if (looked % 10_000 === 0) console.log(`${looked} texts looked at …`)
  }
  const { user, system } = process.cpuUsage(processor)
  const each = (all: number) => milliseconds(all / Math.max(1, looked))
  report({
    wait: 'copies are looked for among what is there',
    what: `ms a text, of ${looked}, ${found} of them put with a story (${each((user + system) / 1000)} ms of processor time)`,
    value: each(performance.now() - begun),
  })
}

/** Texts to be clipped into it: nine in ten are new, one in ten is a text of the notebook, cut at its head. */
export function textsLikeThose(db: Writable, count: number, fresh: (index: number) => string[]): string[][] {
  const known = db.all<{ text: string }>(
    'SELECT text FROM revision WHERE rowid % (SELECT max(1, count(*) / ?) FROM revision) = 0 LIMIT ?',
    count,
    count,
  )
  return Array.from({ length: count }, (_, index) => {
    const text = index % 10 === 9 ? known[index % known.length]?.text : undefined
    return text === undefined ? fresh(index * 10) : text.split(' ').slice(index % 60)
  })
}
