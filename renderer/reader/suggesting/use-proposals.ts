import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { rpc } from '../../rpc/client.ts'
import { groupSuggestions, type Proposal, spanKey } from './group-suggestions.ts'
import { useRejected } from './use-rejected.ts'
import { useSuggestionsShown } from './use-suggestions-shown.ts'

export interface Proposals {
  /** In the order of the text; none as long as they are looked for. */
  all: readonly Proposal[]
  isLoaded: boolean
  /** Whether they are shown in this article. */
  isOn: boolean
  setOn(isOn: boolean): void
  reject(proposal: Proposal): void
  restore(proposal: Proposal): void
}

/** What could become quotes in a revision. Looked for also while it is not shown, to say how much there is. */
export function useProposals(articleId: string, revisionId: string): Proposals {
  const [isOn, setOn] = useSuggestionsShown(articleId)
  const rejected = useRejected(revisionId)
  const { data } = useQuery(rpc.quote.suggest.queryOptions({ revisionId }))
  const all = useMemo(() => groupSuggestions(data ?? [], rejected.spans), [data, rejected.spans])
  return {
    all,
    isLoaded: data !== undefined,
    isOn,
    setOn,
    reject: ({ passages }) => rejected.reject(passages.map(spanKey)),
    restore: ({ passages }) => rejected.restore(passages.map(spanKey)),
  }
}
