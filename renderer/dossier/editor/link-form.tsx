import type { Editor } from '@tiptap/react'
import { Check, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AddressForm } from '../../quotes/address-form.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './bubble.module.css'

/** Asks for an address; Enter links the selected words to it. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t } = useTranslation()
  const close = () => {
    onClose()
    editor.commands.focus(undefined, { scrollIntoView: false })
  }
  return (
    <AddressForm
      className={styles.linkForm}
      label={t('dossier.format.address')}
      address={String(editor.getAttributes('link')['href'] ?? '')}
      onCancel={close}
      onTake={(href) => {
        editor.chain().extendMarkRange('link').setLink({ href }).run()
        close()
      }}
    >
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
    </AddressForm>
  )
}
