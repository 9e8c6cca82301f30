import { useState } from 'react'
import { readStored, writeStored } from '../../ui/stored.ts'

const storedAs = 'reader.dismissed'
const most = 500

/** Whether somebody has read on this machine what a revision changed, and a way to say so. */
export function useDismissed(revisionId: string): [boolean, () => void] {
  const [ids, setIds] = useState(readDismissed)
  return [
    ids.includes(revisionId),
    () => {
      const next = [revisionId, ...readDismissed().filter((id) => id !== revisionId)].slice(0, most)
      writeStored(storedAs, next)
      setIds(next)
    },
  ]
}

function readDismissed(): string[] {
  const stored = readStored(storedAs)
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : []
}
