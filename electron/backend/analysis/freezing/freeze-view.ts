import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import {
  type FreezeRequest,
  type FrozenFilter,
  type FrozenView,
  frozenLimits,
} from '#shared/domain/frozen-view.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { listCoders } from '../../store/coders.ts'
import type { Readable } from '../../store/connection.ts'
import { listTopics } from '../../store/topics.ts'
import type { Statements } from '../statements.ts'
import { freezeMatrix } from './freeze-matrix.ts'
import { freezeTimeline } from './freeze-timeline.ts'
import { lineOf } from './line-of.ts'

/** What both kinds are made of. */
export interface Freezing {
  db: Readable
  statements: Statements
  /** As the analysis takes it. */
  asked: AnalysisFilter
  /** As it is kept. */
  filter: FrozenFilter
  frozenAt: string
  topics: readonly Topic[]
}

/**
 * What a view shows now, with all that is needed to show it again. Where it is too much for a dossier, the least quoted are left
 * out, and counted.
 *
 * @throws AppError `view-too-long` where a timeline has more years than fit beside each other
 */
export function freezeView(
  db: Readable,
  statements: Statements,
  request: FreezeRequest,
  now = new Date(),
): FrozenView {
  const topics = listTopics(db)
  const { filter, asked } = filtersOf(db, request.filter, topics)
  const freezing = { db, statements, asked, filter, frozenAt: now.toISOString(), topics }
  const freeze = (most: number): FrozenView =>
    request.kind === 'matrix'
      ? freezeMatrix(freezing, request, most)
      : freezeTimeline(freezing, request.rows, most)
  let most: number = request.kind === 'matrix' ? frozenLimits.actors : frozenLimits.lanes
  for (;;) {
    const view = freeze(most)
    const fits =
      JSON.stringify(view).length <= frozenLimits.json &&
      (view.kind !== 'matrix' || view.cells.length <= frozenLimits.cells)
    if (fits || most === 1) return view
    most = Math.ceil(most / 2)
  }
}

function filtersOf(
  db: Readable,
  { from, until, outlets, langs, coderIds, topicId }: FreezeRequest['filter'],
  topics: readonly Topic[],
): { filter: FrozenFilter; asked: AnalysisFilter } {
  const some = <Item>(list: Item[] | undefined) => (list?.length ? list : undefined)
  const coders = listCoders(db)
  const topic = topics.find(({ id }) => id === topicId)
  const nameOfCoder = (id: string) => coders.find((coder) => coder.id === id)?.name
  const common = {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(some(outlets) && { outlets }),
    ...(some(langs) && { langs }),
  }
  return {
    filter: {
      ...common,
      ...(some(coderIds) && { coders: coderIds?.map((id) => ({ id, name: lineOf(nameOfCoder(id) ?? '') })) }),
      ...(topicId !== undefined && { topic: { id: topicId, name: lineOf(topic?.name ?? '') } }),
    },
    asked: {
      ...common,
      ...(some(coderIds) && { coderIds }),
      ...(topicId !== undefined && { topicIds: withBelow(topicId, topics) }),
    },
  }
}

function withBelow(topicId: string, topics: readonly Topic[]): string[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId)
  const found = new Set([topicId])
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return [...found]
}
