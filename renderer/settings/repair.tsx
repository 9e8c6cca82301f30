import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CheckReport, SalvageReport } from '#shared/domain/notebook.ts'
import { showError } from '../app/act.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { toast } from '../ui/toast/toast.ts'
import styles from './settings-screen.module.css'

interface RepairProps {
  /** What the check found; undefined where the notebook was found damaged as it was opened. */
  report: CheckReport | undefined
  isReadOnly: boolean
  /** The index was made anew: what the check said of it is no longer so. */
  onMended(): void
}

/** What can be done about a notebook that is not sound, besides going back to a backup. */
export function Repair({ report, isReadOnly, onMended }: RepairProps) {
  const { t } = useTranslation()
  const salvage = useMutation(rpc.notebook.salvage.mutationOptions({ onError: showError }))
  const reindex = useMutation(
    rpc.notebook.reindex.mutationOptions({
      onError: showError,
      onSuccess: () => {
        toast.show({ message: t('settings.reindexed'), tone: 'success' })
        onMended()
      },
    }),
  )
  const isIndexWrong = report !== undefined && report.searchIndex.length > 0
  return (
    <>
      <div className={styles.row}>
        <Button disabled={salvage.isPending} onClick={() => salvage.mutate()}>
          {t(salvage.isPending ? 'settings.salvaging' : 'settings.salvage')}
        </Button>
        {isIndexWrong && !isReadOnly && (
          <Button disabled={reindex.isPending} onClick={() => reindex.mutate()}>
            {t('settings.reindex')}
          </Button>
        )}
      </div>
      <p className={styles.explain}>{t('settings.salvageExplain')}</p>
      <div role="status">{salvage.data && <Salvaged report={salvage.data} />}</div>
    </>
  )
}

/** What was saved, and what was not: by table where something was lost. */
function Salvaged({ report }: { report: SalvageReport }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const sum = (pick: (row: SalvageReport['rows'][number]) => number) =>
    report.rows.reduce((total, row) => total + pick(row), 0)
  const count = (number: number) => number.toLocaleString(locale)
  const losses = report.rows.filter(({ lost }) => lost > 0)
  return (
    <>
      <p>
        {t('settings.salvaged', {
          saved: count(sum((row) => row.saved)),
          lost: count(sum((row) => row.lost)),
        })}{' '}
        <bdi dir="ltr">{report.path}</bdi>
      </p>
      {losses.length > 0 && (
        <ul>
          {losses.map(({ table, saved, lost }) => (
            <li key={table}>
              {t('settings.salvagedTable', { table, saved: count(saved), lost: count(lost) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
