import { useTranslation } from 'react-i18next'
import type { QuoteAnchor } from '#shared/domain/quote.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './anchor-note.module.css'

/** Says that the passage is not quite where or what it was when it was marked; silent where it is the same. */
export function AnchorNote({ anchor }: { anchor: QuoteAnchor }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  if (anchor.outcome === 'same') return null
  const score = new Intl.NumberFormat(locale, { style: 'percent' }).format(anchor.score)
  const how = t(`quotes.anchor.how.${anchor.how}`)
  const explained = anchor.outcome === 'lost' ? how : t('quotes.anchor.found', { how, score })
  return (
    <Tooltip label={explained}>
      <span className={styles.note} data-outcome={anchor.outcome}>
        {t(`quotes.anchor.outcome.${anchor.outcome}`)}
        <VisuallyHidden>{`: ${explained}`}</VisuallyHidden>
      </span>
    </Tooltip>
  )
}
