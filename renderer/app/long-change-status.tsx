import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { FloatingStatus } from '../ui/floating-status.tsx'
import { useFormatLocale } from '../ui/format-locale.ts'
import { longChange } from './long-change.ts'

/** How far a change to thousands of rows has come; reading goes on below it. */
export function LongChangeStatus() {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const change = useSyncExternalStore(longChange.subscribe, longChange.get)
  if (change === null) return null
  return (
    <FloatingStatus
      label={t('app.changing')}
      count={change.share.toLocaleString(locale, { style: 'percent' })}
      progressLabel={t('app.changingProgress')}
      value={change.share}
      cancelLabel={t('app.cancelChange')}
      onCancel={change.cancel}
    />
  )
}
