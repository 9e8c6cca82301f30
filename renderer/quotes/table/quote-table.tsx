import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { usePreferences } from '../../app/preferences.ts'
import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'
import { rpc } from '../../rpc/client.ts'
import type { RowPages } from '../../rpc/use-row-pages.ts'
import { VirtualList, type VirtualListHandle } from '../../ui/list/virtual-list.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import { columnOrder, columnTemplate } from './column-widths.ts'
import styles from './quote-table.module.css'
import { QuoteTableRow } from './quote-table-row.tsx'
import type { QuotesView } from './quotes-view.ts'

interface QuoteTableProps {
  label: string
  pages: RowPages<QuoteRow>
  view: QuotesView
  onOrder(order: QuotesView['order']): void
  active: number
  onActiveChange(index: number): void
  chosen: ReadonlySet<string>
  onChosenChange(ids: ReadonlySet<string>): void
  /** Ids of the places from `from` to `to`, loaded or not. */
  idsBetween(from: number, to: number): Promise<string[]>
  onTrash(ids: readonly string[]): void
  ref?: Ref<Pick<VirtualListHandle, 'focus'>>
}

const rowHeights = { comfortable: 52, compact: 34 } as const
const keyOf = (row: QuoteRow) => row.id

/** All quotes behind the filter as one long table; Delete means what is chosen, or else the row with the cursor. */
export function QuoteTable(props: QuoteTableProps) {
  const { label, pages, view, onOrder, active, onActiveChange, chosen, onChosenChange, idsBetween } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [{ density }] = usePreferences()
  const names = useNotebookNames()
  const { data: memberships } = useQuery(rpc.actor.memberships.queryOptions())
  const list = useRef<VirtualListHandle>(null)
  const total = pages.total ?? 0
  const last = Math.max(total - 1, 0)
  useImperativeHandle(props.ref, () => ({ focus: () => list.current?.focus() }), [])
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus()
  }, [])
  // What a filter or the trash took away has no cursor on it any more.
  const place = Math.min(active, last)
  const atCursor = pages.rowAt(place)?.id
  const targets = chosen.size > 0 ? [...chosen] : atCursor === undefined ? [] : [atCursor]
  useAppShortcuts({
    listDown: () => onActiveChange(Math.min(place + 1, last)),
    listUp: () => onActiveChange(Math.max(place - 1, 0)),
    trashChosen: () => targets.length > 0 && props.onTrash(targets),
  })
  const { by, descending } = view.order
  const template = { '--columns': columnTemplate(view.columns) } as CSSProperties
  return (
    <div className={styles.table} data-density={density} style={template}>
      <div className={styles.head}>
        <span />
        {columnOrder(view.columns).map((id) =>
          id === 'said' ? (
            <button
              key={id}
              type="button"
              className={styles.sort}
              aria-label={t(descending ? 'quotes.table.oldestFirst' : 'quotes.table.latestFirst')}
              onClick={() => onOrder({ by: 'said', descending: by === 'said' ? !descending : true })}
            >
              {t('quotes.table.column.said')}
              {by === 'said' && (descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
            </button>
          ) : (
            <span key={id}>{t(`quotes.table.column.${id}`)}</span>
          ),
        )}
      </div>
      <VirtualList<QuoteRow>
        ref={list}
        label={label}
        className={styles.list}
        count={total}
        rowHeight={rowHeights[density]}
        rowAt={pages.rowAt}
        keyOf={keyOf}
        active={place}
        onActiveChange={onActiveChange}
        selected={chosen}
        onSelectedChange={onChosenChange}
        onSelectRange={(from, to) =>
          void act(async () => onChosenChange(new Set(await idsBetween(from, to))))
        }
        onOpen={({ id, articleId }) => navigate(paths.article(articleId, id))}
        opensOnClick
        onRange={pages.show}
        renderRow={(quote, { isSelected }) => (
          <QuoteTableRow
            quote={quote}
            columns={view.columns}
            names={names}
            memberships={memberships ?? noMemberships}
            isChosen={isSelected}
            isChoosing={chosen.size > 0}
          />
        )}
      />
    </div>
  )
}

const noMemberships: never[] = []
