import { useState } from 'react'
import type { Topic } from '#shared/domain/topic.ts'
import { readStored, writeStored } from '../ui/stored.ts'

/** A tree no longer than this is shown whole until somebody folds it. */
const shownWhole = 60

/** Which topics are unfolded, remembered on this machine under a name: what is folded in one place may be open in another. */
export function useExpanded(
  topics: readonly Topic[],
  storedUnder = 'topics.expanded',
): [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const [chosen, setChosen] = useState(() => readExpanded(storedUnder))
  const whole = topics.length <= shownWhole ? topics.map(({ id }) => id) : []
  return [
    chosen ?? new Set(whole),
    (ids) => {
      writeStored(storedUnder, [...ids])
      setChosen(ids)
    },
  ]
}

function readExpanded(storedUnder: string): ReadonlySet<string> | null {
  const stored = readStored(storedUnder)
  return Array.isArray(stored) ? new Set(stored.filter((id) => typeof id === 'string')) : null
}
