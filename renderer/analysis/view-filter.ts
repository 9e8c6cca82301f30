import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { idSchema, partialDateSchema } from '#shared/domain/common.ts'
import type { Topic } from '#shared/domain/topic.ts'
import type { AddressChange } from '../app/location.ts'

/** Which statements a view is about, as it stands in the address; everything that is left empty is all of it. */
export interface ViewFilter {
  from: string | null
  until: string | null
  outlets: readonly string[]
  langs: readonly string[]
  coderIds: readonly string[]
  /** This topic and all below it. */
  topicId: string | null
}

export const noFilter: ViewFilter = {
  from: null,
  until: null,
  outlets: [],
  langs: [],
  coderIds: [],
  topicId: null,
}

const names = {
  from: 'from',
  until: 'until',
  outlets: 'outlet',
  langs: 'lang',
  coderIds: 'coder',
  topicId: 'topic',
}

/** The filter that an address asks for; what cannot be meant is left out. */
export function readFilter(params: URLSearchParams): ViewFilter {
  const date = (name: string) => partialDateSchema.safeParse(params.get(name)).data ?? null
  const isId = (text: string) => idSchema.safeParse(text).success
  const topicId = params.get(names.topicId)
  return {
    from: date(names.from),
    until: date(names.until),
    outlets: params.getAll(names.outlets),
    langs: params.getAll(names.langs),
    coderIds: params.getAll(names.coderIds).filter(isId),
    topicId: topicId !== null && isId(topicId) ? topicId : null,
  }
}

/** What makes the address ask for a filter. */
export function writeFilter(filter: Partial<ViewFilter>): AddressChange {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [names[key as keyof ViewFilter], value]),
  )
}

/** The filter as the backend takes it. A topic stands for itself and all below it; one that is gone, for itself. */
export function analysisFilter(filter: ViewFilter, topics: readonly Topic[]): AnalysisFilter {
  const { from, until, outlets, langs, coderIds, topicId } = filter
  return {
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(outlets.length === 0 ? {} : { outlets: [...outlets] }),
    ...(langs.length === 0 ? {} : { langs: [...langs] }),
    ...(coderIds.length === 0 ? {} : { coderIds: [...coderIds] }),
    ...(topicId === null ? {} : { topicIds: withBelow(topicId, topics) }),
  }
}

/** How many of its parts narrow anything. */
export function countParts(filter: ViewFilter): number {
  return [
    filter.from ?? filter.until,
    filter.outlets[0],
    filter.langs[0],
    filter.coderIds[0],
    filter.topicId,
  ].filter((part) => part !== null && part !== undefined).length
}

/** A topic's id and those of all topics below it. */
export function withBelow(topicId: string, topics: readonly Topic[]): string[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId)
  const found = new Set([topicId])
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return [...found]
}
