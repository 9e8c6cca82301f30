import type { Selection } from '@tiptap/pm/state'
import { trimRange } from '#shared/anchoring/selectors.ts'
import type { TextMap } from '#shared/document/plain-text.ts'

/** UTF-16 offsets into the revision's plain text, end exclusive. */
export interface TextRange {
  start: number
  end: number
}

/** The selected passage without its blank ends; null for a bare caret, or where nothing but blanks is selected. */
export function selectedRange({ from, to, empty }: Selection, map: TextMap): TextRange | null {
  if (empty) return null
  const range = trimRange(map.text, map.offsetAtPos(from, 1), map.offsetAtPos(to, -1))
  return range.start < range.end ? range : null
}
