import { cx } from './cx.ts'
import styles from './kbd.module.css'
import { keyCaps } from './shortcuts/chord.ts'
import { isApple } from './shortcuts/platform.ts'

interface KbdProps {
  /** A chord as the shortcut table writes it: `Mod+K`, `Shift+?`, or a sequence such as `g l`. */
  chord: string
  tone?: 'plain' | 'inverse'
}

/** The keys of a shortcut, named as they are on this platform. */
export function Kbd({ chord, tone = 'plain' }: KbdProps) {
  return (
    <kbd className={cx(styles.chord, tone === 'inverse' && styles.inverse)}>
      {keyCaps(chord, isApple()).map((cap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one chord never move
        <span key={index} className={styles.cap}>
          {cap}
        </span>
      ))}
    </kbd>
  )
}
