import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat, ExportLoss } from '#shared/domain/exchange.ts'
import { rpc } from '../rpc/client.ts'
import { Field } from '../ui/field.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { Select } from '../ui/select.tsx'
import styles from './export-section.module.css'
import { LongTaskRow } from './long-task-row.tsx'
import { exporting, exportOrder, startTask } from './long-tasks.ts'
import screen from './settings-screen.module.css'

/** By what they are for, the one that loses nothing first. */
const formats: readonly ExportFormat[] = [
  'notebook-json',
  'quotes-csv',
  'markdown',
  'web-annotation',
  'hypothesis',
  'qdpx',
  'qdc',
  'dna',
  'dna-csv',
  'csl-json',
  'bibtex',
  'ris',
]

const everything = ''

/** Writes the notebook, or what is on one topic, in a format that others read. */
export function ExportSection() {
  const { t } = useTranslation()
  const [format, setFormat] = useState<ExportFormat>('notebook-json')
  const [topicId, setTopicId] = useState(everything)
  const { data: topics = [] } = useQuery(rpc.topic.list.queryOptions())
  const isWhole = format === 'notebook-json'
  async function start(): Promise<void> {
    exportOrder.current = { format, selection: isWhole || topicId === everything ? {} : { topicId } }
    await startTask(exporting, t('settings.exportCancelled'))
  }
  return (
    <section className={screen.section}>
      <h2>{t('settings.export')}</h2>
      <p className={screen.explain}>{t('settings.exportExplain')}</p>
      <Field label={t('settings.exportFormat')} hint={t(`settings.format.${format}.about`)} layout="row">
        {(field) => (
          <Select
            {...field}
            value={format}
            choices={formats.map((value) => ({ value, label: t(`settings.format.${value}.name`) }))}
            onChoose={setFormat}
          />
        )}
      </Field>
      <Field label={t('settings.exportPart')} layout="row">
        {(field) => (
          <Select
            {...field}
            value={isWhole ? everything : topicId}
            disabled={isWhole}
            choices={[
              { value: everything, label: t('settings.exportAll') },
              ...topics
                .filter(({ parentId }) => parentId === null)
                .map(({ id, name }) => ({ value: id, label: t('settings.exportTopic', { name }) })),
            ]}
            onChoose={setTopicId}
          />
        )}
      </Field>
      <LongTaskRow task={exporting} label={t('settings.exportStart')} onStart={() => void start()}>
        <ExportOutcome />
      </LongTaskRow>
      <Losses />
    </section>
  )
}

/** What was written, and where. */
function ExportOutcome() {
  const { t } = useTranslation()
  const { result } = useSyncExternalStore(exporting.subscribe, exporting.get)
  return (
    <span role="status" className={styles.outcome}>
      {result && (
        <>
          <span className={screen.good}>
            {t('settings.exported', { articles: result.articles, quotes: result.quotes })}
          </span>
          <bdi dir="ltr" className={styles.path}>
            {result.path}
          </bdi>
        </>
      )}
    </span>
  )
}

/** What the format could not carry: said, so that nobody takes the file for the whole. */
function Losses() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { result } = useSyncExternalStore(exporting.subscribe, exporting.get)
  const losses: readonly ExportLoss[] = result?.losses ?? []
  if (losses.length === 0) return null
  return (
    <div className={styles.losses}>
      <h3>{t('settings.exportLosses')}</h3>
      <ul>
        {losses.map(({ kind, count, examples }) => (
          <li key={kind}>
            {t(`settings.loss.${kind}`, { count, number: count.toLocaleString(locale) })}
            <ul className={styles.examples}>
              {[...new Set(examples)].slice(0, 3).map((example) => (
                <li key={example}>
                  <bdi>{example}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
