import { useQuery } from '@tanstack/react-query'
import { Combine, MessageSquareQuote, Share2, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Actor } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { useCommands } from '../app/commands.ts'
import { goOn } from '../app/location.ts'
import { runLongChange } from '../app/long-change.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { NamingDossiers } from '../dossier/naming-dossiers.tsx'
import { QuotesByTopic } from '../quotes/grouped-quotes.tsx'
import { MergeDialog } from '../quotes/merge-dialog.tsx'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client, rpc } from '../rpc/client.ts'
import { shareDialog, useShareSubject } from '../sharing/share-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ActorFacts } from './actor-facts.tsx'
import { AliasSuggestions } from './alias-suggestions.tsx'
import styles from './actor-page.module.css'
import { Memberships } from './memberships.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** One actor: who they are, whom they speak for, and all their quotes by topic. */
export function ActorPage({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const [merging, setMerging] = useState(false)
  const [splitting, setSplitting] = useState(false)
  const { data } = useQuery(rpc.quote.list.queryOptions({ actorId: actor.id, limit: 500 }))
  const { data: memberships } = useQuery(rpc.actor.memberships.queryOptions())
  const dated = new Set(
    memberships?.filter(({ memberOfId }) => memberOfId === actor.id).map(({ actorId }) => actorId),
  )
  // Those with dates stand with them below.
  const members = names.actors.filter(({ id, memberOfId }) => memberOfId === actor.id && !dated.has(id))
  const trash = () =>
    void act(
      async () => {
        await client.actor.trash.mutate({ ids: [actor.id] })
        navigate(paths.actors())
      },
      t('actors.trashed', { name: actor.name }),
    )
  const merge = () => setMerging(true)
  const split = () => setSplitting(true)
  useShareSubject('actor', [actor.id])
  useAppShortcuts({ mergeInto: merge, splitActor: split, trashChosen: trash })
  useCommands([
    { id: 'actor.merge', label: t('actors.merge'), icon: <Combine />, shortcut: 'mergeInto', run: merge },
    { id: 'actor.split', label: t('actors.split'), icon: <Split />, shortcut: 'splitActor', run: split },
  ])
  return (
    <div className={styles.page}>
      <ActorFacts
        actor={actor}
        actions={[
          {
            id: 'merge',
            label: t('actors.merge'),
            icon: <Combine />,
            shortcut: chordOf('mergeInto'),
            onSelect: merge,
          },
          {
            id: 'split',
            label: t('actors.split'),
            icon: <Split />,
            shortcut: chordOf('splitActor'),
            onSelect: split,
          },
          {
            id: 'share',
            label: t('sharing.open'),
            icon: <Share2 />,
            shortcut: chordOf('share'),
            onSelect: () => shareDialog.open({ by: 'actor', ids: [actor.id] }),
          },
          {
            id: 'trash',
            label: t('actors.trash'),
            icon: <Trash2 />,
            danger: true,
            shortcut: chordOf('trashChosen'),
            onSelect: trash,
          },
        ]}
      />
      <AliasSuggestions actor={actor} />
      {splitting && <SplitDialog actor={actor} onClose={() => setSplitting(false)} />}
      <MergeDialog
        open={merging}
        onOpenChange={setMerging}
        title={t('actors.mergeTitle', { name: actor.name })}
        description={t('actors.mergeExplain')}
        candidates={names.actors.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name }))}
        onMerge={(intoId) =>
          void act(async () => {
            await runLongChange((taskId) => client.actor.merge.mutate({ id: actor.id, intoId, taskId }))
            goOn(paths.actors(actor.id), paths.actors(intoId))
          }, t('actors.merged'))
        }
      />
      <Memberships actor={actor} />
      <NamingDossiers kind="actor" id={actor.id} />
      {members.length > 0 && (
        <p className={styles.members}>
          <span>{t('actors.members')}</span>
          {members.map(({ id, name }) => (
            <Link key={id} href={paths.actors(id)}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </p>
      )}
      {data?.total === 0 && (
        <EmptyState icon={<MessageSquareQuote />} title={t('actors.noQuotes')}>
          {t('actors.noQuotesExplain')}
        </EmptyState>
      )}
      <QuotesByTopic quotes={data?.rows ?? []} names={names} order={names.topics.map(({ id }) => id)} />
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
