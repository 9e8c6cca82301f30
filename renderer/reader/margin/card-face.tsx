import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { AnchorNote } from '../../quotes/anchor-note.tsx'
import { stancesByTopic } from '../../quotes/stances-by-topic.ts'
import { TopicChips } from '../../quotes/topic-chips.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { useMargin } from './card-context.ts'
import { textOfDraft } from './comment/comment-key.ts'
import { commentDrafts } from './comment/drafts.ts'
import { CopiesMark } from './copies-note.tsx'
import { langOf } from './language-of.ts'
import styles from './quote-card.module.css'

/** More would leave no room for their names on one line. */
const chipsShown = 2

/** A quiet card: who, when, the beginning of the words, the topics and the first line of the comment. */
export function CardFace({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const { names, article } = useMargin()
  const draft = useSyncExternalStore(commentDrafts.subscribe, () => commentDrafts.get(quote.id))
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const comment = draft === undefined ? (quote.comment?.text ?? '') : textOfDraft(draft.document)
  const topics = stancesByTopic(quote.links)
  return (
    <>
      <p className={styles.head}>
        {speaker === undefined ? (
          <span className={styles.unnamed}>{t('quotes.unnamed')}</span>
        ) : (
          <bdi className={styles.speaker}>{speaker.name}</bdi>
        )}
        {quote.saidOn !== null && (
          <span className={styles.date}>
            <DateText value={quote.saidOn} short />
          </span>
        )}
        <CopiesMark quote={quote} />
        <AnchorNote anchor={quote.anchor} />
      </p>
      <p className={styles.words} dir="auto" lang={langOf(article)}>
        {quote.exact}
      </p>
      {topics.length > 0 && (
        <p className={styles.chips}>
          <TopicChips topics={topics} names={names} atMost={chipsShown} moreClassName={styles.more} />
        </p>
      )}
      {comment !== '' && (
        <p className={styles.comment} dir="auto">
          {comment.split('\n', 1)[0]}
        </p>
      )}
      {(draft?.state === 'failed' || draft?.state === 'conflict') && (
        <p className={styles.unsaved}>{t(`quotes.card.draft.${draft.state}`)}</p>
      )}
    </>
  )
}
