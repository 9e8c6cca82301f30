import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { rpc } from '../rpc/client.ts'
import { ArticleSurface, type ArticleSurfaceHandle } from './article-surface.tsx'

interface ReaderScreenProps {
  articleId: string
  quoteId: string | null
  onOpenArticle(id: string): void
  onClose(): void
}

/** An article with its quotes laid over it. */
export function ReaderScreen({ articleId, quoteId }: ReaderScreenProps) {
  const surface = useRef<ArticleSurfaceHandle>(null)
  const [activeId, setActiveId] = useState(quoteId)
  const { data: article } = useQuery(rpc.article.get.queryOptions({ id: articleId }))
  const { data: content } = useQuery({
    ...rpc.article.content.queryOptions({ revisionId: article?.currentRevisionId ?? '' }),
    enabled: article !== undefined,
  })
  const { data: quotes } = useQuery(rpc.quote.ofArticle.queryOptions({ articleId }))
  if (article === undefined || content === undefined) return null
  const highlights = (quotes ?? []).flatMap(({ id, anchor, links }) =>
    anchor.start === null || anchor.end === null
      ? []
      : [{ id, start: anchor.start, end: anchor.end, className: `stance-${links[0]?.stance ?? 'none'}` }],
  )
  return (
    <div data-reader-scroll style={{ overflowY: 'auto', height: '100%' }}>
      <h1>{article.title}</h1>
      <ArticleSurface
        ref={surface}
        document={content.document}
        label={article.title}
        lang={article.lang}
        highlights={highlights}
        activeId={activeId}
        onSelectionChange={() => {}}
        onPick={(ids) => setActiveId(ids.at(-1) ?? null)}
        onLayout={() => {}}
      />
    </div>
  )
}
