import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { navigate } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/button.tsx'
import { type ImportState, importFlow } from './import-flow.ts'
import styles from './import-screen.module.css'
import { ReportView } from './report-view.tsx'

/** What came, with the way back and the way to it. */
export function ImportDone({ state }: { state: Extract<ImportState, { step: 'done' }> }) {
  const { t } = useTranslation()
  const { report, operationId, isUndone } = state
  const rest =
    (report.parts.find(({ kind }) => kind === 'article')?.added.total ?? 0) - report.articles.length
  return (
    <>
      <p role="status" className={isUndone || operationId === null ? styles.notice : styles.good}>
        {t(isUndone ? 'import.undone' : operationId === null ? 'import.nothingCame' : 'import.came')}
      </p>
      {!isUndone && <ReportView report={report} />}
      {!isUndone && report.articles.length > 0 && (
        <section className={styles.came} aria-label={t('import.articlesThatCame')}>
          <h2>{t('import.articlesThatCame')}</h2>
          <ul className={styles.links}>
            {report.articles.map(({ id, title }) => (
              <li key={id}>
                <Link href={paths.article(id)}>
                  <bdi>{title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          {rest > 0 && <p className={styles.muted}>{t('import.more', { count: rest })}</p>}
        </section>
      )}
      <footer className={styles.actions}>
        {operationId !== null && !isUndone && (
          <Button onClick={() => void importFlow.undo()}>{t('import.undo')}</Button>
        )}
        <Button onClick={() => importFlow.leave()}>{t('import.again')}</Button>
        <Button
          variant="primary"
          onClick={() => {
            importFlow.leave()
            navigate(paths.library)
          }}
        >
          {t('import.toLibrary')}
        </Button>
      </footer>
    </>
  )
}
