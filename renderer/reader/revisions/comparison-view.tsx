import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article, Revision } from '#shared/domain/article.ts'
import { describeError } from '../../app/act.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { scrollBehaviour } from '../surface/reading-keys.ts'
import edits from './compared-blocks.module.css'
import { ComparedBlocks } from './compared-blocks.tsx'
import { comparisonBlocks } from './comparison-blocks.ts'
import styles from './comparison-view.module.css'
import { headlinesOf } from './edit-notes.ts'
import { useComparisonKeys } from './use-comparison-keys.ts'

interface ComparisonViewProps {
  article: Article
  /** The older of the two to begin with. */
  oldId: string
  newId: string
  onClose(): void
}

/** Two revisions word by word: what was added is underlined, what was removed struck through, the rest folded away. */
export function ComparisonView({ article, oldId, newId, onClose }: ComparisonViewProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [pair, setPair] = useState({ oldRevisionId: oldId, newRevisionId: newId })
  const { data, error } = useQuery(rpc.article.compare.queryOptions(pair))
  const blocks = useMemo(() => (data === undefined ? undefined : comparisonBlocks(data)), [data])
  const changes = blocks?.filter(({ kind }) => kind === 'changed').length ?? 0
  const element = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [at, setAt] = useState(-1)
  const step = (direction: 1 | -1) => {
    if (changes === 0) return
    const next = at === -1 && direction === -1 ? changes - 1 : (at + direction + changes) % changes
    setAt(next)
    const change = element.current?.querySelector<HTMLElement>(`[data-change="${next}"]`)
    change?.scrollIntoView({ block: 'center', behavior: scrollBehaviour() })
    change?.focus({ preventScroll: true })
  }
  useComparisonKeys({ step, close: onClose })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  const choices = article.revisions.map(({ id, number, capturedAt }: Revision) => ({
    value: id,
    label: t('reader.revisions.short', { number, when: when.format(new Date(capturedAt)) }),
  }))
  const revisionOf = (id: string) => article.revisions.find((revision) => revision.id === id)
  const newer = revisionOf(pair.newRevisionId)
  const headlines =
    newer === undefined ? null : headlinesOf(article.revisions, newer, revisionOf(pair.oldRevisionId))
  const choose = (change: Partial<typeof pair>) => {
    setAt(-1)
    setPair({ ...pair, ...change })
  }
  return (
    <article ref={element} className={cx(styles.comparison, edits.edits)} aria-labelledby="comparison-title">
      <header className={styles.head}>
        <div className={styles.line}>
          <h1 id="comparison-title" ref={heading} tabIndex={-1} className={styles.title} dir="auto">
            {t('reader.compare.title', { title: article.title })}
          </h1>
          <Button size="small" icon={<X />} onClick={onClose}>
            {t('reader.compare.close')}
          </Button>
        </div>
        <div className={styles.pair}>
          <Select
            aria-label={t('reader.compare.from')}
            value={pair.oldRevisionId}
            choices={choices}
            onChoose={(oldRevisionId) => choose({ oldRevisionId })}
          />
          <span aria-hidden="true">→</span>
          <Select
            aria-label={t('reader.compare.to')}
            value={pair.newRevisionId}
            choices={choices}
            onChoose={(newRevisionId) => choose({ newRevisionId })}
          />
          <span className={styles.count} role="status">
            {blocks !== undefined && t('reader.compare.changes', { count: changes })}
          </span>
          <IconButton label={t('reader.compare.previous')} disabled={changes === 0} onClick={() => step(-1)}>
            <ChevronUp />
          </IconButton>
          <IconButton label={t('reader.compare.next')} disabled={changes === 0} onClick={() => step(1)}>
            <ChevronDown />
          </IconButton>
        </div>
        {headlines !== null && (
          <p className={styles.headline} dir="auto">
            <span>{t('reader.edits.headlineLabel')}</span> <del>{headlines.old}</del>{' '}
            <ins>{headlines.fresh}</ins>
          </p>
        )}
        <p className={styles.legend}>
          <del>{t('reader.compare.removed')}</del> <ins>{t('reader.compare.added')}</ins>
        </p>
      </header>
      {error !== null && <p role="alert">{describeError(error)}</p>}
      {blocks === undefined && error === null && <Spinner />}
      {blocks !== undefined && changes === 0 && <p>{t('reader.compare.nothing')}</p>}
      <div className={styles.text} lang={article.lang === 'und' ? undefined : article.lang}>
        {blocks !== undefined && <ComparedBlocks blocks={blocks} current={at} />}
      </div>
    </article>
  )
}
