import styles from './progress-bar.module.css'

interface ProgressBarProps {
  label: string
  /** Done of `max`; null while that is unknown. */
  value: number | null
  max?: number
}

/** How far long work has come. */
export function ProgressBar({ label, value, max = 1 }: ProgressBarProps) {
  const share = value === null || max <= 0 ? null : Math.min(Math.max(value / max, 0), 1)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className={styles.track}
    >
      <div
        className={share === null ? styles.unknown : styles.bar}
        style={share === null ? undefined : { inlineSize: `${share * 100}%` }}
      />
    </div>
  )
}
