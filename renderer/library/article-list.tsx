import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { client } from '../rpc/client.ts'
import styles from './article-list.module.css'
import { ArticleListRow } from './article-list-row.tsx'
import { moveTo, type Selection, toggle } from './selection.ts'
import type { ArticlePages } from './use-article-pages.ts'

interface ArticleListProps {
  label: string
  pages: ArticlePages
  selection: Selection
  onSelection(selection: Selection): void
}

const rowHeight = 60
const statusKeys: Readonly<Record<string, ArticleStatus>> = { '1': 'inbox', '2': 'reading', '3': 'done' }

/**
 * The library as one long list of which only what is in sight exists. Arrows move, Space chooses, Shift extends, Enter
 * opens, 1 to 3 set the status, Delete throws away.
 */
export function ArticleList({ label, pages, selection, onSelection }: ArticleListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => pages.show(first, last), [pages, first, last])

  const idAt = (index: number) => pages.rowAt(index)?.id
  const move = (index: number, extend: boolean) => {
    const next = moveTo(selection, index, total, extend, idAt)
    virtual.scrollToIndex(next.focus)
    onSelection(next)
  }
  const targets = () => {
    const focused = idAt(selection.focus)
    if (selection.chosen.size > 0) return [...selection.chosen]
    return focused === undefined ? [] : [focused]
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1, 1)
    const steps: Record<string, number> = {
      ArrowDown: selection.focus + 1,
      ArrowUp: selection.focus - 1,
      j: selection.focus + 1,
      k: selection.focus - 1,
      PageDown: selection.focus + page,
      PageUp: selection.focus - page,
      Home: 0,
      End: total - 1,
    }
    const focused = idAt(selection.focus)
    const target = steps[key]
    const status = statusKeys[key]
    if (altKey || ((ctrlKey || metaKey) && key !== 'a')) return
    if (target !== undefined) move(target, shiftKey)
    else if (key === 'Enter' && focused !== undefined) navigate(paths.article(focused))
    else if (key === ' ' && focused !== undefined) onSelection(toggle(selection, selection.focus, focused))
    else if (key === 'Escape') onSelection({ ...selection, chosen: new Set() })
    else if (status !== undefined && targets().length > 0)
      void act(
        () => client.article.setStatus.mutate({ ids: targets(), status }),
        t('library.movedTo', { count: targets().length, name: t(`library.status.${status}`) }),
      )
    else if (key === 'Delete' && targets().length > 0)
      void act(
        () => client.article.trash.mutate({ ids: targets() }),
        t('library.trashed', { count: targets().length }),
      )
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, index: number) => {
    const id = idAt(index)
    if (id === undefined) return
    if (event.shiftKey) onSelection(moveTo(selection, index, total, true, idAt))
    else if (event.ctrlKey || event.metaKey) onSelection(toggle(selection, index, id))
    else navigate(paths.article(id))
  }

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={`article-row-${selection.focus}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ blockSize: virtual.getTotalSize() }} className={styles.range}>
        {items.map(({ index, start }) => (
          <ArticleListRow
            key={index}
            id={`article-row-${index}`}
            row={pages.rowAt(index)}
            place={index + 1}
            total={total}
            top={start}
            focused={index === selection.focus}
            chosen={selection.chosen.has(idAt(index) ?? '')}
            onClick={(event) => onClick(event, index)}
          />
        ))}
      </div>
    </div>
  )
}
