import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrashItem } from '#shared/domain/trash.ts'
import { act } from '../app/act.ts'
import { useCanWrite } from '../app/can-write.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RelativeTime } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { toast } from '../ui/toast/toast.ts'
import styles from './trash-screen.module.css'

/** What was thrown away, and the way back. */
export function TrashScreen() {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [asking, setAsking] = useState(false)
  const { data: items } = useQuery(rpc.trash.list.queryOptions())
  const restore = ({ kind, id, name }: TrashItem) =>
    void act(() => client.trash.restore.mutate({ items: [{ kind, id }] }), t('settings.restored', { name }))
  const empty = async () => {
    const result = await act(() => client.trash.empty.mutate())
    if (result !== undefined) toast.show({ message: t('settings.emptied', { count: result.removed }) })
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('settings.trash')}</h1>
        {canWrite && items !== undefined && items.length > 0 && (
          <Button variant="danger" size="small" onClick={() => setAsking(true)}>
            {t('settings.emptyTrash')}
          </Button>
        )}
      </header>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={t('settings.emptyTitle')}
        description={t('settings.emptyExplain')}
        confirmLabel={t('settings.emptyTrash')}
        onConfirm={() => void empty()}
      />
      {items?.length === 0 && (
        <EmptyState icon={<Trash2 />} title={t('settings.trashEmpty')}>
          {t('settings.trashExplain')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {items?.map((item) => (
          <li key={`${item.kind} ${item.id}`} className={styles.row}>
            <span className={styles.kind}>{t(`settings.kind.${item.kind}`)}</span>
            <bdi className={styles.name}>{item.name}</bdi>
            <span className={styles.facts}>
              {item.withIt > 0 && t('settings.withIt', { count: item.withIt })}{' '}
              <RelativeTime value={item.deletedAt} />
            </span>
            {canWrite && (
              <Button
                size="small"
                aria-label={t('settings.restoreNamed', { name: item.name })}
                onClick={() => restore(item)}
              >
                {t('settings.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
