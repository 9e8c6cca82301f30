import type { TFunction } from 'i18next'
import type { Shift } from '#shared/domain/analysis.ts'
import { daysBetween } from '../analysis/days.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import type { TableColumn } from '../ui/table/table-column.ts'

/** What tells one turn from every other. */
export function keyOfShift({ kind, topicId, before, after }: Shift): string {
  return `${kind} ${topicId} ${before.quoteId} ${after.quoteId}`
}

/** The turns as rows: one each. */
export function shiftsTable(shifts: readonly Shift[], { t, names }: { t: TFunction; names: NotebookNames }) {
  const nameOf = (id: string) => names.actor(id)?.name ?? ''
  const columns: TableColumn<Shift>[] = [
    { id: 'actor', label: t('shifts.table.actor'), value: ({ actorId }) => nameOf(actorId) },
    {
      id: 'topic',
      label: t('shifts.table.topic'),
      value: ({ topicId }) => names.topicPath(topicId).join(' › '),
    },
    { id: 'kind', label: t('shifts.table.kind'), value: ({ kind }) => t(`shifts.what.${kind}`) },
    {
      id: 'before',
      label: t('shifts.table.before'),
      value: ({ before }) => t(`quotes.stance.${before.stance}`),
    },
    { id: 'beforeDay', label: t('shifts.table.beforeDay'), isDay: true, value: ({ before }) => before.day },
    { id: 'beforeBy', label: t('shifts.table.beforeBy'), value: ({ before }) => nameOf(before.actorId) },
    { id: 'after', label: t('shifts.table.after'), value: ({ after }) => t(`quotes.stance.${after.stance}`) },
    { id: 'afterDay', label: t('shifts.table.afterDay'), isDay: true, value: ({ after }) => after.day },
    { id: 'afterBy', label: t('shifts.table.afterBy'), value: ({ after }) => nameOf(after.actorId) },
    {
      id: 'days',
      label: t('shifts.table.days'),
      value: ({ before, after }) => daysBetween(before.day, after.day),
    },
  ]
  return {
    caption: t('shifts.table.caption', { count: shifts.length }),
    columns,
    rows: shifts,
    keyOf: keyOfShift,
  }
}
