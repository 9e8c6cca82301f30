import { type KeyboardEvent, useId, useState } from 'react'
import { t } from '../i18n.ts'
import styles from './combobox.module.css'
import { type Choice, filterNames, isNamed } from './filter-names.ts'

interface ComboboxProps {
  label: string
  placeholder: string
  choices: readonly Choice[]
  recent: readonly string[]
  value: Choice | null
  onChange(value: Choice | null): void
  autoFocus?: boolean
}

/**
 * A field that one types into, with what fits below it. Down and Up walk, Enter takes, Escape closes the list, and what
 * is typed and left is taken where it is the name of something, else offered as new.
 */
export function Combobox({ label, placeholder, choices, recent, value, onChange, autoFocus }: ComboboxProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const name = typed.trim()
  const found = filterNames(choices, typed, recent)
  const fresh: Choice[] = name === '' || isNamed(choices, name) ? [] : [{ label: name, also: [] }]
  const options = [...found, ...fresh]
  const isListed = isOpen && options.length > 0
  const current = options[Math.min(active, options.length - 1)]
  const idOf = (index: number) => `${id}-${index}`

  function choose(choice: Choice | null) {
    onChange(choice)
    setTyped('')
    setOpen(false)
    setActive(0)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (isListed) setActive((active + step + options.length) % options.length)
      setOpen(true)
    } else if (event.key === 'Enter' && isListed && current !== undefined) {
      event.preventDefault()
      choose(current)
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Backspace' && typed === '' && value !== null) {
      choose(null)
    }
  }

  /** Leaving the field takes what was typed: nobody should have to know that it must be chosen. */
  function leave() {
    if (name === '') return setOpen(false)
    choose(choices.find((choice) => isNamed([choice], name)) ?? { label: name, also: [] })
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          id={id}
          role="combobox"
          className={styles.input}
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed ? idOf(Math.min(active, options.length - 1)) : undefined}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the popup was opened to fill this in, and holds nothing before it to be missed
          autoFocus={autoFocus}
          placeholder={placeholder}
          dir="auto"
          value={value !== null && typed === '' ? value.label : typed}
          onChange={({ target }) => {
            if (value !== null) onChange(null)
            setTyped(target.value)
            setActive(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        {value !== null && (
          <button
            type="button"
            className={styles.clear}
            aria-label={`${t('clear')}: ${label}`}
            onClick={() => choose(null)}
          >
            <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </button>
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        className={styles.list}
        hidden={!isListed}
      >
        {options.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field, which keeps the focus
          <div
            key={choice.id ?? `new ${choice.label}`}
            id={idOf(index)}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            className={styles.option}
            dir="auto"
            onPointerDown={(event) => event.preventDefault()}
            onPointerEnter={() => setActive(index)}
            onClick={() => choose(choice)}
          >
            {fresh.includes(choice) ? <em>{t('create', { name: choice.label })}</em> : choice.label}
          </div>
        ))}
      </div>
    </div>
  )
}
