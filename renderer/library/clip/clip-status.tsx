import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { showUndoable } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { toast } from '../../ui/toast/toast.ts'
import { BatchReport } from './batch-report.tsx'
import { type ClipBatch, clipQueue } from './clip-queue.ts'
import styles from './clip-status.module.css'

/** How far the clipping has come, with a way to end it; and what it came to. */
export function ClipStatus() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const batch = useSyncExternalStore(clipQueue.subscribe, clipQueue.get)
  const [report, setReport] = useState<ClipBatch | null>(null)
  const wasRunning = useRef(false)

  useEffect(() => {
    const ended = wasRunning.current && !batch.running
    wasRunning.current = batch.running
    if (!ended) return
    clipQueue.clear()
    const [first] = batch.clipped
    if (batch.duplicates.length > 0 || batch.failures.length > 0) setReport(batch)
    else if (first !== undefined && batch.clipped.length === 1) {
      const open = () => navigate(paths.article(first.articleId))
      const message = t(first.outcome === 'created' ? 'library.clipped' : `library.${first.outcome}`, {
        title: first.title,
        count: first.quotes?.lost ?? 0,
      })
      const said = {
        message: [message, ...first.warnings.map((warning) => warning.message)].join(' '),
        action: { label: t('library.open'), run: open },
      }
      if (first.outcome === 'unchanged') toast.show(said)
      else void showUndoable(said)
    } else if (batch.clipped.length > 1) {
      toast.show({ message: t('library.clippedMany', { count: batch.clipped.length }), tone: 'success' })
    }
  }, [batch, navigate, t])

  return (
    <>
      {batch.running && (
        <div className={styles.status} role="status">
          <span className={styles.current} dir="auto">
            {t('library.clipping', { name: batch.current ?? '' })}
          </span>
          <ProgressBar
            label={t('library.progress')}
            value={batch.total > 1 ? batch.done : null}
            max={batch.total}
          />
          <Button size="small" onClick={clipQueue.cancel}>
            {t('library.cancel')}
          </Button>
        </div>
      )}
      {report !== null && <BatchReport batch={report} onClose={() => setReport(null)} />}
    </>
  )
}
