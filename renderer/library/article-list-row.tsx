import { CircleCheck, CircleDashed, CircleDot, Quote } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow, ArticleStatus } from '#shared/domain/article.ts'
import { cx } from '../ui/cx.ts'
import { DateText, RelativeTime } from '../ui/date-text.tsx'
import styles from './article-list-row.module.css'

interface ArticleListRowProps {
  id: string
  /** undefined while it is on the way. */
  row: ArticleRow | undefined
  place: number
  total: number
  /** Pixels from the top of the list. */
  top: number
  focused: boolean
  chosen: boolean
  onClick(event: MouseEvent): void
}

const statusIcons: Record<ArticleStatus, typeof CircleDot> = {
  inbox: CircleDot,
  reading: CircleDashed,
  done: CircleCheck,
}

export function ArticleListRow(props: ArticleListRowProps) {
  const { id, row, place, total, top, focused, chosen, onClick } = props
  const { t } = useTranslation()
  const Icon = row === undefined ? CircleDashed : statusIcons[row.status]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={place}
      aria-setsize={total}
      className={cx(styles.row, focused && styles.focused, chosen && styles.chosen)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      {row !== undefined && (
        <>
          <Icon
            size={16}
            className={cx(styles.status, styles[row.status])}
            role="img"
            aria-label={t(`library.status.${row.status}`)}
          />
          <span className={styles.title} dir="auto" lang={row.lang}>
            {row.title}
          </span>
          <span className={styles.facts}>
            <bdi>{row.outlet ?? t('library.noOutlet')}</bdi>
            {row.byline !== null && <bdi className={styles.byline}>{row.byline}</bdi>}
            <span className={styles.lang}>{row.lang}</span>
            <span>{t('library.words', { count: row.wordCount })}</span>
          </span>
          <span className={styles.quotes}>
            {row.quoteCount > 0 && (
              <>
                <Quote size={13} aria-hidden="true" />
                <span>{t('quotes.count', { count: row.quoteCount })}</span>
              </>
            )}
            {row.lostCount > 0 && (
              <span className={styles.lost}>{t('library.lost', { count: row.lostCount })}</span>
            )}
          </span>
          <span className={styles.dates}>
            {row.publishedAt === null ? '—' : <DateText short value={row.publishedAt} />}
            <span className={styles.clipped}>
              <RelativeTime value={row.clippedAt} />
            </span>
          </span>
        </>
      )}
    </div>
  )
}
