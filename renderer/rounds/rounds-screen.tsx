import { useQuery } from '@tanstack/react-query'
import { Handshake, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { act } from '../app/act.ts'
import { useCommands } from '../app/commands.ts'
import { paths } from '../app/paths.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { RoundList } from './round-list.tsx'
import { RoundPage } from './round-page.tsx'

/** Every negotiation meeting at the side, and the page of the one that is chosen. */
export function RoundsScreen({ roundId }: { roundId: string | null }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  /** The round just made: its name is there to be written over. */
  const [newId, setNewId] = useState<string | null>(null)
  const chosen = rounds?.find(({ id }) => id === roundId)
  const create = async () => {
    const made = await act(() => client.round.create.mutate({ name: t('rounds.newName') }))
    if (made === undefined) return
    setNewId(made.id)
    navigate(paths.rounds(made.id))
  }
  useAppShortcuts({ newRound: () => void create() })
  useCommands([
    {
      id: 'round.create',
      label: t('rounds.new'),
      icon: <Plus />,
      shortcut: 'newRound',
      run: () => void create(),
    },
  ])
  return (
    <SplitView
      name="rounds"
      side={<RoundList rounds={rounds ?? []} chosenId={chosen?.id ?? null} onCreate={() => void create()} />}
      main={
        chosen === undefined ? (
          <EmptyState
            icon={<Handshake />}
            title={t(rounds?.length === 0 ? 'rounds.none' : 'rounds.choose')}
            actions={
              rounds?.length === 0 && (
                <Button variant="primary" icon={<Plus />} onClick={() => void create()}>
                  {t('rounds.new')}
                </Button>
              )
            }
          >
            {t('rounds.explain')}
          </EmptyState>
        ) : (
          <RoundPage key={chosen.id} round={chosen} isNew={chosen.id === newId} />
        )
      }
    />
  )
}
