import type { PageElement } from './page-dom.ts'
import { proseLengths } from './prose.ts'

/** A box with less running text than this may be a card, a comment or a caption, and many of those look alike. */
const leastProse = 400

function kindOf(element: PageElement): string | undefined {
  const name = element.getAttribute('class')?.trim()
  return name && /^(?:div|section)$/.test(element.localName) ? `${element.localName} ${name}` : undefined
}

/**
 * Takes away, in place, the frames of neighbouring boxes of one kind (same element, same class) that each hold running text:
 * advertisements cut the body of many pages into such pieces, and what looks for the one element with most text would take
 * one piece of it.
 */
export function joinBoxes(root: PageElement): void {
  join(root, proseLengths(root))
}

function join(root: PageElement, lengths: ReadonlyMap<PageElement, number>): void {
  const kinds = new Map<string, PageElement[]>()
  for (const child of root.children) {
    const kind = kindOf(child)
    if (kind === undefined || (lengths.get(child) ?? 0) < leastProse) continue
    const boxes = kinds.get(kind)
    if (boxes === undefined) kinds.set(kind, [child])
    else boxes.push(child)
  }
  const pieces = [...kinds.values()].filter((boxes) => boxes.length > 1).flat()
  for (const box of pieces) box.replaceWith(...box.childNodes)
  if (pieces.length > 0) join(root, lengths)
  else
    for (const child of [...root.children])
      if ((lengths.get(child) ?? 0) >= 2 * leastProse) join(child, lengths)
}
