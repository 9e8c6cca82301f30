import { useQuery } from '@tanstack/react-query'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { type Stance, stances } from '#shared/domain/link.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { groupBySpeaker } from '../quotes/group-quotes.ts'
import { MergeDialog } from '../quotes/merge-dialog.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { QuoteItem } from '../quotes/quote-item.tsx'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { TopicFacts } from './topic-facts.tsx'
import styles from './topic-page.module.css'

const quotesAtMost = 500

/** One topic: what it is, and who said what about it and the topics below it, by speaker and date. */
export function TopicPage({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const [merging, setMerging] = useState(false)
  const [stance, setStance] = useState<Stance | ''>('')
  const filter = { topicId: topic.id, limit: quotesAtMost, ...(stance === '' ? {} : { stance }) }
  const { data } = useQuery(rpc.quote.list.queryOptions(filter))
  const path = names.topicPath(topic.id)
  const remove = async () => {
    await act(() => client.topic.trash.mutate({ ids: [topic.id] }), t('topics.trashed', { name: topic.name }))
    navigate(topic.parentId === null ? paths.topics() : paths.topics(topic.parentId))
  }
  return (
    <div className={styles.page}>
      {path.length > 1 && <p className={styles.path}>{path.slice(0, -1).join(' › ')}</p>}
      <TopicFacts topic={topic} />
      <div className={styles.actions}>
        <Button size="small" onClick={() => setMerging(true)}>
          {t('topics.merge')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void remove()}>
          {t('topics.trash')}
        </Button>
        <span className={styles.gap} />
        <Select
          aria-label={t('topics.stanceLabel')}
          className={styles.stance}
          value={stance}
          choices={[
            { value: '', label: t('topics.anyStance') },
            ...stances.map((value) => ({ value, label: t(`quotes.stance.${value}`) })),
          ]}
          onChoose={setStance}
        />
      </div>
      <MergeDialog
        open={merging}
        onOpenChange={setMerging}
        title={t('topics.mergeTitle', { name: topic.name })}
        description={t('topics.mergeExplain')}
        candidates={names.topics
          .filter(({ id }) => id !== topic.id)
          .map(({ id }) => ({ id, name: names.topicPath(id).join(' › ') }))}
        onMerge={async (intoId) => {
          const merged = await act(async () => {
            await client.topic.merge.mutate({ id: topic.id, intoId })
            return true
          }, t('topics.merged'))
          if (merged) navigate(paths.topics(intoId))
        }}
      />
      {data?.total === 0 && (
        <EmptyState icon={<MessageSquareQuote />} title={t('topics.noQuotes')}>
          {t('topics.noQuotesExplain')}
        </EmptyState>
      )}
      {groupBySpeaker(data?.rows ?? []).map(({ speakerId, quotes }) => (
        <section key={speakerId ?? 'unnamed'} className={styles.group}>
          <h2 className={styles.heading}>
            {speakerId === null ? (
              t('quotes.unnamed')
            ) : (
              <Link href={paths.actors(speakerId)}>
                <bdi>{names.actor(speakerId)?.name}</bdi>
              </Link>
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
