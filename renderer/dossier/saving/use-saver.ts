import type { Node } from '@tiptap/pm/model'
import { useEffect, useRef } from 'react'
import type { Dossier } from '#shared/domain/dossier.ts'
import { client } from '../../rpc/client.ts'
import { errorDataOf } from '../../rpc/error-data.ts'
import { whenLeaving } from '../../ui/when-leaving.ts'
import { createDossierSaver, type DossierSaver } from './dossier-saver.ts'

/** Saves a dossier while it is open, and what is left when it is closed or the window goes. */
export function useSaver(dossier: Dossier, document: Node): DossierSaver {
  const kept = useRef<DossierSaver>(null)
  kept.current ??= createDossierSaver({
    basedOn: dossier.updatedAt,
    title: dossier.title,
    document,
    save: (what) => client.dossier.save.mutate({ id: dossier.id, ...what }),
    isConflict: (failure) => errorDataOf(failure).code === 'dossier-changed',
  })
  const saver = kept.current
  useEffect(() => {
    const flush = () => void saver.flush()
    const stay = whenLeaving(flush)
    return () => {
      stay()
      flush()
      saver.stop()
    }
  }, [saver])
  return saver
}
