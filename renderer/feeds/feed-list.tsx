import { useTranslation } from 'react-i18next'
import type { Feed } from '#shared/domain/feed.ts'
import { describeErrorData } from '../app/act.ts'
import { usePreferences } from '../app/preferences.ts'
import { Badge } from '../ui/badge.tsx'
import { RelativeTime } from '../ui/date-text.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { VirtualList } from '../ui/list/virtual-list.tsx'
import styles from './feed-list.module.css'

interface FeedListProps {
  feeds: readonly Feed[]
  chosenId: string | null
  onChoose(id: string | null): void
  /** Goes on to what came of the chosen one. */
  onEnter(): void
}

/** The first row. */
const allFeeds = 'all'
type Row = Feed | typeof allFeeds

const rowHeights = { comfortable: 54, compact: 46 } as const

/** The subscriptions with how much waits of each, and why one could not be had. */
export function FeedList({ feeds, chosenId, onChoose, onEnter }: FeedListProps) {
  const { t } = useTranslation()
  const [{ density }] = usePreferences()
  const rowAt = (index: number): Row | undefined => (index === 0 ? allFeeds : feeds[index - 1])
  const waiting = feeds.reduce((sum, feed) => sum + feed.waiting, 0)
  return (
    <div className={styles.list} data-feeds>
      <VirtualList<Row>
        label={t('feeds.subscriptions')}
        count={feeds.length + 1}
        rowHeight={rowHeights[density]}
        padding={8}
        rowAt={rowAt}
        keyOf={(row) => (row === allFeeds ? row : row.id)}
        active={feeds.findIndex(({ id }) => id === chosenId) + 1}
        onActiveChange={(index) => onChoose(index === 0 ? null : (feeds[index - 1]?.id ?? null))}
        onOpen={onEnter}
        renderRow={(row) => (row === allFeeds ? <AllFeeds waiting={waiting} /> : <FeedRow feed={row} />)}
      />
    </div>
  )
}

function AllFeeds({ waiting }: { waiting: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.feed}>
      <span className={styles.name}>{t('feeds.all')}</span>
      <Waiting count={waiting} />
    </div>
  )
}

function FeedRow({ feed }: { feed: Feed }) {
  const { t } = useTranslation()
  return (
    <div className={styles.feed}>
      <span className={styles.name} dir="auto">
        {feed.title}
      </span>
      <Waiting count={feed.waiting} />
      {feed.problem !== null ? (
        <span className={styles.problem}>{describeErrorData(toError(feed.problem))}</span>
      ) : (
        <span className={styles.when}>
          {feed.fetchedAt === null ? t('feeds.never') : <RelativeTime value={feed.fetchedAt} />}
        </span>
      )}
    </div>
  )
}

function Waiting({ count }: { count: number }) {
  const locale = useFormatLocale()
  return count > 0 && <Badge>{count.toLocaleString(locale)}</Badge>
}

/** Why a feed could not be had, as errors are told. */
export function toError({ hint, ...problem }: NonNullable<Feed['problem']>) {
  return { ...problem, hint: hint ?? undefined }
}
