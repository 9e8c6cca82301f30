import { useQuery } from '@tanstack/react-query'
import { BookOpen, Inbox, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { useCommands } from '../app/commands.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ArticleList } from './article-list.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ClipDialog } from './clip/clip-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import styles from './library-screen.module.css'
import { useLibraryView } from './library-view.ts'
import { useArticlePages } from './use-article-pages.ts'

/** Every article of the notebook, or the inbox of those not read yet: to find, sort, choose and open. */
export function LibraryScreen({ status }: { status?: 'inbox' }) {
  const { t } = useTranslation()
  const [{ filter, order, active }, setView] = useLibraryView(status ?? 'library')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [clipping, setClipping] = useState(false)
  const { data: facets } = useQuery(rpc.article.facets.queryOptions())
  const pages = useArticlePages(filter, order)
  const openClip = () => setClipping(true)
  useAppShortcuts({ clip: openClip })
  useCommands([{ id: 'clip', label: t('library.clip'), icon: <Plus />, shortcut: 'clip', run: openClip }])
  const isEmpty = facets?.total === 0
  const title = t(status === undefined ? 'library.title' : 'library.inbox')
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {title}{' '}
          {pages.total !== undefined && <span className={styles.total}>{pages.total.toLocaleString()}</span>}
        </h1>
        <Button variant="primary" icon={<Plus />} onClick={openClip}>
          {t('library.clip')}
        </Button>
      </header>
      {!isEmpty && (
        <FilterBar
          filter={filter}
          order={order}
          facets={facets}
          withStatus={status === undefined}
          onFilter={(next) => {
            setView({ filter: status === undefined ? next : { ...next, status }, active: 0 })
            setChosen(new Set())
          }}
          onOrder={(next) => {
            setView({ order: next, active: 0 })
            setChosen(new Set())
          }}
        />
      )}
      {chosen.size > 0 && <BulkBar ids={[...chosen]} onDone={() => setChosen(new Set())} />}
      {isEmpty ? (
        <Welcome onClip={openClip} />
      ) : pages.total === 0 ? (
        <EmptyState
          icon={<Inbox />}
          title={t(status === undefined ? 'library.noMatch' : 'library.inboxEmpty')}
        >
          {t(status === undefined ? 'library.noMatchExplain' : 'library.inboxExplain')}
        </EmptyState>
      ) : (
        <ArticleList
          label={title}
          pages={pages}
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

/** An empty notebook: what it is for, and two ways to begin. */
function Welcome({ onClip }: { onClip(): void }) {
  const { t } = useTranslation()
  const [loading, setLoading] = useState(false)
  const loadSample = async () => {
    setLoading(true)
    await act(() => client.notebook.loadSample.mutate(), t('library.sampleLoaded'))
    setLoading(false)
  }
  return (
    <EmptyState
      icon={<BookOpen />}
      title={t('library.welcome')}
      actions={
        <>
          <Button variant="primary" icon={<Plus />} onClick={onClip}>
            {t('library.clipFirst')}
          </Button>
          <Button disabled={loading} onClick={() => void loadSample()}>
            {t('library.openSample')}
          </Button>
        </>
      }
    >
      <p>{t('library.welcomeExplain')}</p>
      <p>{t('library.welcomeDrop')}</p>
    </EmptyState>
  )
}
