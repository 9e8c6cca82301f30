import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Shift } from '#shared/domain/analysis.ts'
import { daysBetween } from '../analysis/days.ts'
import { paths } from '../app/paths.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { StanceMark } from '../quotes/stance-mark.tsx'
import { TopicChip } from '../quotes/topic-chip.tsx'
import { rpc } from '../rpc/client.ts'
import { DateText } from '../ui/date-text.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './shift-card.module.css'

interface ShiftCardProps {
  shift: Shift
  names: NotebookNames
}

/** One turn: what was said before, what was said after, and how long it took. */
export function ShiftCard({ shift, names }: ShiftCardProps) {
  const { t } = useTranslation()
  const { kind, actorId, topicId, before, after } = shift
  const days = daysBetween(before.day, after.day)
  const actor = names.actor(actorId)
  const party = actor?.memberOfId == null ? undefined : names.actor(actor.memberOfId)
  const headingId = `turn-${before.quoteId}-${after.quoteId}-${topicId}`
  return (
    <article className={styles.card} aria-labelledby={headingId} tabIndex={-1} data-step>
      <header className={styles.head}>
        <h2 className={styles.name} id={headingId}>
          <Link href={paths.actors(actorId)}>
            <bdi>{actor?.name}</bdi>
          </Link>
          {party !== undefined && (
            <small>
              <bdi>{party.name}</bdi>
            </small>
          )}
        </h2>
        <Link href={paths.topics(topicId)} className={styles.topic}>
          <TopicChip path={names.topicPath(topicId)} colour={names.topic(topicId)?.colour ?? 9} />
        </Link>
        <p className={styles.what}>
          {t(`shifts.what.${kind}`)} · {t('shifts.days', { count: days })}
        </p>
      </header>
      <div className={styles.sides}>
        <Side side={before} names={names} withSpeaker={kind === 'contradiction'} />
        <span className={styles.between} aria-hidden="true">
          {kind === 'shift' ? <ArrowRight /> : <Zap />}
        </span>
        <Side side={after} names={names} withSpeaker={kind === 'contradiction'} />
      </div>
    </article>
  )
}

interface SideProps {
  side: Shift['before']
  names: NotebookNames
  withSpeaker: boolean
}

function Side({ side: { actorId, stance, day, quoteId }, names, withSpeaker }: SideProps) {
  const { data: quote } = useQuery(rpc.quote.get.queryOptions({ id: quoteId }))
  return (
    <section className={styles.side} data-tone={stance}>
      <p className={styles.stance}>
        <StanceMark stance={stance} named />
        <DateText short value={day} />
      </p>
      {withSpeaker && (
        <p className={styles.speaker}>
          <bdi>{names.actor(actorId)?.name}</bdi>
        </p>
      )}
      {quote === undefined ? (
        <Skeleton />
      ) : (
        <>
          <Link
            href={paths.article(quote.articleId, quote.id)}
            className={styles.words}
            dir="auto"
            lang={quote.lang}
          >
            <q>{quote.exact}</q>
          </Link>
          <p className={styles.source}>
            <bdi>{[quote.outlet, quote.articleTitle].filter(Boolean).join(' · ')}</bdi>
          </p>
        </>
      )}
    </section>
  )
}
