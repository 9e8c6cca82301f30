import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { useAddressParams } from '../app/location.ts'
import { rpc } from '../rpc/client.ts'
import { analysisFilter, readFilter, type ViewFilter, writeFilter } from './view-filter.ts'

/** The filter in the address; every change of it is a step that Back takes back. */
export function useViewFilter(): {
  filter: ViewFilter
  /** The same for the backend. */
  asked: AnalysisFilter
  setFilter(change: Partial<ViewFilter>): void
} {
  const [params, change] = useAddressParams()
  const { data: topics } = useQuery(rpc.topic.list.queryOptions())
  const filter = useMemo(() => readFilter(params), [params])
  const asked = useMemo(() => analysisFilter(filter, topics ?? []), [filter, topics])
  return { filter, asked, setFilter: (next) => change(writeFilter(next)) }
}
