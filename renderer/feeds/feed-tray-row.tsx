import { ExternalLink, Scissors, X } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedItem } from '#shared/domain/feed.ts'
import { DateText } from '../ui/date-text.tsx'
import { ChoiceBox } from '../ui/list/choice-box.tsx'
import styles from './feed-tray-row.module.css'

interface FeedTrayRowProps {
  item: FeedItem
  /** Says which feed it is of. */
  withFeed: boolean
  isChosen: boolean
  /** Something is chosen: every row then shows its box. */
  isChoosing: boolean
  canWrite: boolean
}

/** What can be done to one item with the pointer; each has a key. */
export const itemActs = ['clip', 'dismiss', 'open'] as const
export type ItemAct = (typeof itemActs)[number]

const icons = { clip: Scissors, dismiss: X, open: ExternalLink }

/** An item of a feed: whence and when, what it is called and is about. */
export const FeedTrayRow = memo(function FeedTrayRow(props: FeedTrayRowProps) {
  const { item, withFeed, isChosen, isChoosing, canWrite } = props
  const { t } = useTranslation()
  return (
    <div className={styles.row}>
      <ChoiceBox isChosen={isChosen} isShown={isChoosing} />
      <span className={styles.words}>
        <span className={styles.facts}>
          {withFeed && <bdi>{item.feedTitle}</bdi>}
          {item.publishedAt !== null && <DateText short value={item.publishedAt} />}
        </span>
        <span className={styles.title} dir="auto">
          {item.title}
        </span>
        {item.summary !== '' && item.summary !== item.title && (
          <span className={styles.summary} dir="auto">
            {item.summary}
          </span>
        )}
      </span>
      <span className={styles.acts} aria-hidden="true">
        {itemActs.map((act) => {
          const Icon = icons[act]
          return (
            (canWrite || act === 'open') && (
              <span key={act} className={styles.act} data-acts={act} title={t(`feeds.${act}`)}>
                <Icon size={16} />
              </span>
            )
          )
        })}
      </span>
    </div>
  )
})
