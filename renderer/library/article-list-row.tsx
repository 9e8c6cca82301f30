import { CircleCheck, CircleDashed, CircleDot, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow, ArticleStatus } from '#shared/domain/article.ts'
import { cx } from '../ui/cx.ts'
import { DateText, RelativeTime } from '../ui/date-text.tsx'
import styles from './article-list-row.module.css'

const statusIcons: Record<ArticleStatus, typeof CircleDot> = {
  inbox: CircleDot,
  reading: CircleDashed,
  done: CircleCheck,
}

/** What the library tells of an article: its status, what it is, how many quotes, and when. */
export function ArticleListRow({ row }: { row: ArticleRow }) {
  const { t } = useTranslation()
  const Icon = statusIcons[row.status]
  return (
    <div className={styles.row}>
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
    </div>
  )
}
