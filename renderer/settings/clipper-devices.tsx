import { useTranslation } from 'react-i18next'
import type { ClipperDevice } from '#shared/domain/clipper.ts'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { RelativeTime } from '../ui/date-text.tsx'
import { toast } from '../ui/toast/toast.ts'
import styles from './clipper-section.module.css'
import screen from './settings-screen.module.css'

interface ClipperDevicesProps {
  devices: readonly ClipperDevice[]
  onRevoked(): void
}

/** The browsers that may clip, each with the way to shut it out. */
export function ClipperDevices({ devices, onRevoked }: ClipperDevicesProps) {
  const { t } = useTranslation()
  const revoke = async ({ id, name }: ClipperDevice) => {
    await act(() => client.clipper.revoke.mutate({ id }))
    onRevoked()
    toast.show({ message: t('settings.clipper.revoked', { name }) })
  }
  return (
    <div className={styles.devices}>
      <h3>{t('settings.clipper.devices')}</h3>
      {devices.length === 0 && <p className={screen.explain}>{t('settings.clipper.noDevices')}</p>}
      <ul className={screen.list}>
        {devices.map((device) => (
          <li key={device.id} className={styles.device}>
            <span>{device.name}</span>
            <span className={screen.faint}>
              {t('settings.clipper.pairedAt')} <RelativeTime value={device.pairedAt} />
              {' · '}
              {t('settings.clipper.usedAt')} <RelativeTime value={device.usedAt} />
            </span>
            <Button
              size="small"
              aria-label={t('settings.clipper.revokeNamed', { name: device.name })}
              onClick={() => void revoke(device)}
            >
              {t('settings.clipper.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
