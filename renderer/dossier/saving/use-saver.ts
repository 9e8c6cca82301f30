import type { Node } from '@tiptap/pm/model'
import { useEffect, useRef } from 'react'
import type { Dossier } from '#shared/domain/dossier.ts'
import { client } from '../../rpc/client.ts'
import { errorDataOf } from '../../rpc/error-data.ts'
import { whenLeaving } from '../../ui/when-leaving.ts'
import { createDossierSaver, type DossierSaver } from './dossier-saver.ts'
import { keepUnsaved, type UnsavedText } from './unsaved-text.ts'

/**
 * Saves a dossier while it is open, and what is left when it is closed or the window goes. Writing goes on from what an earlier window
 * could not save, where there is such a text.
 */
export function useSaver(dossier: Dossier, unsaved: UnsavedText | null, document: Node): DossierSaver {
  const kept = useRef<DossierSaver>(null)
  kept.current ??= createDossierSaver({
    basedOn: unsaved?.basedOn ?? dossier.updatedAt,
    title: dossier.title,
    citing: { style: dossier.citationStyle, lang: dossier.citationLang },
    document,
    save: (what) => client.dossier.save.mutate({ id: dossier.id, ...what }),
    isConflict: (failure) => errorDataOf(failure).code === 'dossier-changed',
  })
  const saver = kept.current
  useEffect(() => {
    const stopKeeping = keepUnsaved(dossier.id, saver, unsaved !== null)
    const stay = whenLeaving(() => void saver.flush())
    return () => {
      stay()
      // What cannot be saved now is kept.
      void saver.flush().finally(() => {
        saver.stop()
        stopKeeping()
      })
    }
  }, [dossier.id, saver, unsaved])
  return saver
}
