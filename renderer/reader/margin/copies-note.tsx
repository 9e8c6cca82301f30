import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Quote } from '#shared/domain/quote.ts'
import { paths } from '../../app/paths.ts'
import { useCopies } from '../use-copies.ts'
import { useMargin } from './card-context.ts'
import styles from './copies-note.module.css'

/** The copies of the article in which the words of a quote stand as well. */
function useCopiesOfQuote(quote: Quote) {
  return useCopies(useMargin().article).filter(({ quoteIds }) => quoteIds.includes(quote.id))
}

/** On a quiet card: in how many copies the words stand too. */
export function CopiesMark({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const copies = useCopiesOfQuote(quote)
  if (copies.length === 0) return null
  const label = t('quotes.card.inCopies', { count: copies.length })
  return (
    <span className={styles.mark} title={label}>
      <Layers size={12} aria-hidden="true" />
      <span aria-hidden="true">{copies.length}</span>
      <span className={styles.hidden}>{label}</span>
    </span>
  )
}

/** On an open card: the same with the outlets, each a way there. */
export function CopiesNote({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const copies = useCopiesOfQuote(quote)
  if (copies.length === 0) return null
  return (
    <p className={styles.note}>
      <Layers size={13} aria-hidden="true" />
      <span>{t('quotes.card.inCopies', { count: copies.length })}:</span>
      {copies.map(({ id, outlet, title }) => (
        <Link key={id} className={styles.link} href={paths.article(id)} title={title}>
          <bdi>{outlet ?? title}</bdi>
        </Link>
      ))}
    </p>
  )
}
