import { Check, ExternalLink, Scissors, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedItem } from '#shared/domain/feed.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './feed-tray.module.css'

interface FeedTrayProps {
  items: readonly FeedItem[]
  isLoaded: boolean
  /** The item that the keys are about. */
  place: number
  canWrite: boolean
  /** Says which feed an item is of. */
  withFeed: boolean
  onPoint(place: number): void
  onClip(item: FeedItem): void
  onDismiss(item: FeedItem): void
}

/** What waits to be clipped or dismissed, the latest first. */
export function FeedTray(props: FeedTrayProps) {
  const { items, isLoaded, place, canWrite, withFeed, onPoint, onClip, onDismiss } = props
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelectorAll('li')[place]?.scrollIntoView({ block: 'nearest' })
  }, [place])
  if (isLoaded && items.length === 0)
    return (
      <div className={styles.tray}>
        <EmptyState icon={<Check />} title={t('feeds.nothing.title')}>
          {t('feeds.nothing.text')}
        </EmptyState>
      </div>
    )
  return (
    <ul ref={list} className={styles.tray} aria-label={t('feeds.tray')}>
      {items.map((item, index) => (
        <li
          key={`${item.feedId} ${item.key}`}
          className={styles.item}
          aria-current={index === place || undefined}
          onPointerEnter={() => onPoint(index)}
        >
          <div className={styles.words}>
            <a href={item.url} target="_blank" rel="noopener noreferrer" className={styles.title} dir="auto">
              {item.title}
              <ExternalLink aria-label={t('feeds.opens')} />
            </a>
            {item.summary !== '' && item.summary !== item.title && (
              <p className={styles.summary} dir="auto">
                {item.summary}
              </p>
            )}
            <p className={styles.facts}>
              {withFeed && <bdi>{item.feedTitle}</bdi>}
              {item.publishedAt !== null && <DateText short value={item.publishedAt} />}
            </p>
          </div>
          {canWrite && (
            <div className={styles.actions}>
              <IconButton
                label={t('feeds.clip')}
                shortcut={chordOf('feedClip')}
                onClick={() => onClip(item)}
                onFocus={() => onPoint(index)}
              >
                <Scissors />
              </IconButton>
              <IconButton
                label={t('feeds.dismiss')}
                shortcut={chordOf('feedDismiss')}
                onClick={() => onDismiss(item)}
                onFocus={() => onPoint(index)}
              >
                <X />
              </IconButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
