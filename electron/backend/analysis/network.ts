import type { Network, Position } from '#shared/domain/analysis.ts'
import { leaning } from './positions.ts'

type Edge = Network['edges'][number]

/**
 * The discourse network of a set of positions, after P. Leifeld, “Discourse Network Analysis” (2017): `two-mode` ties actors to
 * the topics they speak on; `actors` ties two actors by the topics on which they stand alike (congruence) and on opposite
 * sides (conflict); `topics` ties two topics by the actors who stand alike, or differently, on both. Neutral takes no side, and a
 * conditional position stands with support.
 */
export function networkOf(positions: readonly Position[], kind: 'actors' | 'two-mode' | 'topics'): Network {
  const told = positions.filter(({ stance }) => stance !== 'neutral')
  const nodes = new Map<string, Network['nodes'][number]>()
  const addNode = (id: string, nodeKind: 'actor' | 'topic', utterances: number) => {
    const node = nodes.get(id) ?? { id, kind: nodeKind, utterances: 0 }
    nodes.set(id, { ...node, utterances: node.utterances + utterances })
  }
  for (const { actorId, topicId, utterances } of told) {
    if (kind !== 'topics') addNode(actorId, 'actor', utterances)
    if (kind !== 'actors') addNode(topicId, 'topic', utterances)
  }
  const edges =
    kind === 'two-mode'
      ? told.map(({ actorId, topicId, stance }) => ({
          from: actorId,
          to: topicId,
          congruence: Number(leaning[stance] > 0),
          conflict: Number(leaning[stance] < 0),
        }))
      : kind === 'actors'
        ? pairs(told, 'topicId', 'actorId')
        : pairs(told, 'actorId', 'topicId')
  return { nodes: [...nodes.values()], edges }
}

function pairs(
  positions: readonly Position[],
  via: 'topicId' | 'actorId',
  end: 'topicId' | 'actorId',
): Edge[] {
  const edges = new Map<string, Edge>()
  for (const group of Map.groupBy(positions, (position) => position[via]).values()) {
    const ordered = group.toSorted((a, b) => (a[end] < b[end] ? -1 : 1))
    ordered.forEach((one, at) => {
      for (const other of ordered.slice(at + 1)) {
        const key = `${one[end]} ${other[end]}`
        const edge = edges.get(key) ?? { from: one[end], to: other[end], congruence: 0, conflict: 0 }
        if (leaning[one.stance] > 0 === leaning[other.stance] > 0) edge.congruence += 1
        else edge.conflict += 1
        edges.set(key, edge)
      }
    })
  }
  return [...edges.values()]
}
