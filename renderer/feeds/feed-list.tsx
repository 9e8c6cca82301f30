import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Feed } from '#shared/domain/feed.ts'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { RelativeTime } from '../ui/date-text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './feed-list.module.css'

interface FeedListProps {
  feeds: readonly Feed[]
  chosenId: string | null
  canWrite: boolean
  onChoose(id: string | null): void
}

/** The subscriptions with how much waits of each, and why one could not be had. */
export function FeedList({ feeds, chosenId, canWrite, onChoose }: FeedListProps) {
  const { t } = useTranslation()
  const waiting = feeds.reduce((sum, feed) => sum + feed.waiting, 0)
  const remove = ({ id, title }: Feed) => {
    if (id === chosenId) onChoose(null)
    void act(() => client.feed.trash.mutate({ ids: [id] }), t('feeds.removed', { title }))
  }
  return (
    <nav className={styles.list} aria-label={t('feeds.subscriptions')}>
      <div className={styles.row}>
        <button
          type="button"
          className={cx(styles.feed, chosenId === null && styles.chosen)}
          aria-current={chosenId === null || undefined}
          onClick={() => onChoose(null)}
        >
          <span className={styles.name}>{t('feeds.all')}</span>
          {waiting > 0 && <Badge>{waiting}</Badge>}
        </button>
      </div>
      {feeds.map((feed) => (
        <div key={feed.id} className={styles.row}>
          <button
            type="button"
            className={cx(styles.feed, feed.id === chosenId && styles.chosen)}
            aria-current={feed.id === chosenId || undefined}
            onClick={() => onChoose(feed.id)}
          >
            <span className={styles.name} dir="auto">
              {feed.title}
            </span>
            {feed.waiting > 0 && <Badge>{feed.waiting}</Badge>}
            <span className={feed.problem === null ? styles.when : styles.problem}>
              {feed.problem !== null ? (
                [feed.problem.message, feed.problem.hint].filter(Boolean).join(' ')
              ) : feed.fetchedAt === null ? (
                t('feeds.never')
              ) : (
                <RelativeTime value={feed.fetchedAt} />
              )}
            </span>
          </button>
          {canWrite && (
            <IconButton
              size="small"
              label={t('feeds.remove', { title: feed.title })}
              className={styles.remove}
              onClick={() => remove(feed)}
            >
              <Trash2 />
            </IconButton>
          )}
        </div>
      ))}
    </nav>
  )
}
