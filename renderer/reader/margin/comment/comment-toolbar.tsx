import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, Italic, Link2, List, ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../../app/shortcut-table.ts'
import { AddressForm } from '../../../quotes/address-form.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './comment-field.module.css'

interface CommentToolbarProps {
  editor: Editor
  isLinking: boolean
  onLinking(isLinking: boolean): void
}

/** The five things a comment can have besides words. Pressing one leaves the caret where it is. */
export function CommentToolbar({ editor, isLinking, onLinking }: CommentToolbarProps) {
  const { t } = useTranslation()
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      link: editor.isActive('link'),
    }),
  })
  if (isLinking) return <LinkForm editor={editor} onClose={() => onLinking(false)} />
  const chain = () => editor.chain().focus(undefined, { scrollIntoView: false })
  return (
    <div
      role="toolbar"
      aria-label={t('quotes.card.format.label')}
      className={styles.toolbar}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      <IconButton
        size="small"
        label={t('quotes.card.format.bold')}
        shortcut={chordOf('commentBold')}
        pressed={on.bold}
        onClick={() => chain().toggleBold().run()}
      >
        <Bold />
      </IconButton>
      <IconButton
        size="small"
        label={t('quotes.card.format.italic')}
        shortcut={chordOf('commentItalic')}
        pressed={on.italic}
        onClick={() => chain().toggleItalic().run()}
      >
        <Italic />
      </IconButton>
      <IconButton
        size="small"
        label={t('quotes.card.format.bullets')}
        shortcut={chordOf('commentBullets')}
        pressed={on.bullets}
        onClick={() => chain().toggleBulletList().run()}
      >
        <List />
      </IconButton>
      <IconButton
        size="small"
        label={t('quotes.card.format.numbers')}
        shortcut={chordOf('commentNumbers')}
        pressed={on.numbers}
        onClick={() => chain().toggleOrderedList().run()}
      >
        <ListOrdered />
      </IconButton>
      <IconButton
        size="small"
        label={t('quotes.card.format.link')}
        shortcut={chordOf('commentLink')}
        pressed={on.link}
        onClick={() => (on.link ? chain().extendMarkRange('link').unsetLink().run() : onLinking(true))}
      >
        <Link2 />
      </IconButton>
    </div>
  )
}

/** Asks for an address; Enter links the selected words to it, or writes the address itself where none are. */
function LinkForm({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t } = useTranslation()
  const close = () => {
    onClose()
    editor.commands.focus(undefined, { scrollIntoView: false })
  }
  return (
    <AddressForm
      className={styles.linkForm}
      label={t('quotes.card.format.address')}
      address={String(editor.getAttributes('link')['href'] ?? '')}
      onCancel={close}
      onTake={(href) => {
        if (editor.state.selection.empty && !editor.isActive('link'))
          editor.commands.insertContent({
            type: 'text',
            text: href,
            marks: [{ type: 'link', attrs: { href } }],
          })
        else editor.chain().extendMarkRange('link').setLink({ href }).run()
        close()
      }}
    />
  )
}
