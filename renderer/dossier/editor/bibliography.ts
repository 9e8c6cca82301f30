import { Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { getI18n } from 'react-i18next'
import { bibliographyView } from './bibliography-view.ts'
import type { EvidenceSource } from './evidence-source.ts'
import { insertBlocks } from './insert-blocks.ts'

/** The place where the sources are listed: those of the quotes that are embedded, made anew as they change. */
export const Bibliography = Node.create<{ evidence: EvidenceSource | null }>({
  name: 'bibliography',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ evidence: null }),
  parseHTML: () => [{ tag: 'section[data-bibliography]' }],
  renderHTML: () => ['section', { 'data-bibliography': '' }],
  renderText: () => '',
  addNodeView() {
    const { evidence } = this.options
    return evidence === null ? null : bibliographyView(evidence)
  },
})

/** Puts the sources where the caret is, below a heading unless one stands there. */
export function insertBibliography(editor: Editor): void {
  const { doc, selection } = editor.state
  const index = selection.$from.index(0)
  const isBelowHeading =
    selection.$from.parent.content.size === 0 && index > 0 && doc.child(index - 1).type.name === 'heading'
  const title = getI18n().t('dossier.sources.heading')
  const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] }
  insertBlocks(editor, [...(isBelowHeading ? [] : [heading]), { type: 'bibliography' }])
}

/** Puts the sources at the end of the text. */
export function appendBibliography(editor: Editor): void {
  editor.commands.setTextSelection(TextSelection.atEnd(editor.state.doc).from)
  insertBibliography(editor)
}
