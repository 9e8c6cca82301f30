import { useQueries, useQuery } from '@tanstack/react-query'
import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { rpc } from '../../rpc/client.ts'
import { useMargin } from './card-context.ts'
import styles from './topic-suggestions.module.css'
import { setLink } from './quote-changes.ts'

const shownAtMost = 3

/** Topics that the quote may belong to, each with what speaks for it. Nothing is linked until one is pressed. */
export function TopicSuggestions({ quote, onAdd }: { quote: Quote; onAdd(topicId: string): void }) {
  const { t } = useTranslation()
  const { names } = useMargin()
  const { data } = useQuery(rpc.topic.suggest.queryOptions({ quoteId: quote.id }))
  const linked = new Set(quote.links.map(({ topicId }) => topicId))
  const suggested = (data ?? [])
    .filter(({ topicId }) => !linked.has(topicId) && names.topic(topicId) !== undefined)
    .slice(0, shownAtMost)
  const alike = suggested.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'quote' ? [reason.quoteId] : [])),
  )
  const words = useQueries({
    queries: [...new Set(alike)].map((id) => rpc.quote.get.queryOptions({ id })),
    combine: (answers) => new Map(answers.flatMap(({ data: one }) => (one ? [[one.id, one.exact]] : []))),
  })
  if (suggested.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('quotes.suggested.label')}>
      {suggested.map(({ topicId, reasons }) => {
        const [reason] = reasons
        const why =
          reason === undefined
            ? ''
            : reason.kind === 'name'
              ? t('quotes.suggested.name', { name: reason.name })
              : t('quotes.suggested.quote', { words: words.get(reason.quoteId) ?? '' })
        return (
          <li key={topicId}>
            <button
              type="button"
              className={styles.suggestion}
              onClick={() => {
                onAdd(topicId)
                void setLink(quote, topicId, 'neutral')
              }}
            >
              <Lightbulb aria-hidden />
              <bdi className={styles.name}>{names.topicPath(topicId).at(-1)}</bdi>
              <span className={styles.why} dir="auto">
                {why}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
