import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../app/paths.ts'
import { CommentView } from './comment-view.tsx'
import type { NotebookNames } from './notebook-names.ts'
import styles from './quote-item.module.css'
import { TopicChip } from './topic-chip.tsx'

interface QuoteItemProps {
  quote: QuoteRow
  names: NotebookNames
  /** What the list is already about, and so is not said again on every item. */
  hide?: 'speaker' | 'topics'
}

/** A quote outside its article: the words, who said them and when, what they are about, and the way to the source. */
export function QuoteItem({ quote, names, hide }: QuoteItemProps) {
  const { t } = useTranslation()
  const speaker = quote.speakerId === null ? null : names.actor(quote.speakerId)
  return (
    <article className={styles.item} aria-label={t('quotes.label', { words: quote.exact.slice(0, 80) })}>
      <Link
        href={paths.article(quote.articleId, quote.id)}
        className={styles.words}
        dir="auto"
        lang={quote.lang}
      >
        <q>{quote.exact}</q>
      </Link>
      <p className={styles.source}>
        {hide !== 'speaker' && <bdi className={styles.speaker}>{speaker?.name ?? t('quotes.unnamed')}</bdi>}
        {quote.saidOn !== null && <time dateTime={quote.saidOn}>{quote.saidOn}</time>}
        <span className={styles.outlet}>
          <bdi>{[quote.outlet, quote.articleTitle].filter(Boolean).join(' · ')}</bdi>
        </span>
        {quote.anchor.outcome === 'lost' && <span className={styles.lost}>{t('quotes.lost')}</span>}
      </p>
      {hide !== 'topics' && quote.links.length > 0 && (
        <p className={styles.topics}>
          {quote.links.map((link) => (
            <TopicChip
              key={link.id}
              path={names.topicPath(link.topicId)}
              colour={names.topic(link.topicId)?.colour ?? 9}
              stance={link.stance}
            />
          ))}
        </p>
      )}
      {quote.comment !== null && <CommentView document={quote.comment.document} className={styles.comment} />}
    </article>
  )
}
