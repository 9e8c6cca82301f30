import { type KeyboardEvent, type ReactNode, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { LongTask } from '../rpc/long-task.ts'
import { Button } from '../ui/button.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import styles from './long-task-row.module.css'

interface LongTaskRowProps {
  task: LongTask<unknown>
  /** On the button that starts it; it names the progress as well. */
  label: string
  onStart(): void
  /** Beside the button while nothing runs. */
  children?: ReactNode
}

/** A button that starts long work; while it runs, how far it is, with a way to end it: the button beside it, or Escape. */
export function LongTaskRow({ task, label, onStart, children }: LongTaskRowProps) {
  const { running } = useSyncExternalStore(task.subscribe, task.get)
  const start = useRef<HTMLButtonElement>(null)

  function cancel(): void {
    task.cancel()
    start.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !running) return
    event.stopPropagation()
    cancel()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div className={styles.row} onKeyDown={onKeyDown}>
      {/* Not `disabled`: the focus would be lost, and with it the way to Escape. */}
      <Button ref={start} aria-disabled={running || undefined} onClick={() => running || onStart()}>
        {label}
      </Button>
      {running ? <LongTaskProgress task={task} label={label} onCancel={cancel} /> : children}
    </div>
  )
}

interface LongTaskProgressProps {
  task: LongTask<unknown>
  label: string
  onCancel?(): void
}

/** How far long work is, and the button that ends it. */
export function LongTaskProgress({ task, label, onCancel = task.cancel }: LongTaskProgressProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { progress } = useSyncExternalStore(task.subscribe, task.get)
  return (
    <div className={styles.progress}>
      <span role="status" className={styles.step}>
        {t(progress === null ? 'settings.step.starting' : `settings.step.${progress.step}`)}
      </span>
      <span className={styles.share} aria-hidden>
        {(progress?.share ?? 0).toLocaleString(locale, { style: 'percent' })}
      </span>
      <ProgressBar label={label} value={progress?.share ?? null} />
      <Button size="small" onClick={onCancel}>
        {t('settings.cancel')}
      </Button>
    </div>
  )
}
