import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AnalysisFilter, By } from '#shared/domain/analysis.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { dateOfQuote } from '../quotes/group-quotes.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { Spinner } from '../ui/spinner.tsx'
import { EvidenceAside } from './evidence-aside.tsx'
import { groupUtterances } from './group-utterances.ts'
import { StanceHistory } from './stance-history.tsx'
import { UtteranceList } from './utterance-list.tsx'

interface EvidencePanelProps {
  actorId: string
  /** One topic, or several that stand for one. */
  topicIds: readonly string[]
  title: ReactNode
  by: By
  asked: AnalysisFilter
  names: NotebookNames
  onClose(): void
}

/** The quotes behind a position, the latest first, each with the way to its place in the article. */
export function EvidencePanel({ actorId, topicIds, title, by, asked, names, onClose }: EvidencePanelProps) {
  const { topicIds: _, ...filter } = asked
  const { quotes, isPending } = useQueries({
    queries: topicIds.map((topicId) =>
      rpc.analysis.evidence.queryOptions({ ...filter, by, actorId, topicId }),
    ),
    combine: (answers) => ({
      isPending: answers.some((answer) => answer.isPending),
      quotes: distinct(answers.flatMap(({ data }) => data ?? [])),
    }),
  })
  const [onlyTopic] = topicIds
  const single = topicIds.length === 1 ? (onlyTopic ?? null) : null
  return (
    <EvidenceAside title={title} onClose={onClose}>
      {isPending ? (
        <Spinner />
      ) : (
        <>
          {single !== null && <StanceHistory points={pointsOf(quotes, single)} />}
          <UtteranceList quotes={quotes} names={names} about={single} />
        </>
      )}
    </EvidenceAside>
  )
}

function distinct(quotes: readonly QuoteRow[]): QuoteRow[] {
  return [...new Map(quotes.map((quote) => [quote.id, quote])).values()].sort((a, b) =>
    (dateOfQuote(b) ?? '').localeCompare(dateOfQuote(a) ?? ''),
  )
}

function pointsOf(quotes: readonly QuoteRow[], topicId: string) {
  return groupUtterances(quotes).flatMap(({ quote }) => {
    const link = quote.links.find((one) => one.topicId === topicId)
    const day = dateOfQuote(quote)
    return link === undefined || day === null
      ? []
      : [{ id: quote.id, day, stance: link.stance, strength: link.strength }]
  })
}
