import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../../app/paths.ts'
import { DateText } from '../../ui/date-text.tsx'
import { dateOfQuote } from '../group-quotes.ts'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './utterances.module.css'
import { VariantWords } from './variant-words.tsx'

interface VariantProps {
  quote: QuoteRow
  other: QuoteRow
  /** Words of two languages are not compared one by one. */
  isTranslated: boolean
}

/** One of two wordings that stand side by side: whose, when, where, and what the other lacks. */
export function Variant({ quote, other, isTranslated }: VariantProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const date = dateOfQuote(quote)
  return (
    <div className={styles.variant}>
      <p className={styles.source}>
        <b>
          <bdi>{speaker?.name ?? t('quotes.unnamed')}</bdi>
        </b>
        {date !== null && <DateText short value={date} />}
      </p>
      <p>
        <VariantWords text={quote.exact} other={isTranslated ? null : other.exact} lang={quote.lang} />
      </p>
      <p className={styles.source}>
        <Link href={paths.article(quote.articleId, quote.id)}>
          <bdi>{[quote.outlet, quote.articleTitle].filter(Boolean).join(' · ')}</bdi>
        </Link>
      </p>
    </div>
  )
}
