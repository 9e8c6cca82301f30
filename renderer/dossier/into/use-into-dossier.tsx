import { type ReactNode, useState } from 'react'
import type { ForDossier } from './put-into-dossier.ts'
import { IntoDossierDialog } from './into-dossier-dialog.tsx'

export interface IntoDossier {
  open(): void
  /** To be drawn by whoever offers it. */
  dialog: ReactNode
}

/** Asks which dossier something is to be put into, and puts it there. */
export function useIntoDossier(what: ForDossier): IntoDossier {
  const [isOpen, setOpen] = useState(false)
  return {
    open: () => setOpen(true),
    dialog: isOpen ? <IntoDossierDialog what={what} onClose={() => setOpen(false)} /> : null,
  }
}
