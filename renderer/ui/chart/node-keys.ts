import type { KeyboardEvent } from 'react'

/**
 * The keys of a node in a drawing, marked `data-node`: Enter and Space open it, arrows go to the next as they stand in the
 * drawing's order, Home and End to the ends.
 */
export function onNodeKey(event: KeyboardEvent<SVGGElement>, open: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter' || event.key === ' ') open()
  else {
    const drawing = event.currentTarget.ownerSVGElement
    const nodes = [...(drawing?.querySelectorAll<SVGGElement>('[data-node]') ?? [])]
    const at = nodes.indexOf(event.currentTarget)
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: nodes.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    nodes[target]?.focus()
    nodes[target]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  event.preventDefault()
  event.stopPropagation()
}
