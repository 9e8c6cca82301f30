import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  description: ReactNode
  /** The verb of what happens ("Empty trash"), never "OK". */
  confirmLabel: string
  danger?: boolean
  onConfirm(): void
}

/** Asks before what cannot be undone. What can be undone should simply happen, with a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, danger, onConfirm } = props
  const { t } = useTranslation()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      width="narrow"
      actions={
        <>
          <Button data-first-focus={danger || undefined} onClick={() => onOpenChange(false)}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            onClick={() => {
              onConfirm()
              onOpenChange(false)
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    />
  )
}
