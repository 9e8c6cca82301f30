import { ChevronDown } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { chordOf } from '../../../app/shortcut-table.ts'
import { cx } from '../../../ui/cx.ts'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { useMargin } from '../card-context.ts'
import styles from './chain.module.css'

interface AttributionLineProps {
  quote: Quote
  open: boolean
  onToggle(): void
}

/** The chain from the speaker to the article in one line, with the links that nobody has filled in; it opens the whole. */
export function AttributionLine({ quote, open, onToggle }: AttributionLineProps) {
  const { t } = useTranslation()
  const { names, article, readOnly } = useMargin()
  const behalf = quote.onBehalfId === null ? undefined : names.actor(quote.onBehalfId)
  const date =
    quote.saidPrecision === null && quote.saidWords === null && quote.saidZone === null
      ? null
      : [
          quote.saidWords === null ? null : t('quotes.chain.inWords', { words: quote.saidWords }),
          quote.saidPrecision === null ? null : t(`quotes.precision.${quote.saidPrecision}`),
          quote.saidZone,
        ]
          .filter((part) => part !== null)
          .join(', ')
  const parts: { id: string; known: string | null; missing: string }[] = [
    { id: 'role', known: quote.speakerRole, missing: t('quotes.chain.roleMissing') },
    {
      id: 'behalf',
      known: behalf === undefined ? null : t('quotes.chain.for', { name: behalf.name }),
      missing: t('quotes.chain.behalfMissing'),
    },
    {
      id: 'channel',
      known: quote.channel === null ? null : t(`quotes.channel.${quote.channel}`),
      missing: t('quotes.chain.channelMissing'),
    },
    { id: 'outlet', known: article.outlet, missing: t('quotes.chain.outletMissing') },
    ...(quote.citedOutlet === null
      ? []
      : [{ id: 'cites', known: t('quotes.chain.citing', { name: quote.citedOutlet }), missing: '' }]),
    ...(date === null ? [] : [{ id: 'date', known: t('quotes.chain.dated', { date }), missing: '' }]),
  ]
  const line = (
    <span className={styles.parts}>
      {parts.map(({ id, known, missing }, index) => (
        <Fragment key={id}>
          {index > 0 && <span className={styles.dot}> · </span>}
          <bdi className={cx(known === null && styles.missing)}>{known ?? missing}</bdi>
        </Fragment>
      ))}
    </span>
  )
  if (readOnly) return <p className={styles.line}>{line}</p>
  return (
    <Tooltip label={t(open ? 'quotes.chain.less' : 'quotes.chain.more')} shortcut={chordOf('quoteMore')}>
      <button type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
        {line}
        <span className={styles.toggle}>
          {t(open ? 'quotes.chain.lessWord' : 'quotes.chain.moreWord')}
          <ChevronDown aria-hidden className={cx(open && styles.turned)} />
        </span>
      </button>
    </Tooltip>
  )
}
