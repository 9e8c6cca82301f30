import type { Editor } from '@tiptap/react'
import { Check, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSafeLink } from '#shared/document/schema.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './bubble.module.css'

/** Asks for an address; Enter links the selected words to it. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? ''))
  const [isWrong, setWrong] = useState(false)
  const close = () => {
    onClose()
    editor.commands.focus(undefined, { scrollIntoView: false })
  }
  const take = () => {
    const written = address.trim()
    const href = /^[a-z]+:/i.test(written) ? written : `https://${written}`
    if (!isSafeLink(href)) return setWrong(true)
    editor.chain().extendMarkRange('link').setLink({ href }).run()
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
        aria-label={t('dossier.format.address')}
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
      <IconButton size="small" label={t('dossier.format.linkSet')} type="submit">
        <Check />
      </IconButton>
      {editor.isActive('link') && (
        <IconButton
          size="small"
          label={t('dossier.format.linkRemove')}
          onClick={() => {
            editor.chain().extendMarkRange('link').unsetLink().run()
            close()
          }}
        >
          <Unlink />
        </IconButton>
      )}
    </form>
  )
}
