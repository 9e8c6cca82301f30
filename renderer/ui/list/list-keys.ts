import type { KeyPress } from '../shortcuts/chord.ts'

export interface ListPlace {
  /** Index of the row that has the cursor; -1 for none. */
  active: number
  /** Where a range that is being extended began. */
  anchor: number
  count: number
  /** Whole rows that fit on screen. */
  page: number
}

export type ListAction =
  | { kind: 'move'; to: number }
  /** Select from the anchor to `to`, and move there. */
  | { kind: 'extend'; to: number }
  | { kind: 'toggle'; at: number }
  | { kind: 'all' }
  | { kind: 'clear' }
  | { kind: 'open'; at: number }

/** What a key means in a list; null for keys that are none of its business. */
export function listAction(press: KeyPress, place: ListPlace): ListAction | null {
  const { active, count } = place
  const isCommand = press.ctrlKey || press.metaKey
  if (press.altKey || count === 0) return null
  if (isCommand && !press.shiftKey && (press.key === 'a' || press.code === 'KeyA')) return { kind: 'all' }
  if (press.key === ' ') return active < 0 ? null : { kind: 'toggle', at: active }
  if (isCommand) return null
  if (press.key === 'Escape') return { kind: 'clear' }
  if (press.key === 'Enter') return active < 0 || press.shiftKey ? null : { kind: 'open', at: active }
  const to = destination(press.key, place)
  if (to === null) return null
  return { kind: press.shiftKey ? 'extend' : 'move', to }
}

function destination(key: string, { active, count, page }: ListPlace): number | null {
  const last = count - 1
  const within = (index: number) => Math.min(Math.max(index, 0), last)
  switch (key) {
    case 'ArrowDown':
      return within(active + 1)
    case 'ArrowUp':
      return active < 0 ? last : within(active - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return within(Math.max(active, 0) + Math.max(page - 1, 1))
    case 'PageUp':
      return within(active - Math.max(page - 1, 1))
    default:
      return null
  }
}

/** The keys of a range of rows, both ends included and in any order; rows not loaded yet have none. */
export function keysBetween(
  from: number,
  to: number,
  keyAt: (index: number) => string | undefined,
): string[] {
  const keys: string[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const key = keyAt(index)
    if (key !== undefined) keys.push(key)
  }
  return keys
}
