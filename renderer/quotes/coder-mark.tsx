import styles from './coder-mark.module.css'
import { initialsOf } from './initials-of.ts'
import { useCoderName } from './use-coder-name.ts'

/** A coder in two letters, with the whole name for those who point or listen; `?` where nobody gave one. */
export function CoderMark({ coderId }: { coderId: string | null }) {
  const name = useCoderName()(coderId)
  return (
    <span className={styles.mark} role="img" aria-label={name} title={name}>
      {coderId === null ? '?' : initialsOf(name)}
    </span>
  )
}
