import { ChevronDown, type Globe, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../ui/cx.ts'
import { Popover } from '../ui/popover.tsx'
import styles from './filter-bar.module.css'

interface FilterButtonProps {
  label: string
  icon: typeof Globe
  /** What is chosen, in words; null where nothing is. */
  value: string | null
  onClear(): void
  children(close: () => void): ReactNode
}

/** One part of the filter: its name while it lets everything through, what it lets through once it is set. */
export function FilterButton({ label, icon: Icon, value, onClear, children }: FilterButtonProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <span className={cx(styles.part, value !== null && styles.set)}>
      <Popover
        label={label}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            className={styles.button}
            aria-label={value === null ? label : `${label}: ${value}`}
          >
            <Icon />
            <span className={styles.value}>
              <bdi>{value ?? label}</bdi>
            </span>
            {value === null && <ChevronDown className={styles.chevron} />}
          </button>
        }
      >
        {children(() => setOpen(false))}
      </Popover>
      {value !== null && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('ui.remove', { name: label })}
          onClick={onClear}
        >
          <X />
        </button>
      )}
    </span>
  )
}
