import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierVersionRow } from '#shared/domain/dossier.ts'
import { act } from '../../app/act.ts'
import { useCanWrite } from '../../app/can-write.ts'
import { client, rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { RelativeTime } from '../../ui/date-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import frame from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'
import styles from './versions-panel.module.css'

interface VersionsPanelProps {
  dossierId: string
  /** What stands in the dossier now, saved or not. */
  currentText(): string
  /** Saves what is not saved yet, so that it is in what is kept. */
  beforeKeeping(): Promise<void>
  onClose(): void
}

/** The dossier as it once was: kept under a name, or by itself while it was written; to be compared and restored. */
export function VersionsPanel({ dossierId, currentText, beforeKeeping, onClose }: VersionsPanelProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const { data: versions } = useQuery(rpc.dossier.versions.queryOptions({ id: dossierId }))
  const [name, setName] = useState('')
  const [compared, setCompared] = useState<DossierVersionRow | null>(null)
  const keep = async () => {
    await beforeKeeping()
    const kept = await act(() => client.dossier.keepVersion.mutate({ id: dossierId, name: name.trim() }))
    if (kept !== undefined) setName('')
  }
  const restore = (version: DossierVersionRow) =>
    void act(async () => {
      await beforeKeeping()
      await client.dossier.restoreVersion.mutate({ id: version.id })
      setCompared(null)
    }, t('dossier.versions.restored'))
  return (
    <SidePanel
      title={t('dossier.panel.versions')}
      onClose={onClose}
      tools={
        canWrite && (
          <form
            className={styles.keep}
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() !== '') void keep()
            }}
          >
            <TextInput
              aria-label={t('dossier.versions.name')}
              placeholder={t('dossier.versions.name')}
              maxLength={500}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {t('dossier.versions.keep')}
            </Button>
          </form>
        )
      }
    >
      {versions?.length === 0 && <p className={frame.none}>{t('dossier.versions.none')}</p>}
      <ul>
        {versions?.map((version) => (
          <li key={version.id} className={styles.version}>
            <span className={styles.words}>
              <bdi className={version.name === null ? styles.unnamed : styles.name}>
                {version.name ?? t('dossier.versions.unnamed')}
              </bdi>
              <span className={styles.facts}>
                <RelativeTime value={version.createdAt} />
                {' · '}
                {t('dossier.words', { count: version.wordCount })}
              </span>
            </span>
            <IconButton
              size="small"
              label={t('dossier.versions.compare')}
              onClick={() => setCompared(version)}
            >
              <GitCompareArrows />
            </IconButton>
            {canWrite && (
              <IconButton size="small" label={t('dossier.versions.restore')} onClick={() => restore(version)}>
                <RotateCcw />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {compared !== null && (
        <CompareDialog
          version={compared}
          currentText={currentText()}
          onClose={() => setCompared(null)}
          onRestore={canWrite ? () => restore(compared) : undefined}
        />
      )}
    </SidePanel>
  )
}
