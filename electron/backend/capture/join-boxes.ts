import type { PageElement } from './page-dom.ts'
import { proseLength } from './prose.ts'

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
  const kinds = new Map<string, PageElement[]>()
  for (const child of root.children) {
    const kind = kindOf(child)
    if (kind === undefined || proseLength(child) < leastProse) continue
    const boxes = kinds.get(kind)
    if (boxes === undefined) kinds.set(kind, [child])
    else boxes.push(child)
  }
  const pieces = [...kinds.values()].filter((boxes) => boxes.length > 1).flat()
  for (const box of pieces) box.replaceWith(...box.childNodes)
  if (pieces.length > 0) joinBoxes(root)
  else for (const child of [...root.children]) if (proseLength(child) >= 2 * leastProse) joinBoxes(child)
}
