import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './batch-report.module.css'
import { type ClipBatch, type ClipDuplicate, clipQueue } from './clip-queue.ts'

/** What could not simply be clipped: things that are there already, with what to do about each, and failures. */
export function BatchReport({ batch, onClose }: { batch: ClipBatch; onClose(): void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [undecided, setUndecided] = useState(batch.duplicates)
  const decide = (duplicates: readonly ClipDuplicate[], onDuplicate: 'revise' | 'separate') => {
    clipQueue.add(
      duplicates.map(({ source }) => source),
      onDuplicate,
    )
    const left = undecided.filter((duplicate) => !duplicates.includes(duplicate))
    setUndecided(left)
    if (left.length === 0 && batch.failures.length === 0) onClose()
  }
  const open = (articleId: string) => {
    onClose()
    navigate(paths.article(articleId))
  }
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t(batch.failures.length > 0 ? 'library.notAll' : 'library.thereAlready')}
      description={t('library.soFar', { count: batch.clipped.length })}
      actions={
        <>
          {undecided.length > 1 && (
            <Button onClick={() => decide(undecided, 'revise')}>{t('library.reviseAll')}</Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('library.close')}
          </Button>
        </>
      }
    >
      {undecided.length > 0 && (
        <ul className={styles.list}>
          {undecided.map((duplicate) => (
            <li key={duplicate.result.articleId} className={styles.item}>
              <p className={styles.title} dir="auto">
                {duplicate.result.title}
              </p>
              <p className={styles.reason}>
                {t(`library.duplicateBy.${duplicate.result.duplicateBy ?? 'url'}`)}
              </p>
              <div className={styles.choices}>
                <Button size="small" onClick={() => open(duplicate.result.articleId)}>
                  {t('library.openIt')}
                </Button>
                <Button size="small" onClick={() => decide([duplicate], 'revise')}>
                  {t('library.addRevision')}
                </Button>
                <Button size="small" variant="quiet" onClick={() => decide([duplicate], 'separate')}>
                  {t('library.keepBoth')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {batch.failures.length > 0 && (
        <ul className={styles.list}>
          {batch.failures.map(({ name, error }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finished list; one name can fail twice
            <li key={index} className={styles.item}>
              <p className={styles.title} dir="auto">
                {name}
              </p>
              <p className={styles.reason}>
                {error.message} {error.hint}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
