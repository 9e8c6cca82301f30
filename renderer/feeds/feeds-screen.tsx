import { useQuery } from '@tanstack/react-query'
import { RefreshCw, Rss } from 'lucide-react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedItem } from '#shared/domain/feed.ts'
import { act } from '../app/act.ts'
import { useWhyReadOnly } from '../app/can-write.ts'
import { useAddressParams } from '../app/location.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { clipQueue } from '../library/clip/clip-queue.ts'
import { client, rpc } from '../rpc/client.ts'
import { LongTaskProgress } from '../settings/long-task-row.tsx'
import { startTask } from '../settings/long-tasks.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { toast } from '../ui/toast/toast.ts'
import { AddFeed } from './add-feed.tsx'
import { FeedList } from './feed-list.tsx'
import { FeedMenu } from './feed-menu.tsx'
import { FeedTray } from './feed-tray.tsx'
import styles from './feeds-screen.module.css'
import { fetchingFeeds } from './fetching-feeds.ts'

const itemsAtMost = 500

/** Feeds that are subscribed to, and the tray of what came of them: each item is clipped, or dismissed. */
export function FeedsScreen() {
  const { t } = useTranslation()
  const [params, change] = useAddressParams()
  const canWrite = useWhyReadOnly() === null
  const { running } = useSyncExternalStore(fetchingFeeds.subscribe, fetchingFeeds.get)
  const { data: feeds } = useQuery(rpc.feed.list.queryOptions())
  const chosen = feeds?.find(({ id }) => id === params.get('feed'))
  const { data: items } = useQuery(
    rpc.feed.items.queryOptions(
      { limit: itemsAtMost, ...(chosen && { feedId: chosen.id }) },
      { placeholderData: (previous) => previous },
    ),
  )
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const place = Math.min(active, Math.max(0, (items?.length ?? 0) - 1))
  const current = items?.[place]

  async function refresh(): Promise<void> {
    const result = await startTask(fetchingFeeds, t('feeds.fetchCancelled'))
    if (result !== undefined)
      toast.show({
        message: [
          t('feeds.fetched', { count: result.newItems }),
          result.failed.length > 0 && t('feeds.failed', { count: result.failed.length }),
        ]
          .filter(Boolean)
          .join(' '),
      })
  }
  const clip = (item: FeedItem | undefined) => {
    if (item !== undefined) clipQueue.add([{ kind: 'url', url: item.url }])
  }
  const dismiss = (dismissed: readonly FeedItem[]) => {
    if (dismissed.length === 0) return
    const refs = dismissed.map(({ feedId, key }) => ({ feedId, key }))
    void act(
      () => client.feed.dismiss.mutate({ items: refs }),
      t('feeds.dismissed', { count: dismissed.length }),
    )
  }
  useAppShortcuts({
    listDown: () => setActive(Math.min(place + 1, (items?.length ?? 1) - 1)),
    listUp: () => setActive(Math.max(place - 1, 0)),
    feedClip: ({ target }) => {
      // Elsewhere Enter presses what has the focus.
      if (target instanceof Element && target.closest('button, a, input') !== null) return false
      clip(current)
      return true
    },
    feedDismiss: () => dismiss(current === undefined ? [] : [current]),
    feedOpen: () => current !== undefined && window.open(current.url, '_blank', 'noopener,noreferrer'),
    feedRefresh: () => void refresh(),
    findInList: () => field.current?.focus(),
  })
  const isEmpty = feeds?.length === 0
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h1 className={styles.title}>
            {t('feeds.title')} {!isEmpty && <span>{items?.length}</span>}
          </h1>
          {canWrite && (
            <div className={styles.controls}>
              {running ? (
                <LongTaskProgress task={fetchingFeeds} label={t('feeds.refresh')} />
              ) : (
                !isEmpty && (
                  <Button icon={<RefreshCw />} onClick={() => void refresh()}>
                    {t('feeds.refresh')} <Kbd chord={chordOf('feedRefresh')} />
                  </Button>
                )
              )}
              <FeedMenu
                canDismiss={(items?.length ?? 0) > 0}
                onDismissAll={() => dismiss(items ?? [])}
                canExport={!isEmpty}
              />
            </div>
          )}
        </div>
        {canWrite && <AddFeed fieldRef={field} onAdded={(id) => change({ feed: id })} />}
      </header>
      {isEmpty ? (
        <EmptyState icon={<Rss />} title={t('feeds.empty.title')}>
          {t('feeds.empty.text')}
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <FeedList
            feeds={feeds ?? []}
            chosenId={chosen?.id ?? null}
            canWrite={canWrite}
            onChoose={(id) => {
              setActive(0)
              change({ feed: id })
            }}
          />
          <FeedTray
            items={items ?? []}
            isLoaded={items !== undefined}
            place={place}
            canWrite={canWrite}
            withFeed={chosen === undefined}
            onPoint={setActive}
            onClip={clip}
            onDismiss={(item) => dismiss([item])}
          />
        </div>
      )}
    </div>
  )
}
