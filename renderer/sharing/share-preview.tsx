import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShareCounts, SharePreview as Preview } from '#shared/domain/sharing.ts'
import { describeError } from '../app/act.ts'
import { formatBytes } from '../settings/format-bytes.ts'
import { cx } from '../ui/cx.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { Spinner } from '../ui/spinner.tsx'
import styles from './share-dialog.module.css'

/** In the order in which they matter to whoever sends the file off; the first are shown also where there are none. */
const always: readonly (keyof ShareCounts)[] = ['articles', 'quotes', 'comments']
const others: readonly (keyof ShareCounts)[] = [
  'topics',
  'actors',
  'rounds',
  'links',
  'translations',
  'coders',
  'images',
  'dossiers',
]

interface SharePreviewProps {
  preview: Preview | undefined
  error: unknown
  /** Nothing is chosen yet. */
  isEmpty: boolean
  /** The numbers are of what was chosen before. */
  isOld: boolean
}

/** What the file would hold, told before it is written. */
export function SharePreview({ preview, error, isEmpty, isOld }: SharePreviewProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  if (isEmpty) return <p className={styles.empty}>{t('sharing.empty')}</p>
  if (error) {
    return (
      <p role="alert" className={styles.error}>
        {describeError(error)}
      </p>
    )
  }
  if (preview === undefined) {
    return (
      <p className={styles.waiting}>
        <Spinner /> {t('sharing.counting')}
      </p>
    )
  }
  const { counts, stays, letters, bytes } = preview
  const kinds = [...always, ...others.filter((kind) => counts[kind] > 0)]
  const staying = (['quotes', 'links', 'comments'] as const).filter((kind) => stays[kind] > 0)
  return (
    <div className={cx(styles.preview, isOld && styles.old)} role="status">
      <ul className={styles.counts}>
        {kinds.map((kind) => (
          <li key={kind}>{t(`sharing.count.${kind}`, { count: counts[kind] })}</li>
        ))}
        <li>{t('sharing.size', { size: formatBytes(bytes, locale) })}</li>
      </ul>
      {letters > 0 && (
        <p className={styles.warning}>
          <TriangleAlert aria-hidden /> {t('sharing.letters', { count: letters })}
        </p>
      )}
      {staying.length > 0 && (
        <p className={styles.hint}>
          {t('sharing.stays', {
            what: staying.map((kind) => t(`sharing.staying.${kind}`, { count: stays[kind] })).join(', '),
          })}
        </p>
      )}
    </div>
  )
}
