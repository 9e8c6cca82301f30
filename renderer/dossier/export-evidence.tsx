import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DossierCheck, DossierPlace } from '#shared/domain/dossier-check.ts'
import type { EvidencePolicy } from '#shared/domain/dossier-export.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { EvidenceList } from './evidence-list.tsx'
import styles from './export-dialog.module.css'

interface ExportEvidenceProps {
  /** Undefined while the dossier is looked at. */
  check: DossierCheck | undefined
  policy: EvidencePolicy
  onPolicy(policy: EvidencePolicy): void
  onJump(place: DossierPlace): void
}

/** What the evidence check says of the dossier, and what that is to mean for the export. */
export function ExportEvidence({ check, policy, onPolicy, onJump }: ExportEvidenceProps) {
  const { t } = useTranslation()
  if (check === undefined)
    return (
      <p className={styles.checking}>
        <Spinner label={t('dossier.evidence.checking')} />
        {t('dossier.evidence.checking')}
      </p>
    )
  const { quotes, findings } = check
  if (findings.length === 0)
    return (
      <p className={styles.sound}>
        <CircleCheck aria-hidden />
        {quotes === 0 ? t('dossier.evidence.none') : t('dossier.evidence.sound', { count: quotes })}
      </p>
    )
  return (
    <section className={styles.evidence}>
      <h3>{t('dossier.evidence.found', { count: new Set(findings.map(({ place }) => place.from)).size })}</h3>
      <div className={styles.findings}>
        <EvidenceList findings={findings} onJump={onJump} />
      </div>
      <SegmentedControl
        label={t('dossier.export.policy')}
        value={policy}
        segments={(['note', 'hold'] as const).map((value) => ({
          value,
          label: t(`dossier.export.policies.${value}`),
        }))}
        onChoose={onPolicy}
      />
      {policy === 'hold' && (
        <p id="dossier-export-held" className={styles.hint} role="status">
          {t('dossier.export.held')}
        </p>
      )}
    </section>
  )
}
