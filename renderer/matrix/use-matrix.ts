import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnalysisFilter, By } from '#shared/domain/analysis.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { withAncestors } from '../topics/tree-names.ts'
import { columnsOf, indexPositions, type MatrixColumn, type PositionIndex } from './matrix-model.ts'
import type { Position } from '#shared/domain/analysis.ts'
import type { Topic } from '#shared/domain/topic.ts'

/** Later than anything anybody is quoted with. */
const allTime = '2999-12-31'

export interface Matrix {
  isLoading: boolean
  columns: readonly MatrixColumn[]
  topics: readonly Topic[]
  positions: PositionIndex
  list: readonly Position[]
}

/**
 * Who stands where as of a day. Rows and columns are those of all time, so that nothing changes its place while the day
 * moves.
 *
 * @param day null: as of the end of time
 * @param withGaps also topics nobody spoke on, and parties nobody is quoted of
 */
export function useMatrix(
  asked: AnalysisFilter,
  { by, day, withGaps, names }: { by: By; day: string | null; withGaps: boolean; names: NotebookNames },
): Matrix {
  const locale = useFormatLocale()
  const keep = { placeholderData: <Data>(previous: Data) => previous }
  const ever = useQuery(rpc.analysis.matrix.queryOptions({ ...asked, by, asOf: allTime }, keep))
  const now = useQuery(rpc.analysis.matrix.queryOptions({ ...asked, by, asOf: day ?? allTime }, keep))
  const { topics: all, actors } = names
  return useMemo(() => {
    const cells = ever.data?.cells ?? []
    const silent = withGaps && by === 'party' ? actors.filter(({ kind }) => kind === 'party') : []
    const inFilter = asked.topicIds === undefined ? all : all.filter(({ id }) => asked.topicIds?.includes(id))
    const spoken = new Set(cells.map(({ topicId }) => topicId))
    return {
      isLoading: ever.isPending || now.isPending,
      columns: columnsOf(cells, silent, (id) => names.actor(id)?.name ?? '', locale),
      topics: withGaps
        ? inFilter
        : withAncestors(
            inFilter.filter(({ id }) => spoken.has(id)),
            inFilter,
          ),
      positions: indexPositions(now.data?.cells ?? []),
      list: now.data?.cells ?? [],
    }
  }, [ever.data, ever.isPending, now.data, now.isPending, all, actors, asked, by, withGaps, names, locale])
}
