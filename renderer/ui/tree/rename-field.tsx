import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './rename-field.module.css'

interface RenameFieldProps {
  name: string
  /** The new name without its blank ends, or null when it was given up or left empty. */
  onDone(name: string | null): void
}

/** The name of a row, being changed in place. Enter and leaving keep it, Escape gives it up. */
export function RenameField({ name, onDone }: RenameFieldProps) {
  const { t } = useTranslation()
  const isDone = useRef(false)
  const finish = (next: string | null) => {
    if (isDone.current) return
    isDone.current = true
    onDone(next?.trim() || null)
  }
  return (
    <input
      ref={(element) => {
        if (element === null || document.activeElement === element) return
        element.focus()
        element.select()
      }}
      className={styles.field}
      dir="auto"
      aria-label={t('ui.tree.rename', { name })}
      defaultValue={name}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={({ target }) => finish(target.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
    />
  )
}
