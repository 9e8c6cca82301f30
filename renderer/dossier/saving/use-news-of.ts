import { QueryObserver } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryClient, rpc } from '../../rpc/client.ts'
import type { DossierSaver } from './dossier-saver.ts'

/** So long an answer may be on its way to the saver while the news of it has come already. */
const graceMs = 300

/**
 * Calls `onNews` when a dossier was written elsewhere, or undone, while this window has nothing unsaved. What this window saved comes
 * back as news too.
 */
export function useNewsOf(dossierId: string, saver: DossierSaver, onNews: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new QueryObserver(queryClient, rpc.dossier.list.queryOptions({}))
    const hear = () => {
      const storedAt = observer.getCurrentResult().data?.find(({ id }) => id === dossierId)?.updatedAt
      clearTimeout(timer)
      if (storedAt === undefined || storedAt === saver.basedOn() || saver.get().state !== 'saved') return
      timer = setTimeout(() => {
        if (storedAt > saver.basedOn() && saver.get().state === 'saved') onNews()
      }, graceMs)
    }
    const stop = observer.subscribe(hear)
    hear()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [dossierId, saver, onNews])
}
