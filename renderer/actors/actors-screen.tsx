import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { ActorList } from './actor-list.tsx'
import { ActorPage } from './actor-page.tsx'

/** Everybody in the notebook at the side, and the page of the one that is chosen. */
export function ActorsScreen({ actorId }: { actorId: string | null }) {
  const { t } = useTranslation()
  const { actors, actor } = useNotebookNames()
  const chosen = actorId === null ? undefined : actor(actorId)
  return (
    <SplitView
      name="actors"
      side={<ActorList chosenId={chosen?.id ?? null} />}
      main={
        chosen === undefined ? (
          <EmptyState icon={<Users />} title={t(actors.length === 0 ? 'actors.none' : 'actors.choose')}>
            {t('actors.explain')}
          </EmptyState>
        ) : (
          <ActorPage key={chosen.id} actor={chosen} />
        )
      }
    />
  )
}
