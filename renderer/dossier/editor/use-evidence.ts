import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { rpc } from '../../rpc/client.ts'
import type { EvidenceSource } from './evidence-source.ts'

/** Keeps what the embeds and mentions show in step with the notebook. */
export function useEvidence(source: EvidenceSource, quoteIds: readonly string[]): void {
  const names = useNotebookNames()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const ids = useMemo(() => [...quoteIds].sort(), [quoteIds])
  const { data: rows } = useQuery(
    rpc.quote.embedded.queryOptions({ ids }, { enabled: ids.length > 0, placeholderData: keepPreviousData }),
  )
  useEffect(() => {
    const quotes = ids.length === 0 ? new Map() : rows && new Map(rows.map((row) => [row.id, row]))
    source.set({ quotes, names, rounds })
  }, [source, ids, rows, names, rounds])
}
