import type { Node } from 'prosemirror-model'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'

export interface PlacedNode {
  node: Node
  place: DossierPlace
  /** What it stands in, the outermost first, without the document itself. */
  within: readonly Node[]
}

/** Every block of a dossier with its place, outer ones before inner ones. */
export function* blocksOf(document: Node): Generator<PlacedNode> {
  yield* blocksIn(document, -1, [], [])
}

function* blocksIn(
  parent: Node,
  pos: number,
  path: readonly number[],
  within: readonly Node[],
): Generator<PlacedNode> {
  let from = pos + 1
  for (const [index, node] of parent.children.entries()) {
    const own = [...path, index]
    yield { node, place: { path: own, from, to: from + node.nodeSize }, within }
    if (!node.isTextblock) yield* blocksIn(node, from, own, [...within, node])
    from += node.nodeSize
  }
}
