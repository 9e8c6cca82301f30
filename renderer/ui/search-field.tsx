import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { Kbd } from './kbd.tsx'
import styles from './search-field.module.css'

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  label: string
  value: string
  onChange(value: string): void
  /** Shown while the field is empty. */
  shortcut?: string | undefined
}

/** A field to search in what is on screen, or everywhere. Escape empties it, then leaves it. */
export function SearchField({ label, value, onChange, shortcut, className, ...rest }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <search className={cx(styles.field, className)}>
      <Search className={styles.icon} aria-hidden="true" />
      <input
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        {...rest}
        type="text"
        inputMode="search"
        aria-label={label}
        className={styles.input}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event)
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          if (value === '') event.currentTarget.blur()
          else onChange('')
        }}
      />
      {value !== '' && (
        <IconButton label={t('ui.clear')} size="small" onClick={() => onChange('')}>
          <X />
        </IconButton>
      )}
      {value === '' && shortcut && (
        <span aria-hidden="true">
          <Kbd chord={shortcut} />
        </span>
      )}
    </search>
  )
}
