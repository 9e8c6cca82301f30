import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileQuestion } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from '../app/act.ts'
import { usePreferences } from '../app/preferences.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import { errorDataOf } from '../rpc/error-data.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ThemedPortals } from '../ui/portal-container.tsx'
import { ArticleReader } from './article-reader.tsx'
import styles from './reader-screen.module.css'

interface ReaderScreenProps {
  articleId: string
  quoteId: string | null
  onOpenArticle(id: string): void
  onClose(): void
}

/** An article with its quotes laid over it: to be read, marked, compared with what it said before. */
export function ReaderScreen({ articleId, quoteId, onOpenArticle, onClose }: ReaderScreenProps) {
  const { t } = useTranslation()
  const [{ readerTheme, readerFace, readerSize, readerMeasure }] = usePreferences()
  const [revisionId, setRevisionId] = useState<string | null>(null)
  const names = useNotebookNames()
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const { data: article, error } = useQuery(rpc.article.get.queryOptions({ id: articleId }))
  const shownId = revisionId ?? article?.currentRevisionId
  const { data: content } = useQuery(
    rpc.article.content.queryOptions(
      { revisionId: shownId ?? '' },
      // The text before stays until the next is there, so that nothing jumps.
      { enabled: shownId !== undefined, placeholderData: keepPreviousData },
    ),
  )
  const { data: quotes } = useQuery(rpc.quote.ofArticle.queryOptions({ articleId }))
  const isCurrent = content !== undefined && content.id === article?.currentRevisionId
  const { data: anchors } = useQuery(
    rpc.quote.inRevision.queryOptions(
      { revisionId: content?.id ?? '' },
      { enabled: content !== undefined && !isCurrent },
    ),
  )
  const look = {
    '--reader-size': `${readerSize / 16}rem`,
    '--reader-characters': readerMeasure,
  } as CSSProperties
  const isReady =
    article !== undefined &&
    content !== undefined &&
    quotes !== undefined &&
    info !== undefined &&
    (isCurrent || anchors)
  const paper = readerTheme === 'app' ? undefined : readerTheme
  return (
    <div
      className={styles.screen}
      style={look}
      data-reader-theme={paper}
      data-face={readerFace}
      aria-busy={!isReady}
    >
      {error !== null && article === undefined && (
        <EmptyState
          icon={<FileQuestion />}
          title={t('reader.missing.title')}
          actions={<Button onClick={onClose}>{t('reader.toList')}</Button>}
        >
          <p>{errorDataOf(error).code === 'not-found' ? t('reader.missing.text') : describeError(error)}</p>
        </EmptyState>
      )}
      {isReady && (
        <ThemedPortals theme={paper}>
          <ArticleReader
            article={article}
            content={content}
            quotes={quotes}
            anchors={isCurrent ? null : (anchors ?? [])}
            names={names}
            quoteId={quoteId}
            readOnly={info.readOnlyBecause !== null}
            onShowRevision={(id) => setRevisionId(id === article.currentRevisionId ? null : id)}
            onOpenArticle={onOpenArticle}
            onClose={onClose}
          />
        </ThemedPortals>
      )}
    </div>
  )
}
