import { ExternalLink, Pencil, Scissors, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Feed } from '#shared/domain/feed.ts'
import { describeErrorData } from '../app/act.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { Button } from '../ui/button.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { RenameField } from '../ui/tree/rename-field.tsx'
import { toError } from './feed-list.tsx'
import styles from './tray-bar.module.css'

interface ChosenBarProps {
  count: number
  canWrite: boolean
  onClip(): void
  onDismiss(): void
  onNone(): void
}

/** What can be done to all chosen items; stands where the feed was named, so that no row moves under the pointer. */
export function ChosenBar({ count, canWrite, onClip, onDismiss, onNone }: ChosenBarProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('feeds.bulk')}>
      <IconButton size="small" label={t('feeds.chooseNone')} onClick={onNone}>
        <X />
      </IconButton>
      <span className={styles.count} role="status">
        {t('feeds.chosen', { count })}
      </span>
      {canWrite && (
        <>
          <Button size="small" icon={<Scissors />} onClick={onClip}>
            {t('feeds.clip')} <Kbd chord={chordOf('feedClip')} />
          </Button>
          <Button size="small" icon={<X />} onClick={onDismiss}>
            {t('feeds.dismiss')} <Kbd chord={chordOf('feedDismiss')} />
          </Button>
        </>
      )}
    </div>
  )
}

interface FeedBarProps {
  /** undefined for all feeds. */
  feed: Feed | undefined
  total: number | undefined
  canWrite: boolean
  isRenaming: boolean
  onRename(): void
  onRenamed(title: string | null): void
  onRemove(): void
}

/** Whose items are shown and how many wait, with why the feed could not be had, and what can be done to it. */
export function FeedBar(props: FeedBarProps) {
  const { feed, total, canWrite, isRenaming, onRename, onRenamed, onRemove } = props
  const { t } = useTranslation()
  const locale = useFormatLocale()
  return (
    <div className={styles.bar}>
      {isRenaming && feed !== undefined ? (
        <RenameField name={feed.title} onDone={onRenamed} />
      ) : (
        <h2 className={styles.title} dir="auto">
          {feed?.title ?? t('feeds.all')}
        </h2>
      )}
      <span className={styles.total}>{total?.toLocaleString(locale)}</span>
      {feed?.problem && <p className={styles.problem}>{describeErrorData(toError(feed.problem))}</p>}
      {feed !== undefined && (
        <span className={styles.actions}>
          <IconButton
            size="small"
            label={t('feeds.site')}
            onClick={() => window.open(feed.siteUrl ?? feed.url, '_blank', 'noopener,noreferrer')}
          >
            <ExternalLink />
          </IconButton>
          {canWrite && (
            <>
              <IconButton
                size="small"
                label={t('feeds.rename', { title: feed.title })}
                shortcut={chordOf('feedRename')}
                onClick={onRename}
              >
                <Pencil />
              </IconButton>
              <IconButton
                size="small"
                label={t('feeds.remove', { title: feed.title })}
                shortcut={chordOf('feedRemove')}
                onClick={onRemove}
              >
                <Trash2 />
              </IconButton>
            </>
          )}
        </span>
      )}
    </div>
  )
}
