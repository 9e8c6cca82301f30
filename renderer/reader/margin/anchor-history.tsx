import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { rpc } from '../../rpc/client.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { AnchorNote } from '../../quotes/anchor-note.tsx'
import { useMargin } from './card-context.ts'
import styles from './fields.module.css'

interface AnchorHistoryProps {
  quote: Quote
  open: boolean
  onOpenChange(open: boolean): void
}

/** How each revision of the article holds a quote, the first at the top. */
export function AnchorHistory({ quote, open, onOpenChange }: AnchorHistoryProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { article } = useMargin()
  const { data: anchors } = useQuery({ ...rpc.quote.anchors.queryOptions({ id: quote.id }), enabled: open })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('quotes.card.history')}
      description={t('quotes.card.historyAbout')}
    >
      <ol className={styles.history}>
        {anchors?.map((anchor) => {
          const revision = article.revisions.find(({ id }) => id === anchor.revisionId)
          return (
            <li key={anchor.revisionId}>
              <span className={styles.revision}>
                {t('quotes.card.revision', { number: revision?.number ?? 0 })}
                {revision && <DateText value={revision.capturedAt} short />}
              </span>
              <span className={styles.found}>
                {anchor.outcome === 'lost'
                  ? t('quotes.anchor.how.none')
                  : t('quotes.anchor.found', {
                      how: t(`quotes.anchor.how.${anchor.how}`),
                      score: percent.format(anchor.score),
                    })}
              </span>
              <AnchorNote anchor={anchor} />
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}
