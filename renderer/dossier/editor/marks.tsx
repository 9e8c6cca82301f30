import type { Editor } from '@tiptap/react'
import { Bold, Code, Italic, Strikethrough, Underline } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShortcutId } from '../../app/shortcut-table.ts'

export interface MarkKind {
  id: 'bold' | 'italic' | 'underline' | 'strike' | 'code'
  icon: ReactNode
  shortcut: ShortcutId
  toggle(editor: Editor): void
}

/** How words can be set off. */
export const markKinds: readonly MarkKind[] = [
  {
    id: 'bold',
    icon: <Bold />,
    shortcut: 'dossierBold',
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: <Italic />,
    shortcut: 'dossierItalic',
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'underline',
    icon: <Underline />,
    shortcut: 'dossierUnderline',
    toggle: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    id: 'strike',
    icon: <Strikethrough />,
    shortcut: 'dossierStrike',
    toggle: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    id: 'code',
    icon: <Code />,
    shortcut: 'dossierCode',
    toggle: (editor) => editor.chain().focus().toggleCode().run(),
  },
]
