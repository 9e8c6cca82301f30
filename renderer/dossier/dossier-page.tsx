import { FileWarning } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dossier } from '#shared/domain/dossier.ts'
import { describeError } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { DossierWriter } from './dossier-writer.tsx'
import { type UnsavedText, unsavedText } from './saving/unsaved-text.ts'

/**
 * Reads a dossier and hands it to the writer. It is read once and not kept in step by itself, as other answers are: who writes in it
 * knows best what it holds, and a long one is not read anew every second.
 */
export function DossierPage({ dossierId, isNew }: { dossierId: string; isNew: boolean }) {
  const { t } = useTranslation()
  const [read, setRead] = useState<{
    dossier: Dossier
    unsaved: UnsavedText | null
    times: number
  } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isGone = false
    client.dossier.get.query({ id: dossierId }).then(
      (dossier) => {
        if (isGone) return
        setError(null)
        setRead({ dossier, unsaved: unsavedText(dossier), times: turn })
      },
      (failure) => {
        if (!isGone) setError(failure)
      },
    )
    return () => {
      isGone = true
    }
  }, [dossierId, turn])
  if (error !== null)
    return (
      <EmptyState
        icon={<FileWarning />}
        title={t('dossier.unreadable')}
        actions={<Button onClick={() => setTurn((before) => before + 1)}>{t('dossier.readAgain')}</Button>}
      >
        {describeError(error)}
      </EmptyState>
    )
  if (read === null) return <Spinner />
  return (
    <DossierWriter
      key={read.times}
      dossier={read.dossier}
      unsaved={read.unsaved}
      isNew={isNew}
      onReadAgain={() => setTurn((before) => before + 1)}
    />
  )
}
