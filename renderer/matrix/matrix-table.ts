import type { TFunction } from 'i18next'
import type { By, Position } from '#shared/domain/analysis.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { flattenTree } from '../ui/tree/flatten.ts'
import type { TableColumn } from '../ui/table/table-column.ts'

interface Words {
  t: TFunction
  locale: string
  names: NotebookNames
  by: By
}

/** The positions as rows: one each. */
export function tableOf(positions: readonly Position[], { t, locale, names, by }: Words) {
  const columns: TableColumn<Position>[] = [
    { id: 'topic', label: t('matrix.topic'), value: ({ topicId }) => names.topicPath(topicId).join(' › ') },
    { id: 'actor', label: t(`matrix.one.${by}`), value: ({ actorId }) => names.actor(actorId)?.name ?? '' },
    { id: 'stance', label: t('matrix.table.stance'), value: ({ stance }) => t(`quotes.stance.${stance}`) },
    {
      id: 'strength',
      label: t('matrix.table.strength'),
      value: ({ strength }) => (strength === null ? '' : t(`quotes.strength.${strength}`)),
    },
    {
      id: 'redLine',
      label: t('matrix.redLine'),
      value: ({ redLine }) => (redLine ? t('matrix.table.yes') : ''),
    },
    {
      id: 'conflict',
      label: t('matrix.conflict'),
      value: ({ conflict }) => (conflict ? t('matrix.table.yes') : ''),
    },
    { id: 'trend', label: t('matrix.table.trend'), value: ({ trend }) => t(`matrix.trend.${trend}`) },
    { id: 'utterances', label: t('matrix.table.utterances'), value: ({ utterances }) => utterances },
    { id: 'latest', label: t('matrix.table.latest'), isDay: true, value: ({ latest }) => latest },
    { id: 'age', label: t('matrix.table.age'), value: ({ age }) => age },
  ]
  const collator = new Intl.Collator(locale)
  const inTree = flattenTree(names.topics, new Set(names.topics.map(({ id }) => id)))
  const place = new Map(inTree.map(({ node }, at) => [node.id, at]))
  const rows = positions.toSorted(
    (a, b) =>
      (place.get(a.topicId) ?? 0) - (place.get(b.topicId) ?? 0) ||
      collator.compare(names.actor(a.actorId)?.name ?? '', names.actor(b.actorId)?.name ?? ''),
  )
  return {
    caption: t('matrix.table.caption', { count: rows.length }),
    columns,
    rows,
    keyOf: ({ actorId, topicId }: Position) => `${actorId} ${topicId}`,
  }
}
