import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { EvidenceAside } from '../analysis/evidence-aside.tsx'
import { UtteranceList } from '../analysis/utterance-list.tsx'
import { endOf, type Unit } from '../analysis/days.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { Spinner } from '../ui/spinner.tsx'

interface LaneQuotesProps {
  rows: 'party' | 'actor' | 'topic'
  laneId: string
  name: string
  start: string
  unit: Unit
  asked: AnalysisFilter
  names: NotebookNames
  onClose(): void
}

const quotesAtMost = 500

/** What was said in one stretch of a lane. */
export function LaneQuotes({ rows, laneId, name, start, unit, asked, names, onClose }: LaneQuotesProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const until = endOf(start, unit)
  const whose =
    rows === 'topic'
      ? { topicId: laneId, withSubtopics: false }
      : rows === 'actor'
        ? { actorId: laneId }
        : { partyId: laneId }
  const { data } = useQuery(
    rpc.quote.list.queryOptions({ ...whose, from: start, until, limit: quotesAtMost }),
  )
  const days = [formatPartialDate(start, locale, 'short'), formatPartialDate(until, locale, 'short')]
  return (
    <EvidenceAside
      onClose={onClose}
      title={
        <>
          <bdi>{name}</bdi>
          <small>{start === until ? days[0] : t('timeline.days', { from: days[0], until: days[1] })}</small>
        </>
      }
    >
      {data === undefined ? (
        <Spinner />
      ) : (
        <UtteranceList
          quotes={data.rows.filter((quote) => isWanted(quote, asked))}
          names={names}
          about={rows === 'topic' ? laneId : null}
        />
      )}
    </EvidenceAside>
  )
}

/** The rest of the filter, which may name several of each. */
function isWanted(
  { outlet, lang, links }: QuoteRow,
  { outlets, langs, coderIds, topicIds }: AnalysisFilter,
): boolean {
  return (
    (outlets === undefined || outlets.includes(outlet ?? '')) &&
    (langs === undefined || langs.includes(lang)) &&
    links.some(
      (link) =>
        (coderIds === undefined || (link.coderId !== null && coderIds.includes(link.coderId))) &&
        (topicIds === undefined || topicIds.includes(link.topicId)),
    )
  )
}
