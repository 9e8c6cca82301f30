import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { NotebookNames } from './notebook-names.ts'
import styles from './quote-group.module.css'
import { QuoteItem } from './quote-item.tsx'

interface QuoteGroupProps {
  /** Whom or what the quotes have in common. */
  heading: ReactNode
  quotes: readonly QuoteRow[]
  names: NotebookNames
  /** As `QuoteItem` takes it. */
  about: string | null
  /** Each says who said it, where the heading does not. */
  withSpeaker?: boolean
}

/** The quotes of one speaker, or on one topic, under their heading. */
export function QuoteGroup({ heading, quotes, names, about, withSpeaker = false }: QuoteGroupProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>
        {heading}
        <span className={styles.count}>{t('quotes.count', { count: quotes.length })}</span>
      </h2>
      {quotes.map((quote) => (
        <QuoteItem key={quote.id} quote={quote} names={names} about={about} withSpeaker={withSpeaker} />
      ))}
    </section>
  )
}
