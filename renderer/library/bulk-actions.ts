import { useTranslation } from 'react-i18next'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'

export interface BulkActions {
  setStatus(status: ArticleStatus): Promise<void>
  /** null takes them out of their rounds. */
  toRound(round: { id: string; name: string } | null): Promise<void>
  trash(): Promise<void>
}

/** What can be done to articles at once; each is one step to undo. `onDone` is called whether it worked or not. */
export function useBulkActions(ids: readonly string[], onDone: () => void): BulkActions {
  const { t } = useTranslation()
  const count = ids.length
  return {
    async setStatus(status) {
      const done = t('library.movedTo', { count, name: t(`library.status.${status}`) })
      await act(() => client.article.setStatus.mutate({ ids: [...ids], status }), done)
      onDone()
    },
    async toRound(round) {
      const done =
        round === null
          ? t('library.outOfRound', { count })
          : t('library.toRound', { count, name: round.name })
      await act(() => client.round.assign.mutate({ roundId: round?.id ?? null, articleIds: [...ids] }), done)
      onDone()
    },
    async trash() {
      await act(() => client.article.trash.mutate({ ids: [...ids] }), t('library.trashed', { count }))
      onDone()
    },
  }
}
