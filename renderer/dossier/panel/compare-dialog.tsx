import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { diffWords } from '#shared/anchoring/diff-words.ts'
import { dossierText, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { DossierVersionRow } from '#shared/domain/dossier.ts'
import edits from '../../reader/revisions/compared-blocks.module.css'
import { ComparedBlocks } from '../../reader/revisions/compared-blocks.tsx'
import { comparisonBlocks } from '../../reader/revisions/comparison-blocks.ts'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './compare-dialog.module.css'

interface CompareDialogProps {
  version: DossierVersionRow
  /** The text the dossier has now. */
  currentText: string
  onClose(): void
  onRestore?: (() => void) | undefined
}

/** A version and the dossier of now, word by word. */
export function CompareDialog({ version, currentText, onClose, onRestore }: CompareDialogProps) {
  const { t } = useTranslation()
  const { data } = useQuery(rpc.dossier.version.queryOptions({ id: version.id }))
  const sourcesLine = `[${t('dossier.block.bibliography')}]`
  const blocks = useMemo(() => {
    if (data === undefined) return undefined
    const oldText = dossierText(parseDossierDocument(data.document), sourcesLine)
    return comparisonBlocks({ oldText, newText: currentText, parts: diffWords(oldText, currentText) })
  }, [data, currentText, sourcesLine])
  const changes = blocks?.filter(({ kind }) => kind === 'changed').length ?? 0
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="wide"
      toRead
      title={t('dossier.versions.compareTitle', { name: version.name ?? t('dossier.versions.unnamed') })}
      description={
        <>
          {t('dossier.versions.compareExplain')}{' '}
          {blocks !== undefined && t('reader.compare.changes', { count: changes })}
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          {onRestore && (
            <Button variant="primary" onClick={onRestore}>
              {t('dossier.versions.restore')}
            </Button>
          )}
        </>
      }
    >
      {blocks === undefined ? (
        <Spinner />
      ) : changes === 0 ? (
        <p>{t('reader.compare.nothing')}</p>
      ) : (
        <div className={cx(styles.text, edits.edits)}>
          <ComparedBlocks blocks={blocks} current={-1} />
        </div>
      )}
    </Dialog>
  )
}
