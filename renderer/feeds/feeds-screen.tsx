import { useQuery } from '@tanstack/react-query'
import { RefreshCw, Rss } from 'lucide-react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { useWhyReadOnly } from '../app/can-write.ts'
import { useAddressParams } from '../app/location.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client, rpc } from '../rpc/client.ts'
import { LongTaskProgress } from '../settings/long-task-row.tsx'
import { startTask } from '../settings/long-tasks.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { toast } from '../ui/toast/toast.ts'
import { AddFeed } from './add-feed.tsx'
import { FeedList } from './feed-list.tsx'
import { FeedMenu } from './feed-menu.tsx'
import { FeedTray } from './feed-tray.tsx'
import styles from './feeds-screen.module.css'
import { fetchingFeeds } from './fetching-feeds.ts'
import { ChosenBar, FeedBar } from './tray-bar.tsx'
import { useTray } from './use-tray.ts'

/** Feeds that are subscribed to, and the tray of what came of them: each item is clipped, or dismissed. */
export function FeedsScreen() {
  const { t } = useTranslation()
  const [params, change] = useAddressParams()
  const canWrite = useWhyReadOnly() === null
  const { running } = useSyncExternalStore(fetchingFeeds.subscribe, fetchingFeeds.get)
  const { data: feeds } = useQuery(rpc.feed.list.queryOptions())
  const feed = feeds?.find(({ id }) => id === params.get('feed'))
  const tray = useTray(feed?.id)
  const [renaming, setRenaming] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<Pick<VirtualListHandle, 'focus'>>(null)
  const last = Math.max(0, (tray.pages.total ?? 0) - 1)

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
  const rename = (title: string | null) => {
    setRenaming(null)
    list.current?.focus()
    if (feed === undefined || title === null || title === feed.title) return
    void act(() => client.feed.rename.mutate({ id: feed.id, title }), t('feeds.renamed', { title }))
  }
  const remove = () => {
    if (feed === undefined) return
    change({ feed: null }, { replace: true })
    void act(() => client.feed.trash.mutate({ ids: [feed.id] }), t('feeds.removed', { title: feed.title }))
  }
  /** Done with a button that is gone when it is. */
  const andBack = (work: () => void) => () => {
    work()
    list.current?.focus()
  }
  useAppShortcuts({
    listDown: () => tray.point(Math.min(tray.place + 1, last)),
    listUp: () => tray.point(Math.max(tray.place - 1, 0)),
    feedClip: ({ target }) => !answersEnter(target) && tray.clip(),
    feedDismiss: tray.dismiss,
    feedOpen: tray.open,
    feedRename: () => feed !== undefined && setRenaming(feed.id),
    feedRemove: ({ target }) => isAmongFeeds(target) && feed !== undefined && remove(),
    feedRefresh: () => void refresh(),
    findInList: () => field.current?.focus(),
  })
  const isEmpty = feeds?.length === 0
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h1 className={styles.title}>{t('feeds.title')}</h1>
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
                canDismiss={(tray.pages.total ?? 0) > 0}
                onDismissAll={tray.dismissAll}
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
            chosenId={feed?.id ?? null}
            onChoose={(id) => change({ feed: id }, { replace: true })}
            onEnter={() => list.current?.focus()}
          />
          <div className={styles.tray}>
            {tray.chosen.size > 0 ? (
              <ChosenBar
                count={tray.chosen.size}
                canWrite={canWrite}
                onClip={andBack(tray.clip)}
                onDismiss={andBack(tray.dismiss)}
                onNone={andBack(() => tray.choose(new Set()))}
              />
            ) : (
              <FeedBar
                feed={feed}
                total={tray.pages.total}
                canWrite={canWrite}
                isRenaming={renaming === feed?.id}
                onRename={() => setRenaming(feed?.id ?? null)}
                onRenamed={rename}
                onRemove={andBack(remove)}
              />
            )}
            <div className={styles.items}>
              <FeedTray
                ref={list}
                pages={tray.pages}
                feedId={feed?.id}
                place={tray.place}
                canWrite={canWrite}
                chosen={tray.chosen}
                onPoint={tray.point}
                onChosenChange={tray.choose}
                onOpen={() => canWrite && tray.clip()}
                onAct={tray.actOn}
              />
            </div>
          </div>
        </div>
      )}
    </div>
  )
}

function isAmongFeeds(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-feeds]') !== null
}

/** A list does by itself what Enter means in it, and elsewhere Enter presses what has the focus. */
function answersEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, [role=listbox]') !== null
}
