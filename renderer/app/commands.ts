import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import type { ShortcutId } from './shortcut-table.ts'

/** Something the palette offers while the screen that can do it is shown. */
export interface AppCommand {
  id: string
  label: string
  icon?: ReactNode
  keywords?: readonly string[]
  shortcut?: ShortcutId
  /** It changes the notebook; a shortcut says so by itself. */
  writes?: boolean
  run(): void
}

let sets: readonly { current: readonly AppCommand[] }[] = []
let listed: readonly AppCommand[] = []
const listeners = new Set<() => void>()

function update(next: typeof sets): void {
  sets = next
  listed = sets.flatMap(({ current }) => current)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Offers commands in the palette while the component is on screen. */
export function useCommands(commands: readonly AppCommand[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const signature = commands.map(({ id, label }) => `${id}\n${label}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says when what is offered has changed
  useEffect(() => {
    update([...sets, latest])
    return () => update(sets.filter((set) => set !== latest))
  }, [signature])
}

/** The commands the screens offer now. */
export function useOfferedCommands(): readonly AppCommand[] {
  return useSyncExternalStore(subscribe, () => listed)
}
