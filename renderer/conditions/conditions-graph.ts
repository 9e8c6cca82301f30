import type { Condition } from '#shared/domain/analysis.ts'

/** Where one actor stands on one topic, as far as something depends on it. */
export interface ConditionNode {
  id: string
  actorId: string
  topicId: string
  /** What was said of it: conditions and red lines, the latest first; none where others only wait for it. */
  said: Condition[]
  redLine: boolean
  /** The number of the deadlock it is part of. */
  cycle: number | null
}

/** One position waits for another. */
export interface ConditionEdge {
  from: string
  to: string
  conditions: Condition[]
  /** The number of the deadlock that it closes. */
  cycle: number | null
}

export interface ConditionsGraph {
  nodes: ConditionNode[]
  edges: ConditionEdge[]
}

interface Place {
  actorId: string
  topicId: string
}

export function nodeId({ actorId, topicId }: Place): string {
  return `${actorId}~${topicId}`
}

/** The positions that conditions speak of, and which waits for which. The order of both is that of the conditions. */
export function conditionsGraph(conditions: readonly Condition[]): ConditionsGraph {
  const nodes = new Map<string, ConditionNode>()
  const edges = new Map<string, ConditionEdge>()
  const nodeAt = ({ actorId, topicId }: Place): ConditionNode => {
    const id = nodeId({ actorId, topicId })
    const known = nodes.get(id)
    if (known !== undefined) return known
    const node: ConditionNode = { id, actorId, topicId, said: [], redLine: false, cycle: null }
    nodes.set(id, node)
    return node
  }
  for (const condition of conditions) {
    const node = nodeAt(condition)
    node.said.push(condition)
    if (condition.redLine) node.redLine = true
    if (condition.waitsFor === null) continue
    const target = nodeAt(condition.waitsFor)
    const id = `${node.id} ${target.id}`
    const edge = edges.get(id) ?? { from: node.id, to: target.id, conditions: [], cycle: null }
    edge.conditions.push(condition)
    edges.set(id, edge)
    if (condition.cycle === null) continue
    edge.cycle = condition.cycle
    node.cycle = condition.cycle
    target.cycle = condition.cycle
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/**
 * The graph with so many nodes at most: those of deadlocks first, then those that wait or are waited for, then the rest, each
 * in their order. Edges stay where both ends do.
 */
export function atMost({ nodes, edges }: ConditionsGraph, limit: number): ConditionsGraph {
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const rank = ({ id, cycle }: ConditionNode) => (cycle !== null ? 0 : tied.has(id) ? 1 : 2)
  const kept = new Set(
    nodes
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, limit)
      .map(({ id }) => id),
  )
  return {
    nodes: nodes.filter(({ id }) => kept.has(id)),
    edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  }
}

/** A deadlock: positions that wait for each other, each before the one it waits for as far as they go round. */
export interface Deadlock {
  cycle: number
  nodes: ConditionNode[]
}

/** The deadlocks, by their numbers. */
export function deadlocksOf({ nodes, edges }: ConditionsGraph): Deadlock[] {
  const numbers = [...new Set(nodes.flatMap(({ cycle }) => cycle ?? []))].sort((a, b) => a - b)
  return numbers.map((cycle) => {
    const left = new Map(nodes.filter((node) => node.cycle === cycle).map((node) => [node.id, node]))
    const ties = edges.filter((edge) => edge.cycle === cycle)
    const round: ConditionNode[] = []
    for (let at = first(left); at !== undefined; at = nextOf(at, ties, left) ?? first(left)) {
      round.push(at)
      left.delete(at.id)
    }
    return { cycle, nodes: round }
  })
}

type Left = ReadonlyMap<string, ConditionNode>

function first(left: Left): ConditionNode | undefined {
  return left.values().next().value
}

function nextOf(
  { id }: ConditionNode,
  ties: readonly ConditionEdge[],
  left: Left,
): ConditionNode | undefined {
  const tie = ties.find(({ from, to }) => from === id && left.has(to))
  return tie && left.get(tie.to)
}

/** The letter that a deadlock is called by: A, B … Z, AA. */
export function deadlockLetter(cycle: number): string {
  const letter = String.fromCodePoint(65 + (cycle % 26))
  return cycle < 26 ? letter : deadlockLetter(Math.floor(cycle / 26) - 1) + letter
}
