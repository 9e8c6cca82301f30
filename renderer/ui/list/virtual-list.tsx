import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { cx } from '../cx.ts'
import { keysBetween, type ListAction, listAction } from './list-keys.ts'
import { useRowWindow } from './use-row-window.ts'
import styles from './virtual-list.module.css'

export interface RowState {
  index: number
  /** Has the cursor. */
  isActive: boolean
  isSelected: boolean
}

export interface VirtualListHandle {
  focus(): void
  reveal(index: number, align?: 'nearest' | 'center'): void
}

export interface VirtualListProps<Row> {
  label: string
  /** All rows, loaded or not. */
  count: number
  /** CSS pixels; all rows are equally high. */
  rowHeight: number
  /** undefined while the row is being loaded. */
  rowAt(index: number): Row | undefined
  keyOf(row: Row): string
  /** What a row shows; its words are the option's name, so it holds no buttons that have no other way to be reached. */
  renderRow(row: Row, state: RowState): ReactNode
  renderLoading?(index: number): ReactNode
  /** Index of the row with the cursor; -1 for none. */
  active: number
  onActiveChange(index: number): void
  /** Enter, and a double click or, with `opensOnClick`, a plain click. */
  onOpen?(row: Row, index: number): void
  opensOnClick?: boolean
  /** With these, several rows can be selected (Space, Shift, Ctrl or Cmd). */
  selected?: ReadonlySet<string>
  /** An element marked `data-selects` in a row selects it by a plain click. */
  onSelectedChange?(keys: ReadonlySet<string>): void
  /**
   * A plain click on an element marked `data-acts` in a row, instead of opening it, with what the mark says; there must be a
   * key for it too.
   */
  onAct?(row: Row, act: string): void
  /** A range, both ends included, or everything (Ctrl+A) is selected: for lists that are not loaded whole. */
  onSelectRange?(from: number, to: number): void
  /** Rows that come into sight, for loading: first, and one past the last. */
  onRange?(first: number, end: number): void
  onRowContextMenu?(row: Row, index: number): void
  /** Keys the list itself has no use for. */
  onKeyDown?(event: KeyboardEvent): void
  /** CSS pixels above the first row and below the last. */
  padding?: number
  className?: string
  ref?: Ref<VirtualListHandle>
}

/**
 * A list of any length, drawn only where it is in sight. The focus stays on the list while the cursor moves, so rows
 * may come and go; assistive technology hears every row with its place and the number of all.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, count, rowHeight, rowAt, keyOf, active, onActiveChange, selected, onSelectedChange } = props
  const { onRange, padding = 0, className, ref } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef(active)
  /** Where the list itself put the cursor; anywhere else it was put from outside, and a range begins there. */
  const placed = useRef(active)
  /** A click is on its way: it says itself which row it is for. */
  const clicking = useRef(false)
  const view = useRowWindow(scroller, { count, rowHeight, padding })
  const { first, end, reveal } = view

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus(), reveal }), [reveal])
  useEffect(() => onRange?.(first, end), [onRange, first, end])
  useEffect(() => {
    if (active !== placed.current) anchor.current = active
    placed.current = active
    if (active >= 0) reveal(active)
  }, [active, reveal])

  const keyAt = (index: number) => {
    const row = rowAt(index)
    return row === undefined ? undefined : keyOf(row)
  }
  const selectRange = (from: number, to: number) => {
    if (props.onSelectRange) props.onSelectRange(Math.min(from, to), Math.max(from, to))
    else onSelectedChange?.(new Set(keysBetween(from, to, keyAt)))
  }
  const go = (to: number) => {
    placed.current = to
    onActiveChange(to)
  }
  const perform = (action: ListAction): boolean => {
    switch (action.kind) {
      case 'move':
        anchor.current = action.to
        go(action.to)
        return true
      case 'extend':
        if (anchor.current < 0) anchor.current = Math.max(active, 0)
        selectRange(anchor.current, action.to)
        go(action.to)
        return true
      case 'toggle': {
        const key = keyAt(action.at)
        if (onSelectedChange === undefined || key === undefined) return false
        const next = new Set(selected)
        if (!next.delete(key)) next.add(key)
        anchor.current = action.at
        onSelectedChange(next)
        go(action.at)
        return true
      }
      case 'all':
        if (onSelectedChange === undefined) return false
        selectRange(0, count - 1)
        return true
      case 'clear':
        if (!selected?.size) return false
        onSelectedChange?.(new Set())
        return true
      case 'open': {
        const row = rowAt(action.at)
        if (row === undefined || props.onOpen === undefined) return false
        props.onOpen(row, action.at)
        return true
      }
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const action = listAction(event, { active, anchor: anchor.current, count, page: view.page })
    if (action !== null && perform(action)) {
      event.preventDefault()
      return
    }
    props.onKeyDown?.(event)
  }

  const onRowClick = (event: MouseEvent, index: number) => {
    clicking.current = true
    scroller.current?.focus({ preventScroll: true })
    clicking.current = false
    if (event.shiftKey && onSelectedChange) perform({ kind: 'extend', to: index })
    else if (onSelectedChange && (event.ctrlKey || event.metaKey || isSelector(event.target)))
      perform({ kind: 'toggle', at: index })
    else if (props.onAct !== undefined && actOf(event.target) !== undefined) {
      const row = rowAt(index)
      if (row !== undefined) props.onAct(row, actOf(event.target) ?? '')
    } else {
      perform({ kind: 'move', to: index })
      if (selected?.size) onSelectedChange?.(new Set())
      else if (props.opensOnClick) perform({ kind: 'open', at: index })
    }
  }

  const activeInSight = active >= first && active < end
  return (
    <div
      ref={scroller}
      className={cx(styles.scroller, className)}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={onSelectedChange ? true : undefined}
      aria-activedescendant={activeInSight ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !clicking.current && active < 0 && count > 0)
          onActiveChange(first)
      }}
    >
      <div className={styles.rows} style={{ height: view.height }} role="presentation">
        {Array.from({ length: Math.max(0, end - first) }, (_, offset) => {
          const index = first + offset
          const row = rowAt(index)
          const key = row === undefined ? `loading-${index}` : keyOf(row)
          const isActive = index === active
          const isSelected = selected ? selected.has(key) : isActive
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and handles every key
            // biome-ignore lint/a11y/useFocusableInteractive: the list points at it with aria-activedescendant
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={count}
              aria-posinset={index + 1}
              aria-busy={row === undefined ? true : undefined}
              data-active={isActive || undefined}
              data-selected={(selected && isSelected) || undefined}
              className={styles.row}
              style={{ height: rowHeight, transform: `translateY(${view.topOf(index)}px)` }}
              onClick={(event) => onRowClick(event, index)}
              onDoubleClick={() => !props.opensOnClick && perform({ kind: 'open', at: index })}
              onContextMenu={() => {
                perform({ kind: 'move', to: index })
                if (row !== undefined) props.onRowContextMenu?.(row, index)
              }}
            >
              {row === undefined
                ? (props.renderLoading?.(index) ?? <span className={styles.loading} />)
                : props.renderRow(row, { index, isActive, isSelected })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function actOf(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-acts]')?.dataset['acts'] : undefined
}

function isSelector(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-selects]') !== null
}
