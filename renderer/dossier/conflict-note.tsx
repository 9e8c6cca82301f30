import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { withoutStretches } from './editor/stretches/stretch-marks.ts'
import styles from './dossier-writer.module.css'
import type { DossierSaver } from './saving/dossier-saver.ts'

interface ConflictNoteProps {
  dossierId: string
  editor: Editor
  saver: DossierSaver
  /** What the other window wrote is to be shown. */
  onTheirs(): void
}

/**
 * Another window saved while this one was writing. Either is gone on with, and the other is kept: theirs as a version of this
 * dossier, mine as a dossier of its own.
 */
export function ConflictNote({ dossierId, editor, saver, onTheirs }: ConflictNoteProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const settle = (work: () => Promise<void>) => {
    setBusy(true)
    void act(work).finally(() => setBusy(false))
  }
  const keepMine = async () => {
    await client.dossier.keepVersion.mutate({ id: dossierId, name: t('dossier.conflict.theirVersion') })
    const { updatedAt, document } = await client.dossier.get.query({ id: dossierId })
    saver.rebase(updatedAt, editor.schema.nodeFromJSON(document))
    await saver.flush()
  }
  const takeTheirs = async () => {
    const { title } = await client.dossier.get.query({ id: dossierId })
    await client.dossier.create.mutate({
      title: t('dossier.conflict.myCopy', { title }).slice(0, 500),
      document: withoutStretches(editor.getJSON()),
    })
    onTheirs()
  }
  return (
    <div role="alert" className={styles.conflict}>
      <p>{t('dossier.conflict.text')}</p>
      <Button size="small" disabled={isBusy} onClick={() => settle(keepMine)}>
        {t('dossier.conflict.mine')}
      </Button>
      <Button size="small" disabled={isBusy} onClick={() => settle(takeTheirs)}>
        {t('dossier.conflict.theirs')}
      </Button>
    </div>
  )
}
