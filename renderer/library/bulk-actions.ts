import { useTranslation } from 'react-i18next'
import type { ArticleFilter, ArticleStatus } from '#shared/domain/article.ts'
import { act, showError } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { shareDialog } from '../sharing/share-store.ts'

export interface BulkActions {
  setStatus(status: ArticleStatus): Promise<void>
  /** null takes them out of their rounds. */
  toRound(round: { id: string; name: string } | null): Promise<void>
  trash(): Promise<void>
  /** Asks what of them is to be shared. */
  share(): Promise<void>
  /** Says that they are one story. */
  joinStory(): Promise<void>
  /** Says that they are not the story they are in. */
  leaveStory(): Promise<void>
}

/**
 * What can be done to articles at once; each is one step to undo, and means the copies too that the list folds away behind
 * them. `onDone` is called whether it worked or not.
 */
export function useBulkActions(
  ids: readonly string[],
  filter: ArticleFilter,
  onDone: () => void,
): BulkActions {
  const { t } = useTranslation()
  const withCopies = () =>
    filter.copies === 'fold'
      ? client.article.withCopies.query({ ids: [...ids], filter })
      : Promise.resolve([...ids])
  return {
    async setStatus(status) {
      let count = ids.length
      await act(
        async () => {
          const all = await withCopies()
          count = all.length
          await client.article.setStatus.mutate({ ids: all, status })
        },
        () => t('library.movedTo', { count, name: t(`library.status.${status}`) }),
      )
      onDone()
    },
    async toRound(round) {
      let count = ids.length
      await act(
        async () => {
          const all = await withCopies()
          count = all.length
          await client.round.assign.mutate({ roundId: round?.id ?? null, articleIds: all })
        },
        () =>
          round === null
            ? t('library.outOfRound', { count })
            : t('library.toRound', { count, name: round.name }),
      )
      onDone()
    },
    async trash() {
      let count = ids.length
      await act(
        async () => {
          const all = await withCopies()
          count = all.length
          await client.article.trash.mutate({ ids: all })
        },
        () => t('library.trashed', { count }),
      )
      onDone()
    },
    async share() {
      try {
        shareDialog.open({ by: 'article', ids: await withCopies() })
      } catch (error) {
        showError(error)
      }
    },
    async joinStory() {
      const done = t('library.story.joined', { count: ids.length })
      await act(() => client.story.join.mutate({ articleIds: [...ids] }), done)
      onDone()
    },
    async leaveStory() {
      const done = t('library.story.toldApart', { count: ids.length })
      await act(() => client.story.leave.mutate({ ids: [...ids] }), done)
      onDone()
    },
  }
}
