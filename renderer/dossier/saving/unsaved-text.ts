import { dossierSchema } from '#shared/document/dossier-schema.ts'
import type { Dossier } from '#shared/domain/dossier.ts'
import { readStored, removeStored, writeStored } from '../../ui/stored.ts'
import { whenLeaving } from '../../ui/when-leaving.ts'
import { withoutStretches } from '../editor/stretches/stretch-marks.ts'
import type { DossierSaver } from './dossier-saver.ts'

/** What was written in a window and did not reach the notebook. */
export interface UnsavedText {
  /** The `updatedAt` of the state it goes on from. */
  basedOn: string
  title: string
  document: unknown
}

const nameOf = (dossierId: string) => `dossier-unsaved.${dossierId}`

/**
 * Keeps on this machine what the notebook could not take, because the window is going or the backend is gone, until the notebook
 * has it: the next window on the dossier goes on from there, see `unsavedText`.
 *
 * @param isKept whether the saver goes on from a text that is kept already
 * @returns what ends it
 */
export function keepUnsaved(dossierId: string, saver: DossierSaver, isKept = false): () => void {
  const name = nameOf(dossierId)
  const keep = () => {
    const unsaved = saver.unsaved()
    if (unsaved === null) return
    isKept = true
    const { basedOn, title, document } = unsaved
    writeStored(name, { basedOn, title, document: withoutStretches(document.toJSON()) } satisfies UnsavedText)
  }
  const follow = () => {
    const { state } = saver.get()
    if (state === 'failed' || state === 'conflict') keep()
    else if (state === 'saved' && isKept) {
      isKept = false
      removeStored(name)
    }
  }
  const ends = [saver.subscribe(follow), whenLeaving(keep)]
  return () => {
    for (const end of ends) end()
  }
}

/** What a window left of this dossier; null where there is nothing, or the notebook has it after all. */
export function unsavedText({ id, title, document }: Dossier): UnsavedText | null {
  const kept = readStored(nameOf(id)) as UnsavedText | null
  if (kept === null) return null
  try {
    if (written(kept.document) !== written(document) || kept.title !== title) return kept
  } catch {
    // Of another version of the application: it cannot be shown here, and stays for that one.
    return null
  }
  removeStored(nameOf(id))
  return null
}

/** Lets go of what a window left, because it is kept otherwise. */
export function forgetUnsaved(dossierId: string): void {
  removeStored(nameOf(dossierId))
}

/** A document as it is compared: without the empty lines at its end, which the editor adds to write on. */
function written(document: unknown): string {
  const node = dossierSchema.nodeFromJSON(document)
  const blocks = Array.from({ length: node.childCount }, (_, index) => node.child(index))
  const last = blocks.findLastIndex((block) => block.type.name !== 'paragraph' || block.content.size > 0)
  return JSON.stringify(blocks.slice(0, last + 1))
}
