import { useQuery } from '@tanstack/react-query'
import type { Article } from '#shared/domain/article.ts'
import type { StoryCopies } from '#shared/domain/story.ts'
import { rpc } from '../rpc/client.ts'

export type Copy = StoryCopies['copies'][number]

/** The other articles of an article's story; none while they are asked for. */
export function useCopies(article: Pick<Article, 'id' | 'copyCount'>): readonly Copy[] {
  const { data } = useQuery(
    rpc.story.copies.queryOptions({ articleId: article.id }, { enabled: article.copyCount > 0 }),
  )
  return article.copyCount > 0 ? (data?.copies ?? []) : []
}
