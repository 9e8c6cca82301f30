import type { TFunction } from 'i18next'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { showUndoable } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { FloatingStatus } from '../../ui/floating-status.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { toast } from '../../ui/toast/toast.ts'
import { BatchReport, saidOf } from './batch-report.tsx'
import { type ClipBatch, clipQueue } from './clip-queue.ts'

/** How far the clipping has come, with a way to end it; and what it came to. */
export function ClipStatus() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const batch = useSyncExternalStore(clipQueue.subscribe, clipQueue.get)
  const [report, setReport] = useState<ClipBatch | null>(null)
  const locale = useFormatLocale()
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
      const said = { message: saidOf(batch, t), tone: 'success' } as const
      if (batch.isImport) void showUndoable(said)
      else toast.show(said)
    } else if (batch.passedOver > 0) toast.show({ message: saidOf(batch, t) })
  }, [batch, navigate, t])

  return (
    <>
      {batch.running && (
        <FloatingStatus
          label={t('library.clipping', { name: batch.current ?? '' })}
          count={batch.total > 1 ? progressOf(batch, locale, t) : undefined}
          progressLabel={t('library.progress')}
          value={batch.total > 1 ? batch.done : null}
          max={batch.total}
          cancelLabel={t('library.cancel')}
          onCancel={clipQueue.cancel}
        />
      )}
      {report !== null && <BatchReport batch={report} onClose={() => setReport(null)} />}
    </>
  )
}

/** An estimate from the first few would jump about. */
const countedFirst = 20

/** How many of how many, and about how long the rest takes. */
function progressOf({ done, total, begun }: ClipBatch, locale: string, t: TFunction): string {
  const [some, all] = [done, total].map((count) => count.toLocaleString(locale))
  const count = t('library.countOf', { done: some, total: all })
  if (done < countedFirst) return count
  const minutes = Math.ceil((((performance.now() - begun) / done) * (total - done)) / 60_000)
  const left = minutes <= 1 ? t('library.underAMinute') : t('library.minutesLeft', { count: minutes })
  return `${count} · ${left}`
}
