import { useQuery } from '@tanstack/react-query'
import { CircleCheck, FolderInput, ListFilter, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter, ArticleRow } from '#shared/domain/article.ts'
import { useCanWrite } from '../app/can-write.ts'
import { useCommands } from '../app/commands.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client, rpc } from '../rpc/client.ts'
import { useShareSubject } from '../sharing/share-store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import type { VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { ArticleList } from './article-list.tsx'
import { useBulkActions } from './bulk-actions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ClipDialog } from './clip/clip-dialog.tsx'
import { chooseFolder, useImportFolder } from './clip/import-folder.ts'
import { FilterBar } from './filter-bar.tsx'
import { FindStories } from './find-stories.tsx'
import styles from './library-screen.module.css'
import { useLibraryView } from './library-view.ts'
import { StoryBar } from './story-bar.tsx'
import { useArticlePages } from './use-article-pages.ts'
import { Welcome } from './welcome.tsx'

/** Every article of the notebook, or the inbox of those not read yet: to find, sort, choose and open. */
export function LibraryScreen({ status }: { status?: 'inbox' }) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const locale = useFormatLocale()
  const [view, setView] = useLibraryView(status ?? 'library')
  const { filter, order, active } = view
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [clipping, setClipping] = useState(false)
  const { data: facets } = useQuery(rpc.article.facets.queryOptions())
  const pages = useArticlePages(filter, order)
  const list = useRef<Pick<VirtualListHandle, 'focus'>>(null)
  const chooseNone = () => {
    setChosen(new Set())
    list.current?.focus()
  }
  const actions = useBulkActions([...chosen], filter, chooseNone)
  useShareSubject('article', [...chosen])
  const importFolder = useImportFolder()
  const openClip = () => setClipping(true)
  useAppShortcuts({ clip: openClip })
  useCommands([
    { id: 'clip', label: t('library.clip'), icon: <Plus />, shortcut: 'clip', run: openClip },
    {
      id: 'importFolder',
      label: t('library.importFolder'),
      icon: <FolderInput />,
      writes: true,
      run: () => chooseFolder(importFolder),
    },
  ])
  const leaveStory = () => {
    setChosen(new Set())
    setView({ filter: withStatus(unfiltered, status), active: 0, ...view.before, before: undefined })
  }
  const showCopies = (row: ArticleRow | undefined) => {
    if (filter.storyId !== undefined) leaveStory()
    else if (row?.storyId != null && row.copyCount > 0) {
      setChosen(new Set())
      setView({ filter: { storyId: row.storyId }, active: 0, before: view })
    }
  }
  const isEmpty = facets?.total === 0
  const title = t(status === undefined ? 'library.title' : 'library.inbox')
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {title}{' '}
          {pages.total !== undefined && (
            <span className={styles.total}>{pages.total.toLocaleString(locale)}</span>
          )}
        </h1>
        {canWrite && (
          <Button variant="primary" icon={<Plus />} onClick={openClip}>
            {t('library.clip')}
          </Button>
        )}
      </header>
      {chosen.size > 0 ? (
        <BulkBar
          count={chosen.size}
          actions={actions}
          isStory={filter.storyId !== undefined}
          onNone={chooseNone}
        />
      ) : filter.storyId !== undefined ? (
        <StoryBar onBack={leaveStory} />
      ) : (
        !isEmpty && (
          <FilterBar
            filter={filter}
            order={order}
            facets={facets}
            withStatus={status === undefined}
            onFilter={(next) => setView({ filter: withStatus(next, status), active: 0 })}
            onOrder={(next) => setView({ order: next, active: 0 })}
          />
        )
      )}
      {!isEmpty && <FindStories />}
      {isEmpty ? (
        <Welcome onClip={openClip} />
      ) : pages.total === 0 ? (
        <NothingHere
          isInbox={status !== undefined}
          isFiltered={isFiltered(filter, status)}
          onLoosen={() =>
            filter.storyId === undefined
              ? setView({ filter: withStatus(unfiltered, status), active: 0 })
              : leaveStory()
          }
        />
      ) : (
        <ArticleList
          ref={list}
          label={title}
          pages={pages}
          filter={filter}
          onCopies={showCopies}
          active={active}
          onActiveChange={(index) => setView({ active: index })}
          chosen={chosen}
          onChosenChange={setChosen}
          idsBetween={(from, to) =>
            client.article.ids.query({ filter, order, offset: from, limit: to - from + 1 })
          }
        />
      )}
      <ClipDialog open={clipping} onOpenChange={setClipping} />
    </div>
  )
}

const unfiltered: ArticleFilter = { copies: 'fold' }

function isFiltered({ copies, ...filter }: ArticleFilter, status: 'inbox' | undefined): boolean {
  return copies === 'only' || Object.keys(filter).some((name) => name !== 'status' || status === undefined)
}

function withStatus(filter: ArticleFilter, status: 'inbox' | undefined): ArticleFilter {
  return status === undefined ? filter : { ...filter, status }
}

/** No article fits, or the inbox is done. */
function NothingHere(props: { isInbox: boolean; isFiltered: boolean; onLoosen(): void }) {
  const { t } = useTranslation()
  if (props.isInbox && !props.isFiltered)
    return (
      <EmptyState icon={<CircleCheck />} title={t('library.inboxEmpty')}>
        {t('library.inboxExplain')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<ListFilter />}
      title={t('library.noMatch')}
      actions={<Button onClick={props.onLoosen}>{t('library.loosen')}</Button>}
    >
      {t('library.noMatchExplain')}
    </EmptyState>
  )
}
