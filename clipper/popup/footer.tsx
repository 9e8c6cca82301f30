import { type Door, unpair } from '../background/door.ts'
import { type Device, forgetApp } from '../background/pairing.ts'
import { t } from '../i18n.ts'
import styles from './app.module.css'
import controls from './controls.module.css'

interface FooterProps {
  device: Device
  door: Door | undefined
  onUnpaired(): Promise<unknown>
}

/** The way out of the pairing, also while the app is not running: then it lists this browser until it is revoked there. */
export function Footer({ device, door, onUnpaired }: FooterProps) {
  const leave = async () => {
    if (door !== undefined) await unpair(door.port, device).catch(() => undefined)
    await forgetApp()
    await onUnpaired()
  }
  return (
    <footer className={styles.footer}>
      <button type="button" className={controls.quiet} onClick={() => void leave()}>
        {t('unpair')}
      </button>
    </footer>
  )
}
