import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'
import { type DossierFormat, dossierFormatSchema } from '#shared/domain/dossier-export.ts'
import { showError } from '../app/act.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { toast } from '../ui/toast/toast.ts'
import { StyleChoice } from './citing/style-choice.tsx'
import { useExportChoices } from './export-choices.ts'
import styles from './export-dialog.module.css'
import { ExportEvidence } from './export-evidence.tsx'
import type { Citing } from './saving/dossier-saver.ts'
import { ExportOutcome, ExportProgress } from './export-progress.tsx'
import { exportedDossierId, exportingDossier, startDossierExport } from './export-task.ts'

interface ExportDialogProps {
  dossierId: string
  title: string
  citing: Citing
  onCite(citing: Citing): void
  readOnly: boolean
  open: boolean
  onOpenChange(open: boolean): void
  /** Shows a finding's place in the text; the dialog closes first. */
  onJump(place: DossierPlace): void
}

/** Has a dossier written as a file: format, citation style, what to do with findings; how far it is, and where it went. */
export function ExportDialog(props: ExportDialogProps) {
  const { dossierId, title, citing, onCite, readOnly, open, onOpenChange, onJump } = props
  const { t } = useTranslation()
  const [choices, change] = useExportChoices()
  const check = useQuery({
    ...rpc.dossier.check.queryOptions({ id: dossierId }),
    enabled: open,
    staleTime: 0,
  })
  const { running } = useSyncExternalStore(exportingDossier.subscribe, exportingDossier.get)
  const isHeld = choices.evidence === 'hold' && (check.data?.findings.length ?? 0) > 0

  async function start(): Promise<void> {
    try {
      const { format, evidence } = choices
      const written = await startDossierExport({ id: dossierId, format, evidence, ...citing })
      if (written === undefined) toast.show({ message: t('dossier.export.cancelled') })
    } catch (error) {
      showError(error)
    }
  }

  function jump(place: DossierPlace): void {
    onOpenChange(false)
    onJump(place)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('dossier.export.title', { title })}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('dossier.export.close')}</Button>
          {/* Not `disabled`: what holds it back is to be heard where it is tried. */}
          <Button
            variant="primary"
            aria-disabled={running || isHeld || undefined}
            aria-describedby={isHeld ? 'dossier-export-held' : undefined}
            onClick={() => running || isHeld || void start()}
          >
            {t('dossier.export.start')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <FormatChoice format={choices.format} onChoose={(format) => change({ format })} />
        <StyleChoice citing={citing} onCite={onCite} readOnly={readOnly} />
        <ExportEvidence
          check={check.data}
          policy={choices.evidence}
          onPolicy={(evidence) => change({ evidence })}
          onJump={jump}
        />
        {running ? (
          <ExportProgress label={t('dossier.export.start')} isOther={exportedDossierId() !== dossierId} />
        ) : (
          <ExportOutcome dossierId={dossierId} />
        )}
      </div>
    </Dialog>
  )
}

function FormatChoice({
  format,
  onChoose,
}: {
  format: DossierFormat
  onChoose(format: DossierFormat): void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.group}>
      <SegmentedControl
        label={t('dossier.export.format')}
        value={format}
        segments={dossierFormatSchema.options.map((value) => ({
          value,
          label: t(`dossier.export.formats.${value}.name`),
        }))}
        onChoose={onChoose}
      />
      <p className={styles.hint}>{t(`dossier.export.formats.${format}.about`)}</p>
    </div>
  )
}
