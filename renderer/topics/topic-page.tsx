import { useQuery } from '@tanstack/react-query'
import { Combine, ListPlus, MessageSquareQuote, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { useCommands } from '../app/commands.ts'
import { goOn } from '../app/location.ts'
import { runLongChange } from '../app/long-change.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { NamingDossiers } from '../dossier/naming-dossiers.tsx'
import { QuotesBySpeaker } from '../quotes/grouped-quotes.tsx'
import { MergeDialog } from '../quotes/merge-dialog.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client, rpc } from '../rpc/client.ts'
import { shareDialog, useShareSubject } from '../sharing/share-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { TopicFacts } from './topic-facts.tsx'
import { TopicMemo } from './topic-memo.tsx'
import styles from './topic-page.module.css'
import { TopicSteps } from './topic-steps.tsx'
import { ancestorsOf, outsideOf } from './tree-names.ts'

const quotesAtMost = 500

interface TopicPageProps {
  topic: Topic
  onCreateBelow(): void
  onTrash(): void
}

/** One topic: what it is, and who said what about it and the topics below it, by speaker and date. */
export function TopicPage({ topic, onCreateBelow, onTrash }: TopicPageProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const [merging, setMerging] = useState(false)
  const [stance, setStance] = useState<Stance | ''>('')
  const filter = { topicId: topic.id, limit: quotesAtMost, ...(stance === '' ? {} : { stance }) }
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const { data } = useQuery(rpc.quote.list.queryOptions(filter))
  const merge = () => setMerging(true)
  useShareSubject('topic', [topic.id])
  useAppShortcuts({ mergeInto: merge })
  useCommands([
    { id: 'topic.merge', label: t('topics.merge'), icon: <Combine />, shortcut: 'mergeInto', run: merge },
  ])
  const actions = [
    {
      id: 'below',
      label: t('topics.newBelow'),
      icon: <ListPlus />,
      shortcut: chordOf('newTopicBelow'),
      onSelect: onCreateBelow,
    },
    {
      id: 'merge',
      label: t('topics.merge'),
      icon: <Combine />,
      shortcut: chordOf('mergeInto'),
      onSelect: merge,
    },
    {
      id: 'share',
      label: t('sharing.open'),
      icon: <Share2 />,
      shortcut: chordOf('share'),
      onSelect: () => shareDialog.open({ by: 'topic', ids: [topic.id] }),
    },
    { id: 'line', kind: 'line' as const },
    {
      id: 'trash',
      label: t('topics.trash'),
      icon: <Trash2 />,
      danger: true,
      shortcut: chordOf('trashTopic'),
      onSelect: onTrash,
    },
  ]
  return (
    <div className={styles.page}>
      <TopicFacts topic={topic} above={ancestorsOf(topic, names.topics)} actions={actions} />
      <MergeDialog
        open={merging}
        onOpenChange={setMerging}
        title={t('topics.mergeTitle', { name: topic.name })}
        description={t('topics.mergeExplain')}
        candidates={outsideOf(topic, names.topics).map(({ id }) => ({
          id,
          name: names.topicPath(id).join(' › '),
        }))}
        onMerge={async (intoId) => {
          const merged = await act(async () => {
            await runLongChange((taskId) => client.topic.merge.mutate({ id: topic.id, intoId, taskId }))
            return true
          }, t('topics.merged'))
          if (merged) goOn(paths.topics(topic.id), paths.topics(intoId))
        }}
      />
      <TopicMemo topicId={topic.id} readOnly={info?.readOnly !== false} />
      <TopicSteps topic={topic} />
      <NamingDossiers kind="topic" id={topic.id} />
      <div className={styles.bar}>
        <span>
          {data !== undefined &&
            t(data.atLeast ? 'quotes.countAtLeast' : 'quotes.count', { count: data.total })}
        </span>
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
      {data?.total === 0 && (
        <EmptyState
          icon={<MessageSquareQuote />}
          title={t(stance === '' ? 'topics.noQuotes' : 'topics.noStance')}
        >
          {t(stance === '' ? 'topics.noQuotesExplain' : 'topics.noStanceExplain')}
        </EmptyState>
      )}
      <QuotesBySpeaker quotes={data?.rows ?? []} names={names} about={topic.id} />
      {data !== undefined && data.total > data.rows.length && (
        <p className={styles.more}>
          {t(data.atLeast ? 'quotes.firstOfAtLeast' : 'quotes.first', {
            shown: data.rows.length,
            count: data.total,
          })}
        </p>
      )}
    </div>
  )
}
