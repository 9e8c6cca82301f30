import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { describeErrorData } from '../../app/act.ts'
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
  const retry = () => {
    clipQueue.add(batch.failures.map(({ source }) => source))
    onClose()
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
      description={saidOf(batch, t)}
      actions={
        <>
          {batch.failures.length > 0 && (
            <>
              <Button onClick={() => saveFailures(batch)}>{t('library.saveList')}</Button>
              <Button onClick={retry}>{t('library.tryAgain')}</Button>
            </>
          )}
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
          {batch.failures.slice(0, shownFailures).map(({ name, error }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finished list; one name can fail twice
            <li key={index} className={styles.item}>
              <p className={styles.title} dir="auto">
                {name}
              </p>
              <p className={styles.reason}>{describeErrorData(error)}</p>
            </li>
          ))}
          {batch.failures.length > shownFailures && (
            <li className={styles.reason}>
              {t('library.moreFailed', { count: batch.failures.length - shownFailures })}
            </li>
          )}
        </ul>
      )}
    </Dialog>
  )
}

/** A dialog is to be read; the list that is saved has all of them. */
const shownFailures = 200

/** What a batch came to, in a sentence or two. */
export function saidOf({ clipped, passedOver }: ClipBatch, t: TFunction): string {
  const said = clipped.length === 0 ? t('library.soFarNone') : t('library.soFar', { count: clipped.length })
  return passedOver === 0 ? said : `${said} ${t('library.passedOver', { count: passedOver })}`
}

/** Puts what failed, and why, into a file of the user's: JSON, as the command line writes it. */
function saveFailures({ failures }: ClipBatch): void {
  const list = failures.map(({ name, error }) => ({ name, error }))
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(list, null, 2)}\n`], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = 'aide-memoire-failures.json'
  link.click()
  URL.revokeObjectURL(address)
}
