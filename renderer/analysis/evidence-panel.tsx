import { useQueries } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AnalysisFilter, By } from '#shared/domain/analysis.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { dateOfQuote } from '../quotes/group-quotes.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { QuoteItem } from '../quotes/quote-item.tsx'
import { rpc } from '../rpc/client.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import styles from './evidence-panel.module.css'
import { groupUtterances } from './group-utterances.ts'
import { StanceHistory } from './stance-history.tsx'

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
  const { t } = useTranslation()
  const { topicIds: _, ...filter } = asked
  const panel = useRef<HTMLElement>(null)
  const { quotes, isPending } = useQueries({
    queries: topicIds.map((topicId) =>
      rpc.analysis.evidence.queryOptions({ ...filter, by, actorId, topicId }),
    ),
    combine: (answers) => ({
      isPending: answers.some((answer) => answer.isPending),
      quotes: distinct(answers.flatMap(({ data }) => data ?? [])),
    }),
  })
  useAppShortcuts({ viewClose: onClose })
  const about = `${actorId} ${topicIds[0]}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever opens other evidence wants to read it
  useEffect(() => panel.current?.focus(), [about])
  const utterances = groupUtterances(quotes)
  const [onlyTopic] = topicIds
  const single = topicIds.length === 1 ? (onlyTopic ?? null) : null
  return (
    <aside ref={panel} className={styles.panel} aria-label={t('analysis.evidence.label')} tabIndex={-1}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label={t('ui.close')} shortcut={chordOf('viewClose')} size="small" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {isPending ? (
        <Spinner />
      ) : (
        <>
          {single !== null && <StanceHistory points={pointsOf(quotes, single)} />}
          <p className={styles.count}>
            {t('analysis.evidence.count', { count: utterances.length })}
            {quotes.length > utterances.length && (
              <> · {t('analysis.evidence.sources', { count: quotes.length })}</>
            )}
          </p>
          {utterances.map(({ quote, copies }) => (
            <div key={quote.id} className={styles.utterance}>
              {quote.speakerId !== null && (
                <Link href={paths.actors(quote.speakerId)} className={styles.speaker}>
                  <bdi>{names.actor(quote.speakerId)?.name}</bdi>
                </Link>
              )}
              <QuoteItem quote={quote} names={names} about={single} />
              {copies.length > 0 && (
                <p className={styles.copies}>
                  {t('analysis.evidence.also')}{' '}
                  {copies.map((copy, index) => (
                    <span key={copy.id}>
                      {index > 0 && ', '}
                      <Link href={paths.article(copy.articleId, copy.id)}>
                        <bdi>{copy.outlet ?? copy.articleTitle}</bdi>
                      </Link>
                    </span>
                  ))}
                </p>
              )}
            </div>
          ))}
        </>
      )}
    </aside>
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
    return link === undefined || day === null ? [] : [{ id: quote.id, day, stance: link.stance }]
  })
}
