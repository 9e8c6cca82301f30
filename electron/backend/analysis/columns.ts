/** What is kept of each statement as a whole number; see `statements.ts` for what each is. */
export const wholeColumns = [
  'link',
  'quote',
  'topic',
  'actor',
  'party',
  'day',
  'utterance',
  'outlet',
  'lang',
  'coder',
  'onTopic',
  'onActor',
  'words',
  'ownCell',
  'partyCell',
] as const
export const smallColumns = ['stance', 'marks'] as const

/** The day of what nobody can date. */
export const undated = -2_147_483_648
/** Bits of `marks`. */
export const redLine = 1
export const conditional = 2
/** Where the two bits stand that say how strongly it is said; 0 where nobody says. */
export const strengthAt = 2

export type Columns = Record<(typeof wholeColumns)[number], Int32Array> &
  Record<(typeof smallColumns)[number], Uint8Array>

export function newColumns(length: number): Columns {
  return Object.fromEntries([
    ...wholeColumns.map((name) => [name, new Int32Array(length)]),
    ...smallColumns.map((name) => [name, new Uint8Array(length)]),
  ]) as Columns
}

/** Columns of another length with the same beginning. */
export function resized(columns: Columns, length: number): Columns {
  const result = newColumns(length)
  const kept = Math.min(length, columns.link.length)
  eachColumn(result, (name, column) => {
    column.set(columns[name].subarray(0, kept))
  })
  return result
}

/** A stretch of rows that goes over as it is: of the old columns, or of the fresh ones. */
interface Stretch {
  isFresh: boolean
  first: number
  length: number
}

/**
 * The rows of both by day, and of one day by link. Both are in that order already.
 *
 * @param removed 1 at each place of `old` that does not go over
 */
export function mergeColumns(old: Columns, removed: Uint8Array, fresh: Columns): Columns {
  const stretches: Stretch[] = []
  let length = 0
  const add = (isFresh: boolean, first: number, end: number) => {
    if (end <= first) return
    stretches.push({ isFresh, first, length: end - first })
    length += end - first
  }
  let at = 0
  const addOld = (end: number) => {
    while (at < end) {
      const gone = removed.indexOf(1, at)
      const until = gone < 0 || gone > end ? end : gone
      add(false, at, until)
      at = until === gone ? until + 1 : until
    }
  }
  for (let next = 0; next < fresh.link.length; next++) {
    addOld(placeFor(old, fresh.day[next] ?? 0, fresh.link[next] ?? 0))
    add(true, next, next + 1)
  }
  addOld(old.link.length)
  const result = newColumns(length)
  eachColumn(result, (name, column) => {
    let to = 0
    for (const { isFresh, first, length } of stretches) {
      const from = isFresh ? fresh[name] : old[name]
      if (length === 1) column[to] = from[first] ?? 0
      else column.set(from.subarray(first, first + length), to)
      to += length
    }
  })
  return result
}

/** The rows in the order of their days; of one day in the order they stand in. */
export function sortedByDay(columns: Columns): Columns {
  const count = columns.link.length
  let [low, high] = [0, 0]
  for (const day of columns.day) {
    if (day === undated) continue
    low = Math.min(low, day)
    high = Math.max(high, day)
  }
  // Counting finds each row's place without comparing any two; the first count is of those without a day.
  const bucketOf = (day: number) => (day === undated ? 0 : day - low + 1)
  const starts = new Uint32Array(high - low + 3)
  for (const day of columns.day) starts[bucketOf(day) + 1] = (starts[bucketOf(day) + 1] ?? 0) + 1
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const places = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(columns.day[at] ?? 0)
    places[at] = starts[bucket] ?? 0
    starts[bucket] = (starts[bucket] ?? 0) + 1
  }
  const result = newColumns(count)
  eachColumn(result, (name, column) => {
    const from = columns[name]
    for (let at = 0; at < count; at++) column[places[at] ?? 0] = from[at] ?? 0
  })
  return result
}

/** The first place of a row that does not stand before this day and link. */
function placeFor({ day, link }: Columns, wantedDay: number, wantedLink: number): number {
  let low = 0
  let high = day.length
  while (low < high) {
    const middle = (low + high) >> 1
    const isBefore =
      (day[middle] ?? 0) < wantedDay || (day[middle] === wantedDay && (link[middle] ?? 0) < wantedLink)
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

function eachColumn(
  columns: Columns,
  work: (name: keyof Columns, column: Int32Array | Uint8Array) => void,
): void {
  for (const name of [...wholeColumns, ...smallColumns]) work(name, columns[name])
}
