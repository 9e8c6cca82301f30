import { useQuery } from '@tanstack/react-query'
import { MessageSquareQuote, Share2, Table2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Round } from '#shared/domain/round.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { NamingDossiers } from '../dossier/naming-dossiers.tsx'
import { QuotesBySpeaker, QuotesByTopic } from '../quotes/grouped-quotes.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { showInTable } from '../quotes/table/quotes-view.ts'
import { client, rpc } from '../rpc/client.ts'
import { shareDialog, useShareSubject } from '../sharing/share-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { RoundArticles } from './round-articles.tsx'
import { RoundFacts } from './round-facts.tsx'
import styles from './rounds.module.css'

const quotesAtMost = 500

/** One round: when, where, who, about what, and everything that was said there, by topic of the agenda or by speaker. */
export function RoundPage({ round, isNew }: { round: Round; isNew: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const [by, setBy] = useState<'topic' | 'speaker'>('topic')
  const { data } = useQuery(rpc.quote.list.queryOptions({ roundId: round.id, limit: quotesAtMost }))
  const rows = data?.rows ?? []
  const trash = () =>
    void act(
      async () => {
        await client.round.trash.mutate({ ids: [round.id] })
        navigate(paths.rounds())
      },
      t('rounds.trashed', { name: round.name }),
    )
  useShareSubject('round', [round.id])
  useAppShortcuts({ trashChosen: trash })
  const others = names.topics.map(({ id }) => id).filter((id) => !round.agendaIds.includes(id))
  return (
    <div className={styles.page}>
      <RoundFacts
        round={round}
        isNew={isNew}
        actions={[
          {
            id: 'table',
            label: t('rounds.inTable'),
            icon: <Table2 />,
            onSelect: () => {
              showInTable({ roundId: round.id })
              navigate(paths.quotes)
            },
          },
          {
            id: 'share',
            label: t('sharing.open'),
            icon: <Share2 />,
            shortcut: chordOf('share'),
            onSelect: () => shareDialog.open({ by: 'round', ids: [round.id] }),
          },
          {
            id: 'trash',
            label: t('rounds.trash'),
            icon: <Trash2 />,
            danger: true,
            shortcut: chordOf('trashChosen'),
            onSelect: trash,
          },
        ]}
      />
      <RoundArticles roundId={round.id} />
      <NamingDossiers kind="round" id={round.id} />
      <div className={styles.bar}>
        <h2>
          {t('rounds.said')}{' '}
          {data !== undefined && (
            <span className={styles.total}>
              {t(data.atLeast ? 'quotes.countAtLeast' : 'quotes.count', { count: data.total })}
            </span>
          )}
        </h2>
        <SegmentedControl
          label={t('rounds.groupBy')}
          value={by}
          segments={[
            { value: 'topic', label: t('quotes.table.groupBy.topic') },
            { value: 'speaker', label: t('quotes.table.groupBy.speaker') },
          ]}
          onChoose={setBy}
        />
      </div>
      {data?.total === 0 && (
        <EmptyState icon={<MessageSquareQuote />} title={t('rounds.noQuotes')}>
          {t('rounds.noQuotesExplain')}
        </EmptyState>
      )}
      {by === 'speaker' ? (
        <QuotesBySpeaker quotes={rows} names={names} about={null} />
      ) : (
        <QuotesByTopic quotes={rows} names={names} order={[...round.agendaIds, ...others]} withSpeaker />
      )}
      {data !== undefined && data.total > rows.length && (
        <p className={styles.more}>
          {t(data.atLeast ? 'quotes.firstOfAtLeast' : 'quotes.first', {
            shown: rows.length,
            count: data.total,
          })}
        </p>
      )}
    </div>
  )
}
