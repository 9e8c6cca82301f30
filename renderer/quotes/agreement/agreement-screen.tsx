import { useQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { rpc } from '../../rpc/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './agreement.module.css'
import { TopicAgreement } from './topic-agreement.tsx'

/** How far the coders of this notebook agree, topic by topic, with what they see differently side by side. */
export function AgreementScreen() {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const { data } = useQuery(rpc.analysis.agreement.queryOptions())
  const compared = (data ?? [])
    .filter(({ quotes }) => quotes > 0)
    .toSorted(
      (a, b) =>
        b.disagreements.length - a.disagreements.length ||
        names.topicPath(a.topicId).join().localeCompare(names.topicPath(b.topicId).join()),
    )
  const disagreements = compared.reduce((sum, topic) => sum + topic.disagreements.length, 0)
  const quotes = compared.reduce((sum, topic) => sum + topic.quotes, 0)
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('quotes.agreement.title')}</h1>
      {data !== undefined && compared.length === 0 ? (
        <EmptyState icon={<Scale />} title={t('quotes.agreement.none')}>
          {t('quotes.agreement.noneExplain')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            {t('quotes.agreement.summary', {
              coders: names.coders.map(({ name }) => name).join(', '),
              quotes: t('quotes.count', { count: quotes }),
              disagreements: t('quotes.agreement.disagreements', { count: disagreements }),
            })}{' '}
            {t('quotes.agreement.explain')}
          </p>
          {compared.map((topic) => (
            <TopicAgreement key={topic.topicId} agreement={topic} names={names} />
          ))}
        </>
      )}
    </div>
  )
}
