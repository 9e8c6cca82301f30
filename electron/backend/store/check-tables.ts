import type { Readable } from './connection.ts'
import type { OnProgress } from './task-controls.ts'

/** Where SQLite keeps its lock, a byte that no page may hold: the page around it belongs to nobody. */
const lockByte = 2 ** 30
const reportEvery = 20_000

/**
 * SQLite's integrity check, a table at a time with its indexes and the list of free pages, so that no step takes as long as
 * the whole: how far it is can be told, and a thread stopped in between. Ends after the table that brings the problems to
 * `atMost`. A full-text table is checked by FTS5 as well; `without` leaves those out.
 */
export function* tableProblems(
  db: Readable,
  { atMost, without }: { atMost: number; without?: 'full-text' },
  onProgress: OnProgress = () => {},
): Generator<string> {
  const tables = weighedTables(db).filter(({ isFullText }) => !(isFullText && without === 'full-text'))
  const total = tables.reduce((sum, { weight }) => sum + weight, 0)
  let done = 0
  let found = 0
  for (const { name, weight } of tables) {
    onProgress(done, total)
    for (const row of db.all<Record<string, string>>(`PRAGMA integrity_check('${name}')`)) {
      const line = Object.values(row).join()
      if (line === 'ok') continue
      yield line
      found += 1
      if (found >= atMost) return
    }
    done += weight
  }
  onProgress(total, total)
}

/** Every table, with about how long checking it takes beside the others: its rows, and those of a word index ten times. */
function weighedTables(db: Readable): Array<{ name: string; isFullText: boolean; weight: number }> {
  const names = db.all<{ name: string; isFullText: number }>(
    `SELECT name, sql LIKE 'CREATE VIRTUAL%' AS isFullText FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  )
  const weighed = names.map(({ name, isFullText }) => {
    const rows = isFullText === 1 ? `${name}_docsize` : name
    return { name, isFullText: isFullText === 1, weight: rowsOf(db, rows) * (isFullText === 1 ? 10 : 1) }
  })
  return [{ name: 'sqlite_schema', isFullText: false, weight: 1 }, ...weighed]
}

function rowsOf(db: Readable, table: string): number {
  try {
    return db.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0
  } catch {
    // What is too damaged to be counted is found by the check itself.
    return 0
  }
}

/**
 * Looks which table or index each page of the file belongs to, or whether it is free: a page that two of them claim, or none,
 * is what looking at tables one by one does not show.
 */
export function pageProblems(db: Readable, onProgress: OnProgress = () => {}): string[] {
  const facts = db.get<{ pages: number; free: number; size: number }>(
    `SELECT page_count AS pages, freelist_count AS free, page_size AS size
     FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
  )
  if (facts === undefined) throw new Error(`${db.path} has no pages.`)
  const seen = new Uint8Array(Math.ceil((facts.pages + 1) / 8))
  let owned = 0
  let shared = 0
  for (const { page } of db.iterate<{ page: number }>('SELECT pageno AS page FROM dbstat')) {
    const bit = 1 << (page & 7)
    const known = seen[page >> 3] ?? 0
    if ((known & bit) === 0) owned += 1
    else shared += 1
    seen[page >> 3] = known | bit
    if (owned % reportEvery === 0) onProgress(owned, facts.pages)
  }
  const locked = facts.pages * facts.size > lockByte ? 1 : 0
  const ownerless = facts.pages - facts.free - locked - owned
  return [
    ...(shared > 0 ? [`${shared} pages belong to two tables or indexes at once.`] : []),
    ...(ownerless !== 0 ? [`${ownerless} pages belong to no table or index and are not free.`] : []),
  ]
}
