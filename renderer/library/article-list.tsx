import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArticleRow, ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client } from '../rpc/client.ts'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { ArticleListRow } from './article-list-row.tsx'
import type { ArticlePages } from './use-article-pages.ts'

interface ArticleListProps {
  label: string
  pages: ArticlePages
  active: number
  onActiveChange(index: number): void
  chosen: ReadonlySet<string>
  onChosenChange(ids: ReadonlySet<string>): void
  /** Ids of the places from `from` to `to`, loaded or not. */
  idsBetween(from: number, to: number): Promise<string[]>
}

const rowHeight = 60
const keyOf = (row: ArticleRow) => row.id

/** The library as one long list, whose status keys and Delete mean what is chosen, or else the row with the cursor. */
export function ArticleList(props: ArticleListProps) {
  const { label, pages, active, onActiveChange, chosen, onChosenChange, idsBetween } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const list = useRef<VirtualListHandle>(null)
  const total = pages.total ?? 0
  const last = Math.max(total - 1, 0)

  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [])
  // What a filter or the trash took away has no cursor on it any more.
  const place = Math.min(active, last)

  const targets = () => {
    const id = pages.rowAt(place)?.id
    return chosen.size > 0 ? [...chosen] : id === undefined ? [] : [id]
  }
  const mark = (status: ArticleStatus) => () => {
    const ids = targets()
    if (ids.length === 0) return false
    const name = t(`library.status.${status}`)
    return act(
      () => client.article.setStatus.mutate({ ids, status }),
      t('library.movedTo', { count: ids.length, name }),
    )
  }
  useAppShortcuts({
    listDown: () => onActiveChange(Math.min(place + 1, last)),
    listUp: () => onActiveChange(Math.max(place - 1, 0)),
    markInbox: mark('inbox'),
    markReading: mark('reading'),
    markDone: mark('done'),
    trashArticles: () => {
      const ids = targets()
      if (ids.length === 0) return false
      onChosenChange(new Set())
      return act(() => client.article.trash.mutate({ ids }), t('library.trashed', { count: ids.length }))
    },
  })
  return (
    <VirtualList<ArticleRow>
      ref={list}
      label={label}
      count={total}
      rowHeight={rowHeight}
      rowAt={pages.rowAt}
      keyOf={keyOf}
      active={place}
      onActiveChange={onActiveChange}
      selected={chosen}
      onSelectedChange={onChosenChange}
      onSelectRange={(from, to) => void act(async () => onChosenChange(new Set(await idsBetween(from, to))))}
      onOpen={({ id }) => navigate(paths.article(id))}
      opensOnClick
      onRange={pages.show}
      renderRow={(row) => <ArticleListRow row={row} />}
    />
  )
}
