import { useState } from 'react'
import { readStored, writeStored } from '../../ui/stored.ts'

export const panelIds = ['outline', 'quotes', 'sources', 'versions', 'check'] as const
export type PanelId = (typeof panelIds)[number]

const storedAs = 'dossier.panel'

/** What is shown beside the text, remembered on this machine; null for nothing. */
export function usePanel(): [PanelId | null, (panel: PanelId | null) => void] {
  const [panel, setPanel] = useState(() => panelIds.find((id) => id === readStored(storedAs)) ?? null)
  return [
    panel,
    (next) => {
      writeStored(storedAs, next)
      setPanel(next)
    },
  ]
}
