import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuoteConditions } from '#shared/domain/quote.ts'
import { rpc } from '../../rpc/client.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { VirtualList } from '../../ui/list/virtual-list.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './group-pane.module.css'
import type { QuotesView } from './quotes-view.ts'
import { without } from './without.ts'

interface Group {
  id: string
  name: string
  above: string
  count: number | null
}

interface GroupPaneProps {
  group: Exclude<QuotesView['group'], 'none'>
  filter: Partial<QuoteConditions>
  onFilter(filter: Partial<QuoteConditions>): void
}

const all = 'all'
const unnamed = 'unnamed'

/** The groups that quotes fall into, each with how many it has; the one with the cursor is shown beside it. */
export function GroupPane({ group, filter, onFilter }: GroupPaneProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const groups = useMemo((): Group[] => {
    const byCount = (a: { quoteCount: number; name: string }, b: typeof a) =>
      b.quoteCount - a.quoteCount || a.name.localeCompare(b.name)
    const listed: Group[] =
      group === 'speaker'
        ? [
            ...names.actors
              .filter(({ quoteCount }) => quoteCount > 0)
              .toSorted(byCount)
              .map(({ id, name, quoteCount }) => ({ id, name, above: '', count: quoteCount })),
            { id: unnamed, name: t('quotes.unnamed'), above: '', count: null },
          ]
        : group === 'topic'
          ? names.topics
              .map(({ id, quoteCount }) => ({ id, path: names.topicPath(id), count: quoteCount }))
              .toSorted((a, b) => a.path.join(' ').localeCompare(b.path.join(' ')))
              .map(({ id, path, count }) => ({
                id,
                name: path.at(-1) ?? '',
                above: path.slice(0, -1).join(' › '),
                count,
              }))
          : (rounds ?? []).map(({ id, name, quoteCount }) => ({ id, name, above: '', count: quoteCount }))
    return [{ id: all, name: t('quotes.table.allQuotes'), above: '', count: null }, ...listed]
  }, [group, names, rounds, t])
  const chosen =
    group === 'speaker'
      ? filter.unnamed === true
        ? unnamed
        : filter.actorId
      : group === 'topic'
        ? filter.topicId
        : filter.roundId
  const active = Math.max(
    0,
    groups.findIndex(({ id }) => id === (chosen ?? all)),
  )
  const choose = (index: number) => {
    const id = groups[index]?.id
    if (id === undefined) return
    const key = ({ speaker: 'actorId', topic: 'topicId', round: 'roundId' } as const)[group]
    const rest = without(filter, key, ...(group === 'speaker' ? (['unnamed'] as const) : []))
    onFilter(id === all ? rest : id === unnamed ? { ...rest, unnamed: true } : { ...rest, [key]: id })
  }
  return (
    <VirtualList<Group>
      className={styles.pane}
      label={t(`quotes.table.groups.${group}`)}
      count={groups.length}
      rowHeight={34}
      rowAt={(index) => groups[index]}
      keyOf={({ id }) => id}
      active={active}
      onActiveChange={choose}
      padding={6}
      renderRow={({ name, above, count }) => (
        <span className={styles.group} title={above === '' ? name : `${above} › ${name}`}>
          <bdi className={styles.name}>{name}</bdi>
          {count !== null && <span className={styles.count}>{count.toLocaleString(locale)}</span>}
        </span>
      )}
    />
  )
}
