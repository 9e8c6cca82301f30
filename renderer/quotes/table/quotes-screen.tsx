import { useQuery } from '@tanstack/react-query'
import { CopyCheck, ListFilter, MessageSquareQuote, PenLine, Scale } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { act } from '../../app/act.ts'
import { useCommands } from '../../app/commands.ts'
import { paths } from '../../app/paths.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'
import { client, rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { VirtualListHandle } from '../../ui/list/virtual-list.tsx'
import { Select } from '../../ui/select.tsx'
import { CodingMode } from '../coding/coding-mode.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import { BulkEdit } from './bulk-edit.tsx'
import { QuoteFilterBar } from './filter-bar.tsx'
import { GroupPane } from './group-pane.tsx'
import { QuoteTable } from './quote-table.tsx'
import styles from './quotes-screen.module.css'
import { groupIds, type QuotesView, useQuotesView } from './quotes-view.ts'
import { useQuotePages } from './use-quote-pages.ts'
import { ViewMenus } from './view-menus.tsx'

/** As many are put before a coder at once, from the cursor on. */
const queueAtMost = 10_000

/** Every quote of the notebook as a table: to find, group, sort, change many at once, and to code one after another. */
export function QuotesScreen() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [, navigate] = useLocation()
  const [view, setView] = useQuotesView()
  const { coders } = useNotebookNames()
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [queue, setQueue] = useState<string[] | null>(null)
  const list = useRef<Pick<VirtualListHandle, 'focus'>>(null)
  const { filter, order, group, active } = view
  const pages = useQuotePages(filter, order)
  const change = (next: Partial<QuotesView>) => {
    setChosen(new Set())
    setView({ ...next, ...(next.columns === undefined && { active: 0 }) })
  }
  const chooseNone = () => {
    setChosen(new Set())
    list.current?.focus()
  }
  const trash = (ids: readonly string[]) =>
    void act(
      async () => {
        await client.quote.trash.mutate({ ids: [...ids] })
        chooseNone()
      },
      t('quotes.table.trashed', { count: ids.length }),
    )
  const canCode = info?.readOnly === false && (pages.total ?? 0) > 0
  const code = () => {
    if (!canCode) return
    void act(async () => {
      const ids =
        chosen.size > 0
          ? [...chosen]
          : await client.quote.ids.query({ ...filter, order, offset: active, limit: queueAtMost })
      if (ids.length > 0) setQueue(ids)
    })
  }
  useAppShortcuts({ codeQuotes: code }, queue === null)
  useCommands([
    {
      id: 'quotes.code',
      label: t('quotes.coding.start'),
      icon: <PenLine />,
      shortcut: 'codeQuotes',
      run: code,
    },
  ])
  const isEmpty = info?.counts.quotes === 0
  if (queue !== null) {
    return (
      <CodingMode
        queue={queue}
        topicId={filter.topicId ?? null}
        onLeave={() => {
          setQueue(null)
          setChosen(new Set())
        }}
      />
    )
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {t('quotes.table.title')}{' '}
          {pages.total !== undefined && (
            <span className={styles.total}>
              {pages.atLeast
                ? t('quotes.table.atLeast', { count: pages.total })
                : pages.total.toLocaleString(locale)}
            </span>
          )}
        </h1>
        <div className={styles.actions}>
          <IconButton
            label={t('quotes.utterance.title')}
            shortcut={chordOf('goUtterances')}
            onClick={() => navigate(paths.utterances)}
          >
            <CopyCheck />
          </IconButton>
          {coders.length > 1 && (
            <IconButton
              label={t('quotes.coder.agreement')}
              shortcut={chordOf('goAgreement')}
              onClick={() => navigate(paths.agreement)}
            >
              <Scale />
            </IconButton>
          )}
          {!isEmpty && (
            <Select
              aria-label={t('quotes.table.order')}
              value={`${order.by} ${order.descending}`}
              choices={(['said true', 'said false', 'marked true', 'marked false'] as const).map((value) => ({
                value,
                label: t(`quotes.table.orders.${value.replace(' ', '-')}`),
              }))}
              onChoose={(value) =>
                change({
                  order: {
                    by: value.startsWith('said') ? 'said' : 'marked',
                    descending: value.endsWith('true'),
                  },
                })
              }
            />
          )}
          {info !== undefined && <ViewMenus notebookId={info.id} view={view} onView={change} />}
          <Button variant="primary" icon={<PenLine />} disabled={!canCode} onClick={code}>
            {t('quotes.coding.start')}
          </Button>
        </div>
      </header>
      {isEmpty ? (
        <EmptyState icon={<MessageSquareQuote />} title={t('quotes.table.none')}>
          {t('quotes.table.noneExplain')}
        </EmptyState>
      ) : (
        <>
          {chosen.size > 0 ? (
            <BulkEdit ids={[...chosen]} onNone={chooseNone} onTrash={() => trash([...chosen])} />
          ) : (
            <div className={styles.filters} role="toolbar" aria-label={t('quotes.table.filters')}>
              <Select
                aria-label={t('quotes.table.group')}
                value={group}
                choices={groupIds.map((value) => ({ value, label: t(`quotes.table.groupBy.${value}`) }))}
                onChoose={(next) => change({ group: next })}
              />
              <QuoteFilterBar filter={filter} onFilter={(next) => change({ filter: next })} />
            </div>
          )}
          <div className={styles.body}>
            {group !== 'none' && (
              <GroupPane group={group} filter={filter} onFilter={(next) => change({ filter: next })} />
            )}
            {pages.total === 0 ? (
              <EmptyState
                icon={<ListFilter />}
                title={t('quotes.table.noMatch')}
                actions={<Button onClick={() => change({ filter: {} })}>{t('quotes.table.showAll')}</Button>}
              >
                {t('quotes.table.noMatchExplain')}
              </EmptyState>
            ) : (
              <QuoteTable
                ref={list}
                label={t('quotes.table.title')}
                pages={pages}
                view={view}
                onOrder={(next) => change({ order: next })}
                active={active}
                onActiveChange={(index) => setView({ active: index })}
                chosen={chosen}
                onChosenChange={setChosen}
                idsBetween={(from, to) =>
                  client.quote.ids.query({ ...filter, order, offset: from, limit: to - from + 1 })
                }
                onTrash={trash}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}
