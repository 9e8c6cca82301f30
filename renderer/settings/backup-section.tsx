import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/domain/notebook.ts'
import { useWhyReadOnly } from '../app/can-write.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RelativeTime } from '../ui/date-text.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { toast } from '../ui/toast/toast.ts'
import { formatBytes } from './format-bytes.ts'
import { LongTaskProgress, LongTaskRow } from './long-task-row.tsx'
import { backingUp, restoreOrder, restoring, startTask } from './long-tasks.ts'
import styles from './settings-screen.module.css'

/** Copies of the notebook: made daily, before risky steps, and on demand; each has proved that it opens and is whole. */
export function BackupSection() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const queryClient = useQueryClient()
  const whyReadOnly = useWhyReadOnly()
  const canRestore = whyReadOnly === null || whyReadOnly.readOnlyBecause === 'damaged'
  const [chosen, setChosen] = useState<Backup | null>(null)
  const { data: backups } = useQuery(rpc.backup.list.queryOptions())
  const refresh = () => queryClient.invalidateQueries(rpc.backup.list.queryFilter())
  async function create(): Promise<void> {
    const made = await startTask(backingUp, t('settings.backupCancelled'))
    await refresh()
    if (made) toast.show({ message: t('settings.backedUp'), tone: 'success' })
  }
  const { running: isRestoring } = useSyncExternalStore(restoring.subscribe, restoring.get)
  async function restore({ name }: Backup): Promise<void> {
    restoreOrder.current = { name }
    const done = await startTask(restoring, t('settings.restoreCancelled'))
    await refresh()
    if (done) toast.show({ message: t('settings.putBack'), tone: 'success' })
  }
  return (
    <section className={styles.section}>
      <h2>{t('settings.backups')}</h2>
      <p className={styles.explain}>{t('settings.backupsExplain')}</p>
      <LongTaskRow task={backingUp} label={t('settings.backUp')} onStart={() => void create()} />
      {isRestoring && <LongTaskProgress task={restoring} label={t('settings.restoreBackup')} />}
      <ul className={styles.list}>
        {backups?.map((backup) => (
          <li key={backup.name} className={styles.item}>
            <span className={styles.moment}>
              {new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                new Date(backup.at),
              )}
            </span>
            <span className={styles.faint}>
              <RelativeTime value={backup.at} />
            </span>
            <span className={styles.faint}>{t(`settings.reason.${backup.reason}`)}</span>
            <span className={styles.faint}>{formatBytes(backup.bytes, locale)}</span>
            {canRestore && (
              <Button size="small" disabled={isRestoring} onClick={() => setChosen(backup)}>
                {t('settings.restoreBackup')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={chosen !== null}
        onOpenChange={(open) => {
          if (!open) setChosen(null)
        }}
        title={t('settings.restoreTitle')}
        description={t('settings.restoreExplain')}
        confirmLabel={t('settings.restoreBackup')}
        onConfirm={() => {
          if (chosen !== null) void restore(chosen)
        }}
      />
    </section>
  )
}
