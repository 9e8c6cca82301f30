import type { Stance } from '#shared/domain/link.ts'
import { cx } from '../ui/cx.ts'
import { CoderMark } from './coder-mark.tsx'
import { StanceMark } from './stance-mark.tsx'
import styles from './topic-chip.module.css'

interface TopicChipProps {
  /** Names from the root down; the last is shown, all of them are said. */
  path: readonly string[]
  colour: number
  stance?: Stance | undefined
  /** Who else takes which stance on it; each is shown. */
  otherStances?: readonly Stance[] | undefined
  /** Who coded it so, where that has to be said; null for somebody who gave no name. */
  coderId?: string | null | undefined
  /** A little taller, with room for a button at its end. */
  roomy?: boolean
}

/** A topic as it stands on a quote, with the stance the quote takes towards it. */
export function TopicChip({ path, colour, stance, otherStances = [], coderId, roomy }: TopicChipProps) {
  return (
    <span
      className={cx(styles.chip, roomy && styles.roomy, styles[`topic${colour + 1}`])}
      title={path.join(' › ')}
    >
      {stance !== undefined && <StanceMark stance={stance} />}
      {otherStances.map((other) => (
        <StanceMark key={other} stance={other} />
      ))}
      <bdi className={styles.name}>{path.at(-1)}</bdi>
      {coderId !== undefined && <CoderMark coderId={coderId} />}
    </span>
  )
}
