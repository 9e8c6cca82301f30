import { useQuery } from '@tanstack/react-query'
import { ChevronDown, CopyCheck, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Quote } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { client, rpc } from '../../rpc/client.ts'
import { cx } from '../../ui/cx.ts'
import { DateText } from '../../ui/date-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { dateOfQuote } from '../group-quotes.ts'
import styles from './utterances.module.css'
import { VariantWords } from './variant-words.tsx'

/** How many sources have the words of a quote, and how each of them words it. Words that stand alone say nothing. */
export function Sources({ quote, readOnly }: { quote: Quote; readOnly: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    ...rpc.utterance.quotes.queryOptions({ quoteId: quote.id }),
    enabled: quote.utteranceId !== null,
  })
  if (quote.utteranceId === null || data === undefined || data.length < 2) return null
  const lang = data.find(({ id }) => id === quote.id)?.lang
  const leave = (id: string) =>
    void act(() => client.utterance.leave.mutate({ ids: [id] }), t('quotes.utterance.left'))
  return (
    <div className={styles.sources}>
      <button type="button" className={styles.count} aria-expanded={open} onClick={() => setOpen(!open)}>
        <CopyCheck aria-hidden />
        {t('quotes.utterance.sources', { count: data.length })}
        <ChevronDown aria-hidden className={cx(open && styles.turned)} />
      </button>
      {open && (
        <ul className={styles.list}>
          {data
            .filter(({ id }) => id !== quote.id)
            .map((other) => {
              const date = dateOfQuote(other)
              return (
                <li key={other.id} className={styles.other}>
                  <p className={styles.source}>
                    <Link href={paths.article(other.articleId, other.id)}>
                      <bdi>{other.outlet ?? other.articleTitle}</bdi>
                    </Link>
                    {date !== null && <DateText short value={date} />}
                  </p>
                  <VariantWords
                    text={other.exact}
                    other={other.lang === lang ? quote.exact : null}
                    lang={other.lang}
                  />
                  {!readOnly && (
                    <IconButton
                      size="small"
                      className={styles.leave}
                      label={t('quotes.utterance.leave')}
                      onClick={() => leave(other.id)}
                    >
                      <Unlink />
                    </IconButton>
                  )}
                </li>
              )
            })}
        </ul>
      )}
    </div>
  )
}
