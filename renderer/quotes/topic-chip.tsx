import type { Stance } from '#shared/domain/link.ts'
import { cx } from '../ui/cx.ts'
import { StanceMark } from './stance-mark.tsx'
import styles from './topic-chip.module.css'

interface TopicChipProps {
  /** Names from the root down; the last is shown, all of them are said. */
  path: readonly string[]
  colour: number
  stance?: Stance
  /** A little taller, with room for a button at its end. */
  roomy?: boolean
}

/** A topic as it stands on a quote, with the stance the quote takes towards it. */
export function TopicChip({ path, colour, stance, roomy }: TopicChipProps) {
  return (
    <span
      className={cx(styles.chip, roomy && styles.roomy, styles[`topic${colour + 1}`])}
      title={path.join(' › ')}
    >
      {stance !== undefined && <StanceMark stance={stance} />}
      <bdi className={styles.name}>{path.at(-1)}</bdi>
    </span>
  )
}
