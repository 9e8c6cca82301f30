import { useQuery } from '@tanstack/react-query'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Actor } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { groupByTopic } from '../quotes/group-quotes.ts'
import { MergeDialog } from '../quotes/merge-dialog.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { QuoteItem } from '../quotes/quote-item.tsx'
import { TopicChip } from '../quotes/topic-chip.tsx'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ActorFacts } from './actor-facts.tsx'
import styles from './actor-page.module.css'

/** One actor: who they are, and all their quotes by topic. */
export function ActorPage({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const [merging, setMerging] = useState(false)
  const { data } = useQuery(rpc.quote.list.queryOptions({ actorId: actor.id, limit: 500 }))
  const groups = groupByTopic(
    data?.rows ?? [],
    names.topics.map(({ id }) => id),
  )
  const remove = async () => {
    const message = t('actors.trashed', { name: actor.name })
    await act(() => client.actor.trash.mutate({ ids: [actor.id] }), message)
    navigate(paths.actors())
  }
  return (
    <div className={styles.page}>
      <ActorFacts actor={actor} />
      <div className={styles.actions}>
        <Button size="small" onClick={() => setMerging(true)}>
          {t('actors.merge')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void remove()}>
          {t('actors.trash')}
        </Button>
      </div>
      <MergeDialog
        open={merging}
        onOpenChange={setMerging}
        title={t('actors.mergeTitle', { name: actor.name })}
        description={t('actors.mergeExplain')}
        candidates={names.actors.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name }))}
        onMerge={async (intoId) => {
          await act(() => client.actor.merge.mutate({ id: actor.id, intoId }), t('actors.merged'))
          navigate(paths.actors(intoId))
        }}
      />
      {data?.total === 0 && (
        <EmptyState icon={<MessageSquareQuote />} title={t('actors.noQuotes')}>
          {t('actors.noQuotesExplain')}
        </EmptyState>
      )}
      {groups.map(({ topicId, quotes }) => (
        <section key={topicId ?? 'none'} className={styles.group}>
          <h2 className={styles.heading}>
            {topicId === null ? (
              t('actors.withoutTopic')
            ) : (
              <TopicChip path={names.topicPath(topicId)} colour={names.topic(topicId)?.colour ?? 9} />
            )}
            <span className={styles.count}>{t('quotes.count', { count: quotes.length })}</span>
          </h2>
          {quotes.map((quote) => (
            <QuoteItem key={quote.id} quote={quote} names={names} hide="speaker" />
          ))}
        </section>
      ))}
      {data !== undefined && data.total > data.rows.length && (
        <p className={styles.count}>{t('quotes.first', { shown: data.rows.length, count: data.total })}</p>
      )}
    </div>
  )
}
