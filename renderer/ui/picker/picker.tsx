import { Check, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../live-region.tsx'
import { chooseOptions, type PickerOption } from './choose-options.ts'
import styles from './picker.module.css'

export interface PickerProps<Option extends PickerOption> {
  label: string
  placeholder?: string
  options: readonly Option[]
  /** Ids that are chosen already; with `multiple` choosing one again takes it out. */
  chosen: ReadonlySet<string>
  /** Stays open for more, and shows what is chosen with a check. */
  multiple?: boolean
  onChoose(option: Option): void
  /** With this, a name nobody has yet can be created. */
  onCreate?(name: string): void
  /** Escape, Tab, and after choosing where only one can be. */
  onClose?(): void
  renderOption?(option: Option): ReactNode
  /** Backspace in the empty field: take the last one out. */
  onBackspace?(): void
  autoFocus?: boolean
  /** What was typed, for options that are looked up elsewhere. */
  onQueryChange?(query: string): void
  inputRef?: Ref<HTMLInputElement>
}

/**
 * A field and the options that answer it, best first; arrows choose, Enter takes, and a new name is created on the
 * fly. Put it in a `Popover`, or straight into a card.
 */
export function Picker<Option extends PickerOption>(props: PickerProps<Option>) {
  const { label, placeholder, options, chosen, multiple, onCreate, onClose, autoFocus, inputRef } = props
  const { t } = useTranslation()
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const { shown, more, isNew } = chooseOptions(options, query)
  const canCreate = isNew && onCreate !== undefined
  const count = shown.length + (canCreate ? 1 : 0)
  const current = Math.min(active, count - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one when it counts or asks otherwise
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [current, query])

  const change = (next: string) => {
    setQuery(next)
    setActive(0)
    props.onQueryChange?.(next)
    announce(t('ui.picker.results', { count: chooseOptions(options, next).shown.length }))
  }
  const take = (index: number) => {
    const option = shown[index]
    if (option !== undefined) props.onChoose(option)
    else if (canCreate && index === shown.length) onCreate(query.trim())
    else return
    change('')
    if (!multiple) onClose?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && count > 0) {
      event.preventDefault()
      const next = current + step
      setActive(Math.abs(step) === 1 ? (next + count) % count : Math.min(Math.max(next, 0), count - 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      take(current)
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      event.stopPropagation()
      change('')
    } else if (event.key === 'Escape' && onClose) {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Backspace' && query === '') props.onBackspace?.()
  }
  const rowProps = (index: number, isChosen: boolean) => ({
    id: `${id}-${index}`,
    role: 'option',
    tabIndex: -1,
    'aria-selected': isChosen,
    'data-active': index === current || undefined,
    className: styles.option,
    onPointerMove: () => setActive(index),
    // The field keeps the focus.
    onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: () => take(index),
  })

  return (
    <div className={styles.picker}>
      <input
        ref={inputRef}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the caller opened the picker to type in it
        autoFocus={autoFocus}
        placeholder={placeholder ?? label}
        value={query}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable={multiple}
        className={styles.list}
      >
        {shown.map((option, index) => (
          <div key={option.id} {...rowProps(index, chosen.has(option.id))}>
            <span className={styles.check}>
              {chosen.has(option.id) && <Check size={14} strokeWidth={2.5} />}
            </span>
            <span className={styles.label} dir="auto">
              {props.renderOption?.(option) ?? option.label}
            </span>
          </div>
        ))}
        {canCreate && (
          <div {...rowProps(shown.length, false)}>
            <span className={styles.check}>
              <Plus size={14} />
            </span>
            <span className={styles.label}>{t('ui.picker.create', { name: query.trim() })}</span>
          </div>
        )}
      </div>
      {count === 0 && <p className={styles.note}>{t('ui.picker.empty')}</p>}
      {more > 0 && <p className={styles.note}>{t('ui.picker.more', { count: more })}</p>}
    </div>
  )
}
