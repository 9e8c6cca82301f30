import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { rpc } from '../rpc/client.ts'
import { DateText } from '../ui/date-text.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatBytes } from './format-bytes.ts'
import { LongTaskRow } from './long-task-row.tsx'
import { checking, startTask } from './long-tasks.ts'
import { Repair } from './repair.tsx'
import styles from './settings-screen.module.css'

/** Which notebook this is, what is in it, and whether it is sound. */
export function NotebookSection() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const { result: report } = useSyncExternalStore(checking.subscribe, checking.get)
  const check = () => startTask(checking, t('settings.checkCancelled'))
  const problems = report && [
    ...report.database,
    ...report.foreignKeys,
    ...report.searchIndex,
    ...report.evidence,
  ]
  if (info === undefined) return null
  const count = (number: number) => number.toLocaleString(locale)
  return (
    <section className={styles.section}>
      <h2>{t('settings.notebook')}</h2>
      <dl className={styles.facts}>
        <dt>{t('settings.file')}</dt>
        <dd dir="ltr">{info.path}</dd>
        <dt>{t('settings.size')}</dt>
        <dd>{formatBytes(info.bytes, locale)}</dd>
        <dt>{t('settings.created')}</dt>
        <dd>
          <DateText value={info.createdAt} />
        </dd>
        <dt>{t('settings.contents')}</dt>
        <dd>
          {t('settings.counts', {
            articles: count(info.counts.articles),
            quotes: count(info.counts.quotes),
            topics: count(info.counts.topics),
            actors: count(info.counts.actors),
          })}
        </dd>
      </dl>
      <LongTaskRow task={checking} label={t('settings.check')} onStart={check}>
        <span role="status">
          {report?.ok === true && <span className={styles.good}>{t('settings.sound')}</span>}
          {report?.ok === false && <span className={styles.bad}>{t('settings.unsound')}</span>}
        </span>
      </LongTaskRow>
      {problems !== undefined && problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {(report?.ok === false || info.readOnlyBecause === 'damaged') && (
        <Repair report={report} isReadOnly={info.readOnly} onMended={check} />
      )}
    </section>
  )
}
