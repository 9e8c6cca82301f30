import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './bubble.module.css'
import { LinkForm } from './link-form.tsx'
import { markKinds } from './marks.tsx'

interface BubbleProps {
  editor: Editor
  isLinking: boolean
  onLinking(isLinking: boolean): void
}

/** Above selected words: how they are set off, and where they lead. Above a selected image: what it shows, in words. */
export function Bubble({ editor, isLinking, onLinking }: BubbleProps) {
  const { t } = useTranslation()
  const { on, image } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      on: [...markKinds.map(({ id }) => id), 'link'].filter((name) => editor.isActive(name)),
      image: selectedImage(editor),
    }),
  })
  return (
    <BubbleMenu
      editor={editor}
      updateDelay={120}
      options={{ placement: 'top', offset: 8, strategy: 'fixed', flip: true, shift: { padding: 8 } }}
      shouldShow={({ editor, state }) =>
        editor.isEditable &&
        (isLinking ||
          selectedImage(editor) !== null ||
          (state.selection instanceof TextSelection &&
            !state.selection.empty &&
            state.selection.$from.parent.type.spec.code !== true))
      }
      className={styles.bubble}
      role="toolbar"
      aria-label={t('dossier.format.label')}
    >
      {isLinking ? (
        <LinkForm editor={editor} onClose={() => onLinking(false)} />
      ) : image !== null ? (
        <ImageForm key={image.position} editor={editor} {...image} />
      ) : (
        <>
          {markKinds.map(({ id, icon, shortcut, toggle }) => (
            <IconButton
              key={id}
              size="small"
              label={t(`dossier.format.${id}`)}
              shortcut={chordOf(shortcut)}
              pressed={on.includes(id)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => toggle(editor)}
            >
              {icon}
            </IconButton>
          ))}
          <IconButton
            size="small"
            label={t('dossier.format.link')}
            shortcut={chordOf('dossierLink')}
            pressed={on.includes('link')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onLinking(true)}
          >
            <Link2 />
          </IconButton>
        </>
      )}
    </BubbleMenu>
  )
}

interface SelectedImage {
  position: number
  alt: string
}

function selectedImage({ state: { selection } }: Editor): SelectedImage | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null
  return { position: selection.from, alt: String(selection.node.attrs['alt']) }
}

/** What an image shows, for those who do not see it; it also stands below it in exports. */
function ImageForm({ editor, position, alt }: SelectedImage & { editor: Editor }) {
  const { t } = useTranslation()
  return (
    <TextInput
      className={styles.alt}
      aria-label={t('dossier.image.alt')}
      placeholder={t('dossier.image.alt')}
      defaultValue={alt}
      maxLength={4000}
      onBlur={({ target }) => {
        const node = editor.state.doc.nodeAt(position)
        if (node?.type.name !== 'image' || target.value === node.attrs['alt']) return
        const attrs = { ...node.attrs, alt: target.value.trim() }
        editor.view.dispatch(editor.state.tr.setNodeMarkup(position, undefined, attrs))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        editor.commands.focus()
      }}
    />
  )
}
