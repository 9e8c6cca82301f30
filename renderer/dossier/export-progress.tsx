import { CircleCheck } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import styles from './export-dialog.module.css'
import { exportingDossier } from './export-task.ts'

interface ExportProgressProps {
  label: string
  /** It is another dossier that is exported. */
  isOther: boolean
}

/** How far the export is, with the way to end it. The last stretch tells nothing of how far it is. */
export function ExportProgress({ label, isOther }: ExportProgressProps) {
  const { t } = useTranslation()
  const { progress } = useSyncExternalStore(exportingDossier.subscribe, exportingDossier.get)
  const step = progress?.step === 'evidence' ? 'evidence' : 'writing'
  return (
    <div className={styles.progress}>
      <span role="status">{t(isOther ? 'dossier.export.other' : `dossier.export.step.${step}`)}</span>
      <ProgressBar label={label} value={step === 'writing' ? null : (progress?.share ?? null)} />
      <Button size="small" onClick={() => exportingDossier.cancel()}>
        {t('dossier.export.cancel')}
      </Button>
    </div>
  )
}

/** What was written last of this dossier, and where it is now. */
export function ExportOutcome({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation()
  const { result } = useSyncExternalStore(exportingDossier.subscribe, exportingDossier.get)
  const written = result?.id === dossierId ? result : undefined
  return (
    <div role="status">
      {written && (
        <div className={styles.outcome}>
          <CircleCheck aria-hidden />
          <div>
            <p>
              {t('dossier.export.written', { count: written.sources })}
              {written.findings > 0 && ` ${t('dossier.export.withFindings')}`}
            </p>
            <bdi dir="ltr" className={styles.path}>
              {written.path}
            </bdi>
          </div>
        </div>
      )}
    </div>
  )
}
