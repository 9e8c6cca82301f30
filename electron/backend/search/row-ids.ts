import type { SearchKind } from '#shared/search/query.ts'

/**
 * Each kind of entity has a range of row ids of its own in the index, in the order in which entities were added: a search of
 * one kind reads one range, and the latest rows come first when it is read backwards.
 */
const rangeSize = 2 ** 32
const places: Record<SearchKind, number> = {
  article: 0,
  quote: 1,
  comment: 2,
  dossier: 3,
  topic: 4,
  round: 5,
  actor: 6,
}

/** First and last row id of a kind, both included. */
export function rowIdRange(kind: SearchKind): [first: number, last: number] {
  const first = places[kind] * rangeSize
  return [first + 1, first + rangeSize - 1]
}
