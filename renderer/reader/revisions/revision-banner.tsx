import { FileDiff, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article, Revision } from '#shared/domain/article.ts'
import { Button } from '../../ui/button.tsx'
import { RelativeTime } from '../../ui/date-text.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import type { AnchorCounts } from './anchor-counts.ts'
import styles from './revision-banner.module.css'

const outcomes = ['same', 'moved', 'changed', 'lost'] as const

interface NewRevisionBannerProps {
  article: Article
  counts: AnchorCounts
  onCompare(): void
  onLost(): void
  onDismiss(): void
}

/** What the latest clipping did to the article's quotes. */
export function NewRevisionBanner({ article, counts, onCompare, onLost, onDismiss }: NewRevisionBannerProps) {
  const { t } = useTranslation()
  const revision = article.revisions.find(({ id }) => id === article.currentRevisionId)
  if (revision === undefined) return null
  const told = outcomes.filter((outcome) => counts[outcome] > 0)
  return (
    <Banner
      label={t('reader.revisions.banner')}
      tone={counts.lost > 0 ? 'warning' : 'plain'}
      actions={
        <>
          <Button size="small" icon={<FileDiff />} onClick={onCompare}>
            {t('reader.revisions.whatChanged')}
          </Button>
          {counts.lost > 0 && (
            <Button size="small" onClick={onLost}>
              {t('reader.lost.open', { count: counts.lost })}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={onDismiss}>
            {t('reader.revisions.dismiss')}
          </Button>
        </>
      }
    >
      <p>
        {t('reader.revisions.clippedAgain', { number: revision.number })}{' '}
        <RelativeTime value={revision.capturedAt} />
        {told.length === 0 ? '. ' : ': '}
        {told.length === 0
          ? t('reader.revisions.noQuotes')
          : told
              .map((outcome) => t(`reader.revisions.outcome.${outcome}`, { count: counts[outcome] }))
              .join(', ')}
      </p>
    </Banner>
  )
}

interface OldRevisionBannerProps {
  revision: Revision
  /** Quotes of the article that this revision knows nothing of. */
  elsewhere: number
  onCompare(): void
  onCurrent(): void
}

/** Says that what is on screen is not the text read now, and so cannot be marked. */
export function OldRevisionBanner({ revision, elsewhere, onCompare, onCurrent }: OldRevisionBannerProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Banner
      label={t('reader.revisions.banner')}
      tone="plain"
      actions={
        <>
          <Button size="small" icon={<History />} onClick={onCurrent}>
            {t('reader.revisions.toCurrent')}
          </Button>
          <Button size="small" icon={<FileDiff />} onClick={onCompare}>
            {t('reader.revisions.compareThis')}
          </Button>
        </>
      }
    >
      <p>
        {t('reader.revisions.old', {
          number: revision.number,
          when: when.format(new Date(revision.capturedAt)),
        })}{' '}
        {elsewhere > 0 && t('reader.revisions.elsewhere', { count: elsewhere })}
      </p>
    </Banner>
  )
}

interface BannerProps {
  label: string
  tone: 'plain' | 'warning'
  actions: ReactNode
  children: ReactNode
}

function Banner({ label, tone, actions, children }: BannerProps) {
  return (
    <section className={styles.banner} data-tone={tone} aria-label={label}>
      <div className={styles.words}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </section>
  )
}
