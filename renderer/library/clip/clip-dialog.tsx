import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../app/location.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { asWebAddress } from './as-web-address.ts'
import styles from './clip-dialog.module.css'
import { clipQueue } from './clip-queue.ts'
import type { ClipSource } from './clip-source.ts'
import { chooseFolder, useImportFolder } from './import-folder.ts'

/** One field for everything that can be clipped: an address, several of them, the words of an article, or files. */
export function ClipDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const html = useRef<string | undefined>(undefined)
  const importFolder = useImportFolder()
  const files = useRef<HTMLInputElement>(null)
  const close = () => {
    setText('')
    html.current = undefined
    onOpenChange(false)
  }
  const sources = sourcesOf(text, html.current)
  const clip = () => {
    if (sources.length === 0) return
    clipQueue.add(sources)
    close()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('library.clip')}
      description={t('library.clipExplain')}
      actions={
        <>
          <Button
            variant="quiet"
            onClick={() => {
              close()
              navigate(paths.import)
            }}
          >
            {t('library.importOther')}
          </Button>
          <Button
            onClick={() =>
              chooseFolder((files) => {
                importFolder(files)
                close()
              })
            }
          >
            {t('library.importFolder')}
          </Button>
          <Button onClick={() => files.current?.click()}>{t('library.chooseFiles')}</Button>
          <Button variant="primary" disabled={sources.length === 0} onClick={clip}>
            {sources[0] === undefined
              ? t('library.clipNothing')
              : sources[0].kind === 'url'
                ? t('library.clipAddresses', { count: sources.length })
                : t('library.clipText')}
          </Button>
        </>
      }
    >
      <Field label={t('library.clipField')} hint={t('library.clipHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            className={styles.field}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onPaste={({ clipboardData }) => {
              if (text === '') html.current = clipboardData.getData('text/html') || undefined
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || sources[0]?.kind === 'url')) {
                event.preventDefault()
                clip()
              }
            }}
          />
        )}
      </Field>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('library.chooseFiles')}
        accept=".html,.htm,.xhtml,.mhtml,.mht,.txt,.md,.markdown,.pdf,.docx,.epub,.eml"
        onChange={({ target }) => {
          clipQueue.add([...(target.files ?? [])].map((file) => ({ kind: 'file', file })))
          close()
        }}
      />
    </Dialog>
  )
}

/** A list of addresses is one article each; anything else is the words of one. */
function sourcesOf(text: string, html: string | undefined): ClipSource[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const addresses = lines.map(asWebAddress).filter((address) => address !== null)
  if (lines.length === 0) return []
  if (addresses.length === lines.length) return addresses.map((url) => ({ kind: 'url', url }))
  return [{ kind: 'text', text, ...(html === undefined ? {} : { html }) }]
}
