import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedItem, FeedItemRef } from '#shared/domain/feed.ts'
import { act } from '../app/act.ts'
import { runLongChange } from '../app/long-change.ts'
import { clipQueue } from '../library/clip/clip-queue.ts'
import { client, rpc } from '../rpc/client.ts'
import { type RowPages, useRowPages } from '../rpc/use-row-pages.ts'
import type { ItemAct } from './feed-tray-row.tsx'
import { itemOfKey, keyOfItem } from './item-key.ts'

export interface Tray {
  pages: RowPages<FeedItem>
  place: number
  point(place: number): void
  chosen: ReadonlySet<string>
  choose(keys: ReadonlySet<string>): void
  /** Clips what is chosen, or else the item at the place. */
  clip(): void
  /** Takes the same out of the tray. */
  dismiss(): void
  /** Takes everything out that waits here. */
  dismissAll(): void
  open(): void
  actOn(item: FeedItem, what: ItemAct): void
}

/** The tray of one feed or of all: where its cursor is, what is chosen, and what is done to that. */
export function useTray(feedId: string | undefined): Tray {
  const { t } = useTranslation()
  const [active, setActive] = useState(0)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const pages = useRowPages((window) =>
    rpc.feed.items.queryOptions({ feedId, ...window }, { placeholderData: (previous) => previous }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another feed has other items
  useEffect(() => {
    setActive(0)
    choose(new Set())
  }, [feedId])
  const place = Math.min(active, Math.max(0, (pages.total ?? 0) - 1))
  const current = pages.rowAt(place)

  const clipAll = (refs: readonly FeedItemRef[]) =>
    act(async () => {
      const urls = await client.feed.addresses.query({ items: [...refs] })
      clipQueue.add(urls.map((url) => ({ kind: 'url', url })))
    })
  const dismissAll = (refs: readonly FeedItemRef[]) =>
    act(
      () => runLongChange((taskId) => client.feed.dismiss.mutate({ items: [...refs], taskId })),
      t('feeds.dismissed', { count: refs.length }),
    )
  const toTargets = (work: (refs: readonly FeedItemRef[]) => Promise<unknown>) => {
    const targets = chosen.size > 0 ? [...chosen].map(itemOfKey) : current === undefined ? [] : [current]
    if (targets.length > 0) void work(targets.map(({ feedId, key }) => ({ feedId, key })))
    choose(new Set())
  }
  const actOn = (item: FeedItem, what: ItemAct) => {
    const ref = itemOfKey(keyOfItem(item))
    if (what === 'open') window.open(item.url, '_blank', 'noopener,noreferrer')
    else void (what === 'clip' ? clipAll([ref]) : dismissAll([ref]))
  }
  return {
    pages,
    place,
    point: setActive,
    chosen,
    choose,
    clip: () => toTargets(clipAll),
    dismiss: () => toTargets(dismissAll),
    dismissAll: () =>
      void act(async () => {
        const refs = await client.feed.itemRefs.query({ feedId, limit: 100_000 })
        if (refs.length > 0) await dismissAll(refs)
        choose(new Set())
      }),
    open: () => current !== undefined && actOn(current, 'open'),
    actOn,
  }
}
