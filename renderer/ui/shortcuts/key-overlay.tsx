import { useTranslation } from 'react-i18next'
import { Dialog } from '../dialog.tsx'
import { Kbd } from '../kbd.tsx'
import styles from './key-overlay.module.css'

export interface KeyGroup {
  title: string
  rows: { id: string; label: string; keys: readonly string[] }[]
}

interface KeyOverlayProps {
  open: boolean
  onOpenChange(open: boolean): void
  groups: readonly KeyGroup[]
}

/** Every shortcut there is, by the place where it works. */
export function KeyOverlay({ open, onOpenChange, groups }: KeyOverlayProps) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('ui.keyOverlay.title')} width="wide" toRead>
      <div className={styles.groups}>
        {groups.map(({ title, rows }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {rows.map(({ id, label, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {keys.map((chord) => (
                      <Kbd key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
