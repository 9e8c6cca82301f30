import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipperState } from '#shared/domain/clipper.ts'
import { Button } from '../ui/button.tsx'
import styles from './clipper-section.module.css'

interface PairingCodeProps {
  pairing: NonNullable<ClipperState['pairing']>
  onCancel(): void
}

/** The six digits to enter in the clipper, in two groups as one says them, and how long they are good. */
export function PairingCode({ pairing: { code, expiresAt }, onCancel }: PairingCodeProps) {
  const { t } = useTranslation()
  const seconds = useSecondsUntil(expiresAt)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <div className={styles.pairing}>
      <div
        className={styles.code}
        role="status"
        aria-label={t('settings.clipper.code', { code: [...code].join(' ') })}
      >
        <span aria-hidden>{code.slice(0, 3)}</span>
        <span aria-hidden>{code.slice(3)}</span>
      </div>
      <div className={styles.aside}>
        <p>{t('settings.clipper.enterCode')}</p>
        <p className={styles.left}>{t('settings.clipper.goodFor', { time })}</p>
      </div>
      <Button onClick={onCancel}>{t('settings.clipper.cancel')}</Button>
    </div>
  )
}

function useSecondsUntil(moment: string): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000))
}
