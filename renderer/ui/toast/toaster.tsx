import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { IconButton } from '../icon-button.tsx'
import { type ToastEntry, toast } from './toast.ts'
import styles from './toaster.module.css'

/** Long enough to read a sentence and reach for Undo; the clock stops while the pointer or the focus is there. */
const shownFor = 8_000

/** Put once in the page; `toast.show` speaks through it. F8 brings the focus here. */
export function Toaster() {
  const { t } = useTranslation()
  const entries = useSyncExternalStore(toast.subscribe, toast.entries)
  return (
    <Toast.Provider duration={shownFor} label={t('ui.toast.label')} swipeDirection="down">
      {entries.map((entry) => (
        <OneToast key={entry.id} entry={entry} />
      ))}
      <Toast.Viewport className={styles.viewport} label={t('ui.toast.region')} />
    </Toast.Provider>
  )
}

function OneToast({ entry }: { entry: ToastEntry }) {
  const { t } = useTranslation()
  const { id, message, undo, action, tone = 'plain' } = entry
  const isDanger = tone === 'danger'
  return (
    <Toast.Root
      className={styles.toast}
      type={isDanger ? 'foreground' : 'background'}
      duration={isDanger ? Number.POSITIVE_INFINITY : shownFor}
      onOpenChange={(open) => {
        if (!open) toast.dismiss(id)
      }}
    >
      {isDanger && <TriangleAlert className={styles.danger} />}
      {tone === 'success' && <CircleCheck className={styles.success} />}
      <Toast.Description className={styles.message}>{message}</Toast.Description>
      {undo && (
        <Toast.Action asChild altText={t('ui.toast.undoHint')}>
          <Button size="small" variant="quiet" className={styles.action} onClick={() => void undo.run()}>
            {t('ui.undo')}
          </Button>
        </Toast.Action>
      )}
      {action && (
        <Toast.Action asChild altText={action.label}>
          <Button size="small" variant="quiet" className={styles.action} onClick={() => void action.run()}>
            {action.label}
          </Button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <IconButton label={t('ui.close')} size="small" tooltipSide="top">
          <X />
        </IconButton>
      </Toast.Close>
    </Toast.Root>
  )
}
