import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article, ArticleStatus } from '#shared/domain/article.ts'
import { act } from '../app/act.ts'
import { navigate } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { latestLibraryView } from '../library/library-view.ts'
import { client, rpc } from '../rpc/client.ts'

interface ArticleStepsOptions {
  article: Article
  readOnly: boolean
  onOpenArticle(id: string): void
  scroller: RefObject<HTMLElement | null>
}

/**
 * From one article to the next in the list it was opened from, and from inbox to done. The next article is fetched
 * ahead, so that it is there at once.
 */
export function useArticleSteps({ article, readOnly, onOpenArticle, scroller }: ArticleStepsOptions) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [list] = useState(latestLibraryView)
  const beside = rpc.article.neighbours.queryOptions({
    id: article.id,
    filter: list.filter,
    order: list.order,
  })
  const { data: neighbours } = useQuery(beside)
  /** A key may come before the answer does: it means what it will mean then. */
  const idOf = async (side: 'previousId' | 'nextId') => (await queries.ensureQueryData(beside))[side]
  const previousId = neighbours?.previousId ?? null
  const nextId = neighbours?.nextId ?? null
  const { data: next } = useQuery(rpc.article.get.queryOptions(nextId === null ? skipToken : { id: nextId }))
  useEffect(() => {
    if (next === undefined) return
    void queries.prefetchQuery(rpc.article.content.queryOptions({ revisionId: next.currentRevisionId }))
    void queries.prefetchQuery(rpc.quote.ofArticle.queryOptions({ articleId: next.id }))
  }, [next, queries])

  /** Once a person has set the status here, it is theirs. */
  const wasSet = useRef(false)
  const setStatus = async (status: ArticleStatus) => {
    wasSet.current = true
    if (status === article.status) return
    await act(
      () => client.article.setStatus.mutate({ ids: [article.id], status }),
      t('library.movedTo', { count: 1, name: t(`library.status.${status}`) }),
    )
  }
  /** Done, and on to the next; from the last back to the list. */
  const finish = async () => {
    const after = await idOf('nextId')
    await setStatus('done')
    if (after === null) navigate(paths[list.name])
    else onOpenArticle(after)
  }

  /*
   * Opening an article is not yet reading it: whoever looks through the inbox must find it as it was. It is being read
   * from the first quote on (quote-actions.ts), or once somebody has scrolled past what was on screen at the beginning.
   */
  const isInbox = article.status === 'inbox' && !readOnly
  useEffect(() => {
    const element = scroller.current
    if (element === null || !isInbox) return
    const onScroll = () => {
      if (wasSet.current || element.scrollTop < element.clientHeight) return
      wasSet.current = true
      void act(() => client.article.setStatus.mutate({ ids: [article.id], status: 'reading' }))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [article.id, isInbox, scroller])

  return { previousId, nextId, idOf, nextTitle: next?.title ?? null, setStatus, finish }
}
