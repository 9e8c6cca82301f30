import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Agreement } from '#shared/domain/analysis.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import type { NotebookNames } from '../notebook-names.ts'
import { TopicChip } from '../topic-chip.tsx'
import styles from './agreement.module.css'
import { Disagreement } from './disagreement.tsx'

const shownAtFirst = 10

/** Krippendorff's own limits: from here on codings can be relied on, and from there on only with caution. */
export function sureness(alpha: number): 'reliable' | 'tentative' | 'poor' {
  if (alpha >= 0.8) return 'reliable'
  return alpha >= 0.667 ? 'tentative' : 'poor'
}

/** How far coders agree on one topic, and the quotes on which they do not. */
export function TopicAgreement({ agreement, names }: { agreement: Agreement; names: NotebookNames }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [shown, setShown] = useState(shownAtFirst)
  const { topicId, alpha, quotes, disagreements } = agreement
  const path = names.topicPath(topicId)
  return (
    <section className={styles.topic} aria-label={path.join(' › ')}>
      <header className={styles.topicHead}>
        <h2>
          <Link href={paths.topics(topicId)}>
            <TopicChip path={path} colour={names.topic(topicId)?.colour ?? 9} />
          </Link>
        </h2>
        {alpha === null ? (
          <span className={styles.unknown}>{t('quotes.agreement.noAlpha')}</span>
        ) : (
          <span className={styles.alpha} data-sureness={sureness(alpha)}>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: `${Math.max(0, alpha) * 100}%` }} />
            </span>
            <b>α = {alpha.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</b>
            {t(`quotes.agreement.sureness.${sureness(alpha)}`)}
          </span>
        )}
        <span className={styles.counts}>
          {t('quotes.agreement.compared', { count: quotes })} ·{' '}
          {t('quotes.agreement.disagreements', { count: disagreements.length })}
        </span>
      </header>
      {disagreements.slice(0, shown).map((disagreement) => (
        <Disagreement
          key={disagreement.quoteId}
          disagreement={disagreement}
          topicId={topicId}
          names={names}
        />
      ))}
      {disagreements.length > shown && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + 50)}>
          {t('quotes.agreement.more', { count: disagreements.length - shown })}
        </Button>
      )}
    </section>
  )
}
