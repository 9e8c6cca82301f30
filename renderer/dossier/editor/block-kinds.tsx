import type { Editor } from '@tiptap/react'
import {
  CircleHelp,
  CodeXml,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Info,
  LibraryBig,
  List,
  ListOrdered,
  ListTodo,
  Minus,
  OctagonAlert,
  Pilcrow,
  Star,
  Superscript,
  Table2,
  TextQuote,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { getI18n } from 'react-i18next'
import { insertBibliography } from './bibliography.ts'
import type { CalloutKind } from './callout.ts'
import { beginFootnote } from './footnote.ts'
import { insertTable } from './tables.ts'

/** Something a line can be turned into, or that can be put there. Its words are under `dossier.block`. */
export interface BlockKind {
  id: string
  icon: ReactNode
  /** Further words it is found by, whatever the language of the interface. */
  keywords: string
  /** Whether the caret is in one; left out of what is only put there. */
  isActive?(editor: Editor): boolean
  apply(editor: Editor): void
}

const heading = (level: 1 | 2 | 3 | 4, icon: ReactNode): BlockKind => ({
  id: `heading${level}`,
  icon,
  keywords: `heading title h${level} ${'#'.repeat(level)} заголовок`,
  isActive: (editor) => editor.isActive('heading', { level }),
  apply: (editor) => editor.chain().focus().setHeading({ level }).run(),
})

const callout = (kind: CalloutKind, icon: ReactNode, keywords: string): BlockKind => ({
  id: `callout-${kind}`,
  icon,
  keywords: `callout box ${keywords}`,
  isActive: (editor) => editor.isActive('callout', { kind }),
  apply(editor) {
    if (editor.isActive('callout')) editor.chain().focus().updateAttributes('callout', { kind }).run()
    else editor.chain().focus().wrapIn('callout', { kind }).run()
  },
})

/** What a line can be. */
export const lineKinds: readonly BlockKind[] = [
  {
    id: 'paragraph',
    icon: <Pilcrow />,
    keywords: 'text paragraph текст абзац',
    isActive: (editor) => editor.isActive('paragraph'),
    apply: (editor) => editor.chain().focus().setParagraph().run(),
  },
  heading(1, <Heading1 />),
  heading(2, <Heading2 />),
  heading(3, <Heading3 />),
  heading(4, <Heading4 />),
  {
    id: 'bulletList',
    icon: <List />,
    keywords: 'bullets list - * список',
    isActive: (editor) => editor.isActive('bulletList'),
    apply: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: <ListOrdered />,
    keywords: 'numbers list 1. нумерований',
    isActive: (editor) => editor.isActive('orderedList'),
    apply: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'taskList',
    icon: <ListTodo />,
    keywords: 'tasks to-do checkbox [] завдання',
    isActive: (editor) => editor.isActive('taskList'),
    apply: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    id: 'blockquote',
    icon: <TextQuote />,
    keywords: 'quote > цитата',
    isActive: (editor) => editor.isActive('blockquote'),
    apply: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'codeBlock',
    icon: <CodeXml />,
    keywords: 'code ``` код',
    isActive: (editor) => editor.isActive('codeBlock'),
    apply: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  callout('note', <Info />, 'note info примітка'),
  callout('important', <Star />, 'important важливо'),
  callout('warning', <OctagonAlert />, 'warning увага'),
  callout('question', <CircleHelp />, 'question питання'),
]

/** What can be put where the caret is. */
export const insertKinds: readonly BlockKind[] = [
  {
    id: 'table',
    icon: <Table2 />,
    keywords: 'table grid таблиця',
    apply(editor) {
      editor.view.dispatch(insertTable(3, 3)(editor.state))
      editor.commands.focus()
    },
  },
  {
    id: 'footnote',
    icon: <Superscript />,
    keywords: 'footnote note виноска',
    apply: (editor) => void beginFootnote(editor, getI18n().t('dossier.firstWords')),
  },
  {
    id: 'bibliography',
    icon: <LibraryBig />,
    keywords: 'bibliography sources references citations джерела бібліографія література',
    apply: insertBibliography,
  },
  {
    id: 'rule',
    icon: <Minus />,
    keywords: 'rule line divider --- лінія',
    apply: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
]
