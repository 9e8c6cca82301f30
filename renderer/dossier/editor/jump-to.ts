import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'
import { bringIntoSight } from './bring-into-sight.ts'

/** Selects a place of the dossier and brings it into sight; one that is no longer there is passed over. */
export function jumpTo(editor: Editor, { from, to }: Pick<DossierPlace, 'from' | 'to'>): void {
  const { doc, tr } = editor.state
  if (to > doc.content.size) return
  const isAtom = doc.nodeAt(from)?.isAtom === true && doc.nodeAt(from)?.isText !== true
  tr.setSelection(isAtom ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to))
  editor.view.dispatch(tr)
  const { node } = editor.view.domAtPos(from)
  const dom = isAtom ? editor.view.nodeDOM(from) : node
  const element = dom instanceof Element ? dom : dom?.parentElement
  bringIntoSight(element)
  editor.commands.focus(undefined, { scrollIntoView: false })
}
