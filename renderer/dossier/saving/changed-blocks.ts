import type { Node } from '@tiptap/pm/model'
import type { DossierChange } from '#shared/domain/dossier.ts'
import { withoutStretches } from '../editor/stretches/stretch-marks.ts'

/**
 * What turns one state of a document into another, as whole outermost blocks; undefined where nothing differs. Blocks that were not
 * touched are the same objects in both states, so this costs a comparison of references a block, and only what changed is made
 * into JSON: a keystroke in a document of 100,000 words must not cost more than one in a short one.
 */
export function changedBlocks(before: Node, after: Node): DossierChange | undefined {
  if (before === after) return undefined
  const { from, removed, added } = changedRange(before, after)
  const blocks = Array.from({ length: added }, (_, index) =>
    withoutStretches(after.child(from + index).toJSON()),
  )
  return removed === 0 && added === 0 ? undefined : { from, removed, blocks }
}

/** Which outermost blocks differ: from which one on, how many of the one and of the other. */
export function changedRange(before: Node, after: Node): { from: number; removed: number; added: number } {
  const shorter = Math.min(before.childCount, after.childCount)
  let from = 0
  while (from < shorter && before.child(from) === after.child(from)) from++
  let kept = 0
  while (
    kept < shorter - from &&
    before.child(before.childCount - 1 - kept) === after.child(after.childCount - 1 - kept)
  )
    kept++
  return { from, removed: before.childCount - from - kept, added: after.childCount - from - kept }
}
