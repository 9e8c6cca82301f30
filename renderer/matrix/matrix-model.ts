import type { Position } from '#shared/domain/analysis.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { flattenTree, type TreeRow } from '../ui/tree/flatten.ts'

/** An actor or a party, by whatever the positions are taken together. */
export interface MatrixColumn {
  id: string
  name: string
  /** Utterances in all the time of the filter, so that a column keeps its place while the day moves. */
  utterances: number
}

export interface MatrixRow extends TreeRow<Topic> {
  /** The topics it stands for: itself, and where it is folded all below it. */
  topicIds: readonly string[]
}

export type MatrixCell =
  | { kind: 'position'; position: Position }
  /** A folded topic: the stances taken on it and below it, from support to opposition. */
  | { kind: 'sum'; stances: readonly Stance[]; redLine: boolean; utterances: number }
  /** Nothing was said up to the day. */
  | { kind: 'gap' }
  /** A heading over topics, of which nothing is said by itself. */
  | { kind: 'heading' }

/** How fresh the evidence of a position is: 0 within a month, then within three, within six, older or without a date. */
export type Freshness = 0 | 1 | 2 | 3

export const freshDays = [30, 90, 180] as const

export function freshnessOf(age: number | null): Freshness {
  const at = age === null ? -1 : freshDays.findIndex((days) => age <= days)
  return (at === -1 ? 3 : at) as Freshness
}

const order: readonly Stance[] = ['supports', 'conditional', 'neutral', 'opposes']

/** From support to opposition. */
export function byLeaning(stances: readonly Stance[]): Stance[] {
  return stances.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** The other stances taken in the deciding time, the most frequent first. */
export function dissent({ recent, stance }: Position): Stance[] {
  return order
    .filter((one) => one !== stance && one !== 'neutral' && recent[one] > 0)
    .toSorted((a, b) => recent[b] - recent[a])
}

/** Whoever ever spoke, the most quoted first; then those who are expected to and never did. */
export function columnsOf(
  ever: readonly Position[],
  silent: readonly { id: string; name: string }[],
  nameOf: (id: string) => string,
  locale: string,
): MatrixColumn[] {
  const utterances = new Map<string, number>()
  for (const { actorId, utterances: count } of ever)
    utterances.set(actorId, (utterances.get(actorId) ?? 0) + count)
  const spoke = Array.from(utterances, ([id, count]) => ({ id, name: nameOf(id), utterances: count }))
  const never = silent.filter(({ id }) => !utterances.has(id)).map((actor) => ({ ...actor, utterances: 0 }))
  const collator = new Intl.Collator(locale)
  return [...spoke, ...never].sort((a, b) => b.utterances - a.utterances || collator.compare(a.name, b.name))
}

/** The topics as rows, what is below a folded one taken into it. */
export function rowsOf(topics: readonly Topic[], expanded: ReadonlySet<string>): MatrixRow[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId)
  return flattenTree(topics, expanded).map((row) => {
    if (!row.hasChildren || row.isExpanded) return { ...row, topicIds: [row.node.id] }
    const found = new Set([row.node.id])
    for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
    return { ...row, topicIds: [...found] }
  })
}

/** Positions by actor and topic. */
export type PositionIndex = ReadonlyMap<string, Position>

export function indexPositions(positions: readonly Position[]): PositionIndex {
  return new Map(positions.map((position) => [`${position.actorId} ${position.topicId}`, position]))
}

export function cellOf(row: MatrixRow, columnId: string, positions: PositionIndex): MatrixCell {
  const found = row.topicIds.flatMap((topicId) => positions.get(`${columnId} ${topicId}`) ?? [])
  const [first] = found
  if (first === undefined) return row.isExpanded ? { kind: 'heading' } : { kind: 'gap' }
  if (row.topicIds.length === 1) return { kind: 'position', position: first }
  return {
    kind: 'sum',
    stances: byLeaning(found.map(({ stance }) => stance)),
    redLine: found.some(({ redLine }) => redLine),
    utterances: found.reduce((sum, { utterances }) => sum + utterances, 0),
  }
}
