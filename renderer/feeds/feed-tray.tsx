import { Check } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedItem } from '#shared/domain/feed.ts'
import { act } from '../app/act.ts'
import { usePreferences } from '../app/preferences.ts'
import { client } from '../rpc/client.ts'
import type { RowPages } from '../rpc/use-row-pages.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { FeedTrayRow, type ItemAct } from './feed-tray-row.tsx'
import { keyOfItem } from './item-key.ts'

interface FeedTrayProps {
  pages: RowPages<FeedItem>
  /** Of one feed alone; undefined for all, which then says of each item whose it is. */
  feedId: string | undefined
  /** The place that the keys are about where nothing is chosen. */
  place: number
  canWrite: boolean
  chosen: ReadonlySet<string>
  onPoint(place: number): void
  onChosenChange(keys: ReadonlySet<string>): void
  /** Enter, or a double click. */
  onOpen(): void
  onAct(item: FeedItem, act: ItemAct): void
  ref?: Ref<Pick<VirtualListHandle, 'focus'>>
}

const rowHeights = { comfortable: 96, compact: 70 } as const

/** What waits to be clipped or dismissed, the latest first. */
export function FeedTray(props: FeedTrayProps) {
  const { pages, feedId, place, canWrite, chosen, onPoint, onChosenChange, onOpen, onAct, ref } = props
  const { t } = useTranslation()
  const [{ density }] = usePreferences()
  const list = useRef<VirtualListHandle>(null)
  const isEmpty = pages.total === 0
  useImperativeHandle(ref, () => ({ focus: () => list.current?.focus() }), [])
  useEffect(() => {
    if (!isEmpty && document.activeElement === document.body) list.current?.focus()
  }, [isEmpty])
  const chooseBetween = (from: number, to: number) =>
    act(async () => {
      const refs = await client.feed.itemRefs.query({ feedId, offset: from, limit: to - from + 1 })
      onChosenChange(new Set(refs.map(keyOfItem)))
    })
  if (isEmpty)
    return (
      <EmptyState icon={<Check />} title={t('feeds.nothing.title')}>
        {t('feeds.nothing.text')}
      </EmptyState>
    )
  return (
    <VirtualList<FeedItem>
      ref={list}
      label={t('feeds.tray')}
      count={pages.total ?? 0}
      rowHeight={rowHeights[density]}
      rowAt={pages.rowAt}
      keyOf={keyOfItem}
      active={place}
      onActiveChange={onPoint}
      selected={chosen}
      onSelectedChange={onChosenChange}
      onSelectRange={(from, to) => void chooseBetween(from, to)}
      onOpen={onOpen}
      onRange={pages.show}
      onAct={(item, what) => onAct(item, what as ItemAct)}
      renderRow={(item, { isSelected }) => (
        <FeedTrayRow
          item={item}
          withFeed={feedId === undefined}
          isChosen={isSelected}
          isChoosing={chosen.size > 0}
          canWrite={canWrite}
        />
      )}
    />
  )
}
