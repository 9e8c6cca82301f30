import { client, queryClient, rpc } from '../../../rpc/client.ts'
import { errorDataOf } from '../../../rpc/error-data.ts'
import { readStored, removeStored, writeStored } from '../../../ui/stored.ts'
import { whenLeaving } from '../../../ui/when-leaving.ts'
import { textOfDraft } from './comment-key.ts'
import { createCommentDrafts } from './comment-drafts.ts'

const nameOf = (quoteId: string) => `comment-draft.${quoteId}`

/** The comments being written in this window. */
export const commentDrafts = createCommentDrafts({
  pause: 600,
  retry: [1500, 30_000],
  save: saveComment,
  isGone: (error) => errorDataOf(error).code === 'not-found',
  keep: (quoteId, kept) =>
    kept === null ? removeStored(nameOf(quoteId)) : writeStored(nameOf(quoteId), kept),
  kept: (quoteId) => {
    const stored = readStored(nameOf(quoteId))
    return typeof stored === 'object' && stored !== null && 'document' in stored && 'base' in stored
      ? { document: stored.document, base: String(stored.base) }
      : null
  },
})

/** Saves, and has every view of the article show it before the notebook announces the change. */
async function saveComment(quoteId: string, document: unknown): Promise<void> {
  const queryKey = rpc.quote.ofArticle.pathKey()
  void queryClient.cancelQueries({ queryKey })
  const saved = await client.comment.save.mutate({ target: { quoteId }, document })
  const text = textOfDraft(document)
  const updatedAt = new Date().toISOString()
  const comment = saved === null ? null : { id: saved.id, document, text, updatedAt }
  queryClient.setQueriesData({ queryKey }, (quotes: { id: string }[] | undefined) =>
    quotes?.map((one) => (one.id === quoteId ? { ...one, comment } : one)),
  )
}

if (typeof window !== 'undefined') whenLeaving(() => commentDrafts.flush())
