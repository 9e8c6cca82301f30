import { useMemo, useState } from 'react'
import { readStored, writeStored } from '../../ui/stored.ts'

const storedAs = 'reader.rejected'
const revisionsAtMost = 500

/** What was rejected in each revision, those used last first. */
type Stored = [revisionId: string, spans: string[]][]

/**
 * The suggestions that were rejected in a revision, by their places in its text, which never changes. They are kept on
 * this machine and not in the notebook: to reject says nothing about the article, and until a suggestion is accepted
 * nothing is to be written. A colleague with the same notebook is offered them afresh.
 */
export function useRejected(revisionId: string) {
  const [stored, setStored] = useState(readRejected)
  const spans = useMemo(
    () => new Set(stored.find(([id]) => id === revisionId)?.[1] ?? []),
    [stored, revisionId],
  )
  const change = (next: (spans: Set<string>) => Set<string>) => {
    // Another window may have rejected something since.
    const latest = readRejected()
    const mine = next(new Set(latest.find(([id]) => id === revisionId)?.[1] ?? []))
    const others = latest.filter(([id]) => id !== revisionId)
    const all: Stored = mine.size === 0 ? others : [[revisionId, [...mine]], ...others]
    writeStored(storedAs, all.slice(0, revisionsAtMost))
    setStored(all)
  }
  return {
    spans,
    reject: (more: readonly string[]) => change((now) => new Set([...now, ...more])),
    restore: (some: readonly string[]) =>
      change((now) => new Set([...now].filter((span) => !some.includes(span)))),
  }
}

function readRejected(): Stored {
  const stored = readStored(storedAs)
  return Array.isArray(stored) ? stored.filter(isEntry) : []
}

function isEntry(value: unknown): value is Stored[number] {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1]) &&
    value[1].every((span) => typeof span === 'string')
  )
}
