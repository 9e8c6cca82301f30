import { Button } from './button.tsx'
import styles from './floating-status.module.css'
import { ProgressBar } from './progress-bar.tsx'

interface FloatingStatusProps {
  /** What is being done. */
  label: string
  /** How far it is, in words or numbers. */
  count?: string | undefined
  progressLabel: string
  /** Done of `max`; null while that is unknown. */
  value: number | null
  max?: number
  cancelLabel: string
  onCancel(): void
}

/** Above every screen: long work that goes on while one does something else, with a way to end it. */
export function FloatingStatus({
  label,
  count,
  progressLabel,
  value,
  max = 1,
  cancelLabel,
  onCancel,
}: FloatingStatusProps) {
  return (
    <div className={styles.status} role="status">
      <span className={styles.current} dir="auto">
        {label}
      </span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      <ProgressBar label={progressLabel} value={value} max={max} />
      <Button size="small" onClick={onCancel}>
        {cancelLabel}
      </Button>
    </div>
  )
}
