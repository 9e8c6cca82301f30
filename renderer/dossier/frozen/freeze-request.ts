import type { FreezeRequest } from '#shared/domain/frozen-view.ts'
import type { ViewFilter } from '../../analysis/view-filter.ts'

type Wanted =
  | Omit<Extract<FreezeRequest, { kind: 'matrix' }>, 'filter'>
  | Omit<Extract<FreezeRequest, { kind: 'timeline' }>, 'filter'>

/** What is to be frozen, of what a filter keeps. */
export function freezeRequest(filter: ViewFilter, wanted: Wanted): FreezeRequest {
  const { from, until, outlets, langs, coderIds, topicId } = filter
  return {
    ...wanted,
    filter: {
      ...(from !== null && { from }),
      ...(until !== null && { until }),
      ...(outlets.length > 0 && { outlets: [...outlets] }),
      ...(langs.length > 0 && { langs: [...langs] }),
      ...(coderIds.length > 0 && { coderIds: [...coderIds] }),
      ...(topicId !== null && { topicId }),
    },
  }
}
