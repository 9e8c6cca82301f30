import { type DragEvent, useRef, useState } from 'react'
import type { TreeNode } from './flatten.ts'
import { type DropPlace, dropMove, type TreeMove } from './tree-moves.ts'

/** Milliseconds over a closed node until it opens to take what is dragged. */
const openAfter = 600
const mime = 'application/x-aide-memoire-node'

/** Dragging nodes of a tree over each other: the upper and lower quarter of a row mean beside it, the middle into it. */
export function useTreeDrag(
  nodes: readonly TreeNode[],
  onMove: ((move: TreeMove) => void) | undefined,
  expand: (id: string) => void,
) {
  const dragged = useRef<string | null>(null)
  const opening = useRef<{ id: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const [over, setOver] = useState<{ id: string; place: DropPlace } | null>(null)

  const stopOpening = () => {
    if (opening.current) clearTimeout(opening.current.timer)
    opening.current = null
  }
  const end = () => {
    dragged.current = null
    stopOpening()
    setOver(null)
  }
  const moveTo = (targetId: string, place: DropPlace) =>
    dragged.current === null ? null : dropMove(nodes, dragged.current, targetId, place)

  return {
    placeAt: (id: string): DropPlace | null => (over?.id === id ? over.place : null),
    handlers: (id: string, isClosed: boolean) =>
      onMove === undefined
        ? {}
        : {
            onDragStart: (event: DragEvent) => {
              dragged.current = id
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData(mime, id)
            },
            onDragEnd: end,
            onDragOver: (event: DragEvent) => {
              const { top, height } = event.currentTarget.getBoundingClientRect()
              const place = placeOf((event.clientY - top) / height)
              if (moveTo(id, place) === null) {
                setOver(null)
                return
              }
              event.preventDefault()
              event.dataTransfer.dropEffect = 'move'
              if (over?.id !== id || over.place !== place) setOver({ id, place })
              if (opening.current?.id === id) return
              stopOpening()
              if (isClosed) opening.current = { id, timer: setTimeout(() => expand(id), openAfter) }
            },
            onDrop: (event: DragEvent) => {
              event.preventDefault()
              event.stopPropagation()
              const move = over === null ? null : moveTo(over.id, over.place)
              end()
              if (move === null) return
              if (over?.place === 'inside') expand(over.id)
              onMove(move)
            },
          },
  }
}

function placeOf(share: number): DropPlace {
  if (share < 0.25) return 'before'
  return share > 0.75 ? 'after' : 'inside'
}
