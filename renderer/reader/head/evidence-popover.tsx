import { Copy, Fingerprint } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Article, Revision } from '#shared/domain/article.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { formatBytes } from '../../settings/format-bytes.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { toast } from '../../ui/toast/toast.ts'
import styles from './evidence-popover.module.css'
import type { FactName } from './provenance.ts'
import { useSourceName } from './use-source-name.ts'

const facts: readonly FactName[] = ['title', 'outlet', 'byline', 'publishedAt', 'modifiedAt', 'lang', 'url']

interface EvidencePopoverProps {
  article: Article
  revision: Revision
  open: boolean
  onOpenChange(open: boolean): void
}

/** What makes this revision evidence: the fingerprint of the bytes as captured, when, and where each detail came from. */
export function EvidencePopover({ article, revision, open, onOpenChange }: EvidencePopoverProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const sourceName = useSourceName(article)
  const captured = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' })
  const known = facts.filter((fact) => sourceName(fact) !== undefined)
  const copy = async () => {
    await navigator.clipboard.writeText(revision.sha256)
    toast.show({ message: t('reader.evidence.copied'), tone: 'success' })
  }
  return (
    <Popover
      label={t('reader.evidence.title')}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label={t('reader.evidence.title')} shortcut={chordOf('articleEvidence')}>
          <Fingerprint />
        </IconButton>
      }
    >
      <div className={styles.evidence}>
        <h2 className={styles.heading}>{t('reader.evidence.title')}</h2>
        <p className={styles.explain}>
          {t(revision.originalKept ? 'reader.evidence.explain' : 'reader.evidence.withheld')}
        </p>
        <dl className={styles.list}>
          <dt>SHA-256</dt>
          <dd className={styles.hash}>
            <code dir="ltr">{revision.sha256}</code>
            <IconButton label={t('reader.evidence.copy')} size="small" onClick={() => void copy()}>
              <Copy />
            </IconButton>
          </dd>
          <dt>{t('reader.evidence.revision')}</dt>
          <dd>{t('reader.revisionOf', { number: revision.number, count: article.revisions.length })}</dd>
          <dt>{t('reader.evidence.captured')}</dt>
          <dd>
            <time dateTime={revision.capturedAt}>{captured.format(new Date(revision.capturedAt))}</time>
          </dd>
          <dt>{t('reader.evidence.original')}</dt>
          <dd>
            {t(`reader.evidence.kind.${revision.originalKind}`)},{' '}
            {formatBytes(revision.originalBytes, locale)}
          </dd>
        </dl>
        {known.length > 0 && (
          <>
            <h3 className={styles.subheading}>{t('reader.evidence.sources')}</h3>
            <dl className={styles.list}>
              {known.map((fact) => (
                <div key={fact} className={styles.row}>
                  <dt>{t(`reader.facts.${fact === 'title' ? 'name' : fact}`)}</dt>
                  <dd>{sourceName(fact)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </Popover>
  )
}
