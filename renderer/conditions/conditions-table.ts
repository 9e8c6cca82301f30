import type { TFunction } from 'i18next'
import type { Condition } from '#shared/domain/analysis.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import type { TableColumn } from '../ui/table/table-column.ts'
import { deadlockLetter } from './conditions-graph.ts'

/** Every condition and red line as a row, those that are not drawn among them. */
export function conditionsTable(
  conditions: readonly Condition[],
  { t, names }: { t: TFunction; names: NotebookNames },
) {
  const actorOf = (id: string | null) => (id === null ? null : (names.actor(id)?.name ?? null))
  const topicOf = (id: string | null) => (id === null ? null : names.topicPath(id).join(' › '))
  const columns: TableColumn<Condition>[] = [
    { id: 'actor', label: t('conditions.table.actor'), value: ({ actorId }) => actorOf(actorId) },
    { id: 'topic', label: t('conditions.table.topic'), value: ({ topicId }) => topicOf(topicId) },
    {
      id: 'kind',
      label: t('conditions.table.kind'),
      value: ({ redLine }) => t(redLine ? 'conditions.redLine' : 'conditions.condition'),
    },
    { id: 'condition', label: t('conditions.table.condition'), value: ({ condition }) => condition },
    { id: 'onActor', label: t('conditions.table.onActor'), value: ({ onActorId }) => actorOf(onActorId) },
    { id: 'onTopic', label: t('conditions.table.onTopic'), value: ({ onTopicId }) => topicOf(onTopicId) },
    { id: 'by', label: t('conditions.table.by'), isDay: true, value: ({ byDate }) => byDate },
    {
      id: 'deadlock',
      label: t('conditions.table.deadlock'),
      value: ({ cycle }) => (cycle === null ? null : deadlockLetter(cycle)),
    },
  ]
  return {
    caption: t('conditions.table.caption', { count: conditions.length }),
    columns,
    rows: conditions,
    keyOf: (condition: Condition) => JSON.stringify(condition),
  }
}
