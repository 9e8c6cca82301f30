import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useLocation } from 'wouter'
import type { ArticleFilter, ArticleRow, ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { usePreferences } from '../app/preferences.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import type { RowPages } from '../rpc/use-row-pages.ts'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { ArticleListRow } from './article-list-row.tsx'
import { useBulkActions } from './bulk-actions.ts'

interface ArticleListProps {
  label: string
  pages: RowPages<ArticleRow>
  /** What the list is filtered by. */
  filter: ArticleFilter
  active: number
  onActiveChange(index: number): void
  chosen: ReadonlySet<string>
  onChosenChange(ids: ReadonlySet<string>): void
  /** Ids of the places from `from` to `to`, loaded or not. */
  idsBetween(from: number, to: number): Promise<string[]>
  /** Shows the copies of an article's story, or goes back to the list where they are shown already. */
  onCopies(row: ArticleRow | undefined): void
  ref?: Ref<Pick<VirtualListHandle, 'focus'>>
}

const rowHeights = { comfortable: 60, compact: 46 } as const
const keyOf = (row: ArticleRow) => row.id

/** The library as one long list, whose status keys and Delete mean what is chosen, or else the row with the cursor. */
export function ArticleList(props: ArticleListProps) {
  const { label, pages, filter, active, onActiveChange, chosen, onChosenChange, idsBetween, onCopies, ref } =
    props
  const [, navigate] = useLocation()
  const [{ density }] = usePreferences()
  const list = useRef<VirtualListHandle>(null)
  const total = pages.total ?? 0
  const last = Math.max(total - 1, 0)

  useImperativeHandle(ref, () => ({ focus: () => list.current?.focus() }), [])
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [])
  // What a filter or the trash took away has no cursor on it any more.
  const place = Math.min(active, last)

  const rowAtCursor = pages.rowAt(place)
  const atCursor = rowAtCursor?.id
  const targets = chosen.size > 0 ? [...chosen] : atCursor === undefined ? [] : [atCursor]
  const actions = useBulkActions(targets, filter, () => onChosenChange(new Set()))
  const open = (id: string) => navigate(paths.article(id))
  const mark = (status: ArticleStatus) => () => targets.length > 0 && actions.setStatus(status)
  useAppShortcuts({
    listDown: () => onActiveChange(Math.min(place + 1, last)),
    listUp: () => onActiveChange(Math.max(place - 1, 0)),
    // With the focus in it, the list opens by itself.
    openRow: () => document.activeElement === document.body && atCursor !== undefined && open(atCursor),
    markInbox: mark('inbox'),
    markReading: mark('reading'),
    markDone: mark('done'),
    trashChosen: () => targets.length > 0 && actions.trash(),
    showCopies: () => onCopies(rowAtCursor),
    joinStory: () => targets.length > 1 && actions.joinStory(),
    leaveStory: () => filter.storyId !== undefined && targets.length > 0 && actions.leaveStory(),
  })
  return (
    <VirtualList<ArticleRow>
      ref={list}
      label={label}
      count={total}
      rowHeight={rowHeights[density]}
      rowAt={pages.rowAt}
      keyOf={keyOf}
      active={place}
      onActiveChange={onActiveChange}
      selected={chosen}
      onSelectedChange={onChosenChange}
      onSelectRange={(from, to) => void act(async () => onChosenChange(new Set(await idsBetween(from, to))))}
      onOpen={({ id }) => open(id)}
      opensOnClick
      onRange={pages.show}
      onAct={onCopies}
      renderRow={(row, { isSelected }) => (
        <ArticleListRow row={row} isChosen={isSelected} isChoosing={chosen.size > 0} />
      )}
    />
  )
}
