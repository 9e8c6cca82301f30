import type { Network } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { leaning, stanceIn } from './positions.ts'
import { measureNetwork } from './network-measures.ts'
import { layoutSeed } from './layout-seed.ts'
import { type Side, strongestPairs } from './strongest-pairs.ts'
import type { Statements } from './statements.ts'
import type { Tallies } from './tallies.ts'

type Node = Network['nodes'][number]
type Edge = Network['edges'][number]

/** A position that takes a side. */
interface Stand {
  actor: number
  topic: number
  utterances: number
  side: Side
}

interface Wanted {
  kind: 'actors' | 'two-mode' | 'topics'
  limit: number
  measures: boolean
}

/** Every two of them are compared, so there is an end to their number: those who are quoted most. */
const nodesAtMost = 2000

/**
 * The discourse network of what was tallied, after P. Leifeld, “Discourse Network Analysis” (2017): `two-mode` ties actors to
 * the topics they speak on; `actors` ties two actors by the topics on which they stand alike (congruence) and on opposite
 * sides (conflict); `topics` ties two topics by the actors who stand alike, or differently, on both. Neutral takes no side, and a
 * conditional position stands with support. The strongest edges come first.
 */
export function networkOf(
  { names }: Pick<Statements, 'names'>,
  tallies: Tallies,
  { kind, limit, measures }: Wanted,
): Network {
  const stands = standsIn(tallies)
  const idOf = {
    actor: (at: number) => names.actors.texts[at] ?? '',
    topic: (at: number) => names.topics.texts[at] ?? '',
  }
  const actors = kind === 'topics' ? [] : nodesOf(stands, 'actor', idOf.actor)
  const topics = kind === 'actors' ? [] : nodesOf(stands, 'topic', idOf.topic)
  const { edges, edgeCount } =
    kind === 'two-mode'
      ? twoModeEdges(stands, idOf, limit)
      : kind === 'actors'
        ? projected(stands, 'actor', 'topic', actors, limit)
        : projected(stands, 'topic', 'actor', topics, limit)
  const nodes: Node[] = [...actors, ...topics].map(({ node }) => node)
  if (!measures) return { nodes, edgeCount, edges }
  const measured = measureNetwork(nodes, edges)
  return {
    nodes: nodes.map((node) => ({ ...node, measures: measured.get(node.id) ?? null })),
    edgeCount,
    edges,
  }
}

function standsIn(tallies: Tallies): Stand[] {
  const { cells, counts, startOf } = tallies
  const stands: Stand[] = []
  for (let cell = 0; cell < cells.size(); cell++) {
    const utterances = counts[startOf(cell)] ?? 0
    if (utterances === 0) continue
    const lean = leaning[stances[stanceIn(tallies, cell)] ?? 'neutral']
    if (lean === 0) continue
    const side = lean > 0 ? 'for' : 'against'
    stands.push({ actor: cells.firstOf(cell), topic: cells.secondOf(cell), utterances, side })
  }
  return stands
}

function nodesOf(
  stands: readonly Stand[],
  kind: 'actor' | 'topic',
  idOf: (at: number) => string,
): { at: number; node: Node }[] {
  const utterances = new Map<number, number>()
  for (const stand of stands)
    utterances.set(stand[kind], (utterances.get(stand[kind]) ?? 0) + stand.utterances)
  return [...utterances]
    .sort(([, a], [, b]) => b - a)
    .slice(0, nodesAtMost)
    .map(([at, said]) => {
      const id = idOf(at)
      return { at, node: { id, kind, utterances: said, ...layoutSeed(id), measures: null } }
    })
    .sort((a, b) => (a.node.id < b.node.id ? -1 : 1))
}

function twoModeEdges(
  stands: readonly Stand[],
  idOf: Record<'actor' | 'topic', (at: number) => string>,
  limit: number,
): { edges: Edge[]; edgeCount: number } {
  const strongest = stands.toSorted((a, b) => b.utterances - a.utterances).slice(0, limit)
  return {
    edgeCount: stands.length,
    edges: strongest.map(({ actor, topic, side }) => ({
      from: idOf.actor(actor),
      to: idOf.topic(topic),
      congruence: Number(side === 'for'),
      conflict: Number(side === 'against'),
    })),
  }
}

/** Ties ends by what they have in common. */
function projected(
  stands: readonly Stand[],
  end: 'actor' | 'topic',
  via: 'actor' | 'topic',
  nodes: readonly { at: number; node: Node }[],
  limit: number,
): { edges: Edge[]; edgeCount: number } {
  const placeOf = new Map(nodes.map(({ at }, place) => [at, place]))
  const over = new Map<number, number>()
  const sides = stands.flatMap((stand) => {
    const row = placeOf.get(stand[end])
    if (row === undefined) return []
    const column = over.get(stand[via]) ?? over.size
    over.set(stand[via], column)
    return { row, column, side: stand.side }
  })
  const { pairs, count } = strongestPairs(sides, { rows: nodes.length, columns: over.size, limit })
  return {
    edgeCount: count,
    edges: pairs.map(({ one, other, congruence, conflict }) => ({
      from: nodes[one]?.node.id ?? '',
      to: nodes[other]?.node.id ?? '',
      congruence,
      conflict,
    })),
  }
}
