import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chip.module.css'
import { cx } from './cx.ts'
import type { Tone } from './shape-mark.tsx'

interface ChipProps {
  /** The whole name, for the tooltip and the remove button, when `children` shows less. */
  name: string
  tone?: Tone | undefined
  icon?: ReactNode
  onPress?: (() => void) | undefined
  onRemove?: (() => void) | undefined
  children?: ReactNode
}

/** Something that is set: a topic of a quote, a filter. It may open on press and be removed. */
export function Chip({ name, tone, icon, onPress, onRemove, children }: ChipProps) {
  const { t } = useTranslation()
  const content = (
    <>
      {icon}
      <span className={styles.text} dir="auto">
        {children ?? name}
      </span>
    </>
  )
  return (
    <span className={cx(styles.chip, onPress && styles.pressable)} data-tone={tone} title={name}>
      {onPress ? (
        <button type="button" className={styles.body} onClick={onPress}>
          {content}
        </button>
      ) : (
        <span className={styles.body}>{content}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('ui.remove', { name })}
          onClick={(event) => {
            event.stopPropagation()
            onRemove()
          }}
        >
          <X size={12} strokeWidth={2.25} />
        </button>
      )}
    </span>
  )
}
