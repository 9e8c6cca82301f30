import { useTranslation } from 'react-i18next'
import { type ImportFormat, type ImportReport, importFormatSchema } from '#shared/domain/import.ts'
import { useCanWrite } from '../app/can-write.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { importFlow } from './import-flow.ts'
import styles from './import-screen.module.css'
import { ReportView } from './report-view.tsx'

/** What an import would bring, before it does. */
export function ImportPreview({ report }: { report: ImportReport }) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const isNothing = report.parts.every(({ added }) => added.total === 0)
  return (
    <>
      <Field label={t('import.readAs')} layout="row">
        {(field) => (
          <Select
            {...field}
            value={report.format}
            choices={importFormatSchema.options.map((value: ImportFormat) => ({
              value,
              label: t(`import.format.${value}`),
            }))}
            onChoose={(format) => void importFlow.readAs(format)}
          />
        )}
      </Field>
      {isNothing && <p className={styles.notice}>{t('import.nothingNew')}</p>}
      <ReportView report={report} isPreview />
      <footer className={styles.actions}>
        <Button onClick={() => importFlow.leave()}>{t('import.another')}</Button>
        <Button variant="primary" disabled={isNothing || !canWrite} onClick={() => void importFlow.start()}>
          {t('import.start')}
        </Button>
      </footer>
    </>
  )
}
