import { EyeOff, Layers, Quote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#shared/domain/article.ts'
import { cx } from '../ui/cx.ts'
import { DateText, RelativeTime } from '../ui/date-text.tsx'
import { ChoiceBox } from '../ui/list/choice-box.tsx'
import styles from './article-list-row.module.css'
import { statusIcons } from './status-icons.ts'

interface ArticleListRowProps {
  row: ArticleRow
  isChosen: boolean
  /** Something is chosen: every row then shows its box. */
  isChoosing: boolean
}

/**
 * An article in the list: what it is, whence it came, and what was done with it. Drawn again only where something of it is
 * another: a list that scrolls would else draw all its rows in every frame.
 */
export const ArticleListRow = memo(function ArticleListRow(props: ArticleListRowProps) {
  const { row, isChosen, isChoosing } = props
  const { t } = useTranslation()
  const Icon = statusIcons[row.status]
  return (
    <div className={cx(styles.row, isChoosing && styles.choosing)}>
      <span className={styles.lead}>
        <Icon
          size={16}
          className={cx(styles.status, styles[row.status])}
          role="img"
          aria-label={t(`library.status.${row.status}`)}
        />
        <ChoiceBox isChosen={isChosen} isShown={isChoosing} className={styles.box} />
      </span>
      <span className={styles.title} dir="auto" lang={row.lang}>
        {row.title}
      </span>
      <span className={styles.facts}>
        <bdi className={styles.outlet}>{row.outlet ?? t('library.noOutlet')}</bdi>
        {row.byline !== null && <bdi className={styles.byline}>{row.byline}</bdi>}
        <span className={styles.lang}>{row.lang}</span>
        <span>{t('library.words', { count: row.wordCount })}</span>
      </span>
      <span className={styles.quotes}>
        {row.copyCount > 0 && (
          <span className={cx(styles.count, styles.copies)} data-acts>
            <Layers size={13} aria-hidden="true" />
            {t('library.story.copies', { count: row.copyCount })}
          </span>
        )}
        {row.silentlyEdited && (
          <span className={cx(styles.count, styles.lost)}>
            <EyeOff size={13} aria-hidden="true" />
            {t('library.silent.row')}
          </span>
        )}
        {row.lostCount > 0 && (
          <span className={styles.lost}>{t('library.lost', { count: row.lostCount })}</span>
        )}
        {row.quoteCount > 0 && (
          <span className={styles.count}>
            <Quote size={13} aria-hidden="true" />
            {t('quotes.count', { count: row.quoteCount })}
          </span>
        )}
      </span>
      <span className={styles.dates}>
        {row.publishedAt === null ? '—' : <DateText short value={row.publishedAt} />}
        <span className={styles.clipped}>
          {t('library.clippedWhen')} <RelativeTime value={row.clippedAt} />
        </span>
      </span>
    </div>
  )
})
