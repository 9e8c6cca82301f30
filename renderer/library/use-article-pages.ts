import type { ArticleFilter, ArticleOrder, ArticleRow } from '#shared/domain/article.ts'
import { rpc } from '../rpc/client.ts'
import { type RowPages, useRowPages } from '../rpc/use-row-pages.ts'

/** A library of any size, a page of rows at a time. */
export function useArticlePages(filter: ArticleFilter, order: ArticleOrder): RowPages<ArticleRow> {
  return useRowPages((window) =>
    rpc.article.list.queryOptions({ filter, order, ...window }, { placeholderData: (previous) => previous }),
  )
}
