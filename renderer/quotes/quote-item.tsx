import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../app/paths.ts'
import { DateText } from '../ui/date-text.tsx'
import { AnchorNote } from './anchor-note.tsx'
import { cite, dragCitation } from './cite.ts'
import { CommentView } from './comment-view.tsx'
import { dateOfQuote } from './group-quotes.ts'
import type { NotebookNames } from './notebook-names.ts'
import styles from './quote-item.module.css'
import { StanceMark } from './stance-mark.tsx'
import { strengthOf } from './strength.ts'
import { stancesByTopic } from './stances-by-topic.ts'
import { TopicChips } from './topic-chips.tsx'

interface QuoteItemProps {
  quote: QuoteRow
  names: NotebookNames
  /** The topic that the list is about: the quote then says how it stands to it, and names only its other topics. */
  about?: string | null
  /** It says who said it, where the list does not. */
  withSpeaker?: boolean
}

/** A quote among those of one speaker or topic: the words, when and where they were said, and the way to the source. */
export function QuoteItem({ quote, names, about, withSpeaker = false }: QuoteItemProps) {
  const { t } = useTranslation()
  const topics = stancesByTopic(quote.links)
  const own = topics.find(({ topicId }) => topicId === about)
  const others = topics.filter((topic) => topic !== own)
  const date = dateOfQuote(quote)
  const speaker = quote.speakerId === null ? null : (names.actor(quote.speakerId)?.name ?? null)
  return (
    <article className={styles.item} aria-label={t('quotes.label', { words: quote.exact.slice(0, 80) })}>
      <Link
        href={paths.article(quote.articleId, quote.id)}
        className={styles.words}
        dir="auto"
        lang={quote.lang}
        onDragStart={(event) => dragCitation(event, cite(quote, speaker))}
      >
        <q>{quote.exact}</q>
      </Link>
      <p className={styles.source}>
        {own?.stances.map((stance) => (
          <span key={stance} className={styles.stance} data-tone={stance}>
            <StanceMark stance={stance} named strength={strengthOf(quote.links, own.topicId, stance)} />
          </span>
        ))}
        {withSpeaker && <bdi className={styles.speaker}>{speaker ?? t('quotes.unnamed')}</bdi>}
        {date !== null && <DateText short value={date} />}
        <span className={styles.outlet}>
          <bdi>{[quote.outlet, quote.articleTitle].filter(Boolean).join(' · ')}</bdi>
          {quote.page !== null && <> · {t('quotes.page', { page: quote.page })}</>}
        </span>
        <AnchorNote anchor={quote.anchor} />
      </p>
      {others.length > 0 && (
        <p className={styles.topics}>
          <TopicChips topics={others} names={names} />
        </p>
      )}
      {quote.comment !== null && <CommentView document={quote.comment.document} className={styles.comment} />}
    </article>
  )
}
