import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, Italic, Link2, List, ListOrdered } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSafeLink } from '#shared/document/schema.ts'
import { chordOf } from '../../../app/shortcut-table.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
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
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? ''))
  const [isWrong, setWrong] = useState(false)
  const close = () => {
    onClose()
    editor.commands.focus(undefined, { scrollIntoView: false })
  }
  const take = () => {
    const href = /^[a-z]+:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`
    if (!isSafeLink(href)) return setWrong(true)
    if (editor.state.selection.empty && !editor.isActive('link'))
      editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    else editor.chain().extendMarkRange('link').setLink({ href }).run()
    close()
  }
  return (
    <form
      className={styles.linkForm}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <TextInput
        aria-label={t('quotes.card.format.address')}
        aria-invalid={isWrong || undefined}
        placeholder="https://"
        dir="ltr"
        autoFocus
        value={address}
        onChange={({ target }) => {
          setAddress(target.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          close()
        }}
      />
    </form>
  )
}
