import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5'

type ParentNode = DefaultTreeAdapterTypes.ParentNode
type ChildNode = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Real pages stay below 60; the cost of extraction grows with the square of the nesting. */
export const deepestElement = 120

const blockNames =
  /^(?:address|article|aside|blockquote|center|d[dlt]|details|div|f(?:ieldset|igcaption|igure|ooter|orm)|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)|ul)$/

function isElementNode(node: ChildNode): node is Element {
  return 'tagName' in node
}

function lineBreak(): Element {
  return defaultTreeAdapter.createElement('br', html.NS.HTML, [])
}

/** All text and childless elements below a node, in order; a line break stands where a block with content began. */
function leavesOf(node: ParentNode): ChildNode[] {
  const leaves: ChildNode[] = []
  const pending: ChildNode[] = node.childNodes.toReversed()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!isElementNode(next) || next.childNodes.length === 0) {
      leaves.push(next)
      continue
    }
    const last = leaves.at(-1)
    if (blockNames.test(next.tagName) && last !== undefined && last.nodeName !== 'br')
      leaves.push(lineBreak())
    for (let index = next.childNodes.length - 1; index >= 0; index--) {
      const child = next.childNodes[index]
      if (child !== undefined) pending.push(child)
    }
  }
  return leaves
}

/**
 * Flattens a parse5 tree, in place, so that no element nests deeper than `deepest`: what stood deeper moves up into the last
 * allowed element, in document order, without its own elements. No text is lost. Linear and without recursion. Answers
 * whether anything had to move.
 */
export function capNesting(root: ParentNode, deepest = deepestElement): boolean {
  let wasFlattened = false
  const pending: { node: ParentNode; depth: number }[] = [{ node: root, depth: 0 }]
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, depth } = item
    if (depth < deepest) {
      for (const child of node.childNodes) {
        if (isElementNode(child)) pending.push({ node: child, depth: depth + 1 })
      }
      continue
    }
    if (!node.childNodes.some((child) => isElementNode(child) && child.childNodes.length > 0)) continue
    wasFlattened = true
    node.childNodes = leavesOf(node)
    for (const leaf of node.childNodes) leaf.parentNode = node
  }
  return wasFlattened
}
