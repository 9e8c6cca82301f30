import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import type { Round } from '#shared/domain/round.ts'
import { rpc } from '../rpc/client.ts'
import { endOf } from './days.ts'

/** How much was said in a stretch of days. */
export interface Moment {
  start: string
  /** The last day of it. */
  end: string
  utterances: number
}

export interface TimeSpan {
  /** Only stretches in which something was said, in the order of time. */
  moments: readonly Moment[]
  first: string
  last: string
  /** Those that have a date. */
  rounds: readonly (Round & { fromOn: string })[]
}

/** From when until when something was said within the filter, week by week; null where nothing with a date was. */
export function useTimeSpan(asked: AnalysisFilter): TimeSpan | null {
  const { data: bins } = useQuery(
    rpc.analysis.timeline.queryOptions(
      { ...asked, unit: 'week', rows: 'party' },
      { placeholderData: (previous) => previous },
    ),
  )
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { start, utterances } of bins ?? []) counts.set(start, (counts.get(start) ?? 0) + utterances)
    const moments = Array.from(counts, ([start, utterances]) => ({
      start,
      end: endOf(start, 'week'),
      utterances,
    })).sort((a, b) => (a.start < b.start ? -1 : 1))
    const [first] = moments
    const last = moments.at(-1)
    if (first === undefined || last === undefined) return null
    return {
      moments,
      first: first.start,
      last: last.end,
      rounds: (rounds ?? []).flatMap((round) =>
        round.fromOn === null ? [] : [{ ...round, fromOn: round.fromOn }],
      ),
    }
  }, [bins, rounds])
}
