import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

const pageSize = 100

/** A stretch of a list, and how many rows the whole of it has. */
interface Page<Row> {
  rows: Row[]
  total: number
  /** There are more, which were not counted. */
  atLeast?: boolean
}

export interface RowPages<Row> {
  /** How many rows there are behind the filter; undefined until the first answer. */
  total: number | undefined
  /** There are more, which were not counted. */
  atLeast: boolean
  /** The row at a place in the list; undefined while its page is on the way. */
  rowAt(index: number): Row | undefined
  /** Says which places are on screen, so that their pages are fetched. */
  show(first: number, last: number): void
}

/** The query for a window of the list. */
type PageQuery<Answer, Failure, Key extends QueryKey> = (window: {
  offset: number
  limit: number
}) => UseQueryOptions<Answer, Failure, Answer, Key>

/** A list of any size, a page of rows at a time: only pages in sight are held and refreshed. */
export function useRowPages<Answer extends Page<unknown>, Failure, Key extends QueryKey>(
  pageQuery: PageQuery<Answer, Failure, Key>,
): RowPages<Answer['rows'][number]> {
  const [shown, setShown] = useState({ first: 0, last: 0 })
  const pages = Array.from({ length: shown.last - shown.first + 1 }, (_, index) => shown.first + index)
  const lastTotal = useRef<number>(undefined)
  const { answers, total, atLeast } = useQueries({
    queries: pages.map((page) => pageQuery({ offset: page * pageSize, limit: pageSize })),
    combine: (results) => {
      const answer = results.find(({ data }) => data !== undefined)?.data
      return {
        answers: results.map(({ data }) => data?.rows),
        total: answer?.total,
        atLeast: answer?.atLeast ?? false,
      }
    },
  })
  // While a stretch far away is on the way no page is there that says how long the list is; it is as long as before.
  const known = total ?? lastTotal.current
  useEffect(() => {
    lastTotal.current = known
  }, [known])
  return useMemo(
    () => ({
      total: known,
      atLeast,
      rowAt: (index) => answers[Math.floor(index / pageSize) - shown.first]?.[index % pageSize],
      show: (first, last) => {
        const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) }
        setShown((now) => (now.first === next.first && now.last === next.last ? now : next))
      },
    }),
    [answers, known, atLeast, shown.first],
  )
}
