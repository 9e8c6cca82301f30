import { useQuery } from '@tanstack/react-query'
import { NotebookPen, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
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
  const { data: all } = useQuery(rpc.dossier.list.queryOptions({}))
  const { data: found } = useQuery(
    rpc.dossier.list.queryOptions({ words }, { placeholderData: (before) => before }),
  )
  const [isNew, setNew] = useState(false)
  /** The dossier just made, which is to be written in right away. */
  const [madeId, setMadeId] = useState<string | null>(null)
  const chosen = all?.find(({ id }) => id === dossierId)
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
        side={
          <DossierList
            dossiers={found ?? []}
            chosenId={chosen?.id ?? null}
            words={words}
            onWords={setWords}
            onCreate={create}
          />
        }
        main={
          chosen === undefined ? (
            <EmptyState
              icon={<NotebookPen />}
              title={t(all?.length === 0 ? 'dossier.none' : 'dossier.choose')}
              actions={
                all?.length === 0 &&
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
            <DossierPage key={chosen.id} row={chosen} isNew={chosen.id === madeId} />
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
