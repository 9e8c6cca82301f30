import { useTranslation } from 'react-i18next'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import styles from './bulk-bar.module.css'

const statuses: readonly ArticleStatus[] = ['inbox', 'reading', 'done']

/** What can be done to all chosen articles at once; each is one step to undo. */
export function BulkBar({ ids, onDone }: { ids: string[]; onDone(): void }) {
  const { t } = useTranslation()
  const count = ids.length
  const setStatus = async (status: ArticleStatus) => {
    const name = t(`library.status.${status}`)
    await act(() => client.article.setStatus.mutate({ ids, status }), t('library.movedTo', { count, name }))
    onDone()
  }
  const trash = async () => {
    await act(() => client.article.trash.mutate({ ids }), t('library.trashed', { count }))
    onDone()
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('library.bulk')}>
      <span className={styles.count} role="status">
        {t('library.chosen', { count })}
      </span>
      {statuses.map((status) => (
        <Button key={status} size="small" onClick={() => void setStatus(status)}>
          {t(`library.mark.${status}`)}
        </Button>
      ))}
      <Button size="small" variant="quiet" onClick={() => void trash()}>
        {t('library.trash')}
      </Button>
      <Button size="small" variant="quiet" onClick={onDone}>
        {t('library.chooseNone')}
      </Button>
    </div>
  )
}
