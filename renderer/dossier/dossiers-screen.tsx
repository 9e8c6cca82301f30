import { useQuery } from '@tanstack/react-query'
import { NotebookPen, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DossierRow } from '#shared/domain/dossier.ts'
import { useCanWrite } from '../app/can-write.ts'
import { useCommands } from '../app/commands.ts'
import { paths } from '../app/paths.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { DossierList } from './dossier-list.tsx'
import { DossierPage } from './dossier-page.tsx'
import { NewDossierDialog } from './templates/new-dossier-dialog.tsx'

/** What the analyst writes: every dossier at the side, and the one that is chosen to be written in. */
export function DossiersScreen({ dossierId }: { dossierId: string | null }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const canWrite = useCanWrite()
  const [words, setWords] = useState('')
  const { data: ids } = useQuery(rpc.dossier.list.queryOptions({}, { select: idsOf }))
  const [isNew, setNew] = useState(false)
  /** The dossier just made, which is to be written in right away. */
  const [madeId, setMadeId] = useState<string | null>(null)
  const chosenId = ids?.find((id) => id === dossierId)
  const create = () => setNew(true)
  useAppShortcuts({ newDossier: create })
  useCommands([
    {
      id: 'dossier.create',
      label: t('dossier.new.title'),
      icon: <Plus />,
      shortcut: 'newDossier',
      run: create,
    },
  ])
  return (
    <>
      <SplitView
        name="dossiers"
        sideSize={264}
        side={<DossierList chosenId={chosenId ?? null} words={words} onWords={setWords} onCreate={create} />}
        main={
          chosenId === undefined ? (
            <EmptyState
              icon={<NotebookPen />}
              title={t(ids?.length === 0 ? 'dossier.none' : 'dossier.choose')}
              actions={
                ids?.length === 0 &&
                canWrite && (
                  <Button variant="primary" icon={<Plus />} onClick={create}>
                    {t('dossier.new.title')}
                  </Button>
                )
              }
            >
              {t('dossier.explain')}
            </EmptyState>
          ) : (
            <DossierPage key={chosenId} dossierId={chosenId} isNew={chosenId === madeId} />
          )
        }
      />
      <NewDossierDialog
        open={isNew}
        onOpenChange={setNew}
        onMade={(id) => {
          setNew(false)
          setMadeId(id)
          navigate(paths.dossiers(id))
        }}
      />
    </>
  )
}

/** Which dossiers there are; what else is told of each changes every second while it is written. */
function idsOf(rows: DossierRow[]): string[] {
  return rows.map(({ id }) => id)
}
