import { useQuery } from '@tanstack/react-query'
import { getI18n } from 'react-i18next'
import type { NotebookInfo } from '#shared/domain/notebook.ts'
import { rpc } from '../rpc/client.ts'
import { toast } from '../ui/toast/toast.ts'

type Reason = Pick<NotebookInfo, 'readOnlyBecause' | 'holder'>

/** Whether the notebook can be changed; the one place that decides what is offered. True until the backend has answered. */
export function useCanWrite(): boolean {
  return useWhyReadOnly() === null
}

/** Why nothing can be changed, or null where everything can. */
export function useWhyReadOnly(): Reason | null {
  const { data } = useQuery(rpc.notebook.info.queryOptions(undefined, { select: reasonOf }))
  return data ?? null
}

/** Nothing else of what is known of the notebook: that changes whenever anything is saved, and this is asked for everywhere. */
function reasonOf({ readOnlyBecause, holder }: NotebookInfo): Reason | null {
  return readOnlyBecause === null ? null : { readOnlyBecause, holder }
}

/** The reason in a sentence or two, in the interface's language. */
export function describeReadOnly({ readOnlyBecause, holder }: Reason): string {
  const { t } = getI18n()
  return readOnlyBecause === 'held' && holder
    ? t('app.readOnly.heldBy', { ...holder, pid: String(holder.pid) })
    : t(`app.readOnly.${readOnlyBecause}`)
}

/** Answers a key that would change something with why it cannot. */
export function sayReadOnly(reason: Reason): void {
  toast.show({ message: describeReadOnly(reason) })
}
