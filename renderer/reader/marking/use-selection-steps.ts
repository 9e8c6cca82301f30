import { type RefObject, useRef } from 'react'
import type { ArticleSurfaceHandle } from '../article-surface.tsx'
import type { TextRange } from '../surface/text-range.ts'
import { extendBySentence, growRange, retractBySentence } from './grow-selection.ts'

/** Makes the selection larger and smaller by passages of sense, from the keyboard alone. */
export function useSelectionSteps(surface: RefObject<ArticleSurfaceHandle | null>, lang: string) {
  /** What was selected before each growing, to shrink back to. */
  const before = useRef<{ from: TextRange; to: TextRange }[]>([])

  const now = (): TextRange => {
    const caret = surface.current?.caret() ?? 0
    return surface.current?.selection() ?? { start: caret, end: caret }
  }
  const change = (next: (handle: ArticleSurfaceHandle, from: TextRange) => TextRange) => {
    const handle = surface.current
    if (handle === null) return
    const from = now()
    const to = next(handle, from)
    if (to.start === from.start && to.end === from.end) return
    before.current.push({ from, to })
    handle.select(to)
    handle.reveal({ start: Math.max(to.start, to.end - 1), end: to.end })
  }
  return {
    grow: () => change(({ map }, from) => growRange(map, from, lang)),
    extend: () => change(({ map }, from) => extendBySentence(map, from, lang)),
    retract: () => change(({ map }, from) => retractBySentence(map, from, lang)),
    shrink: () => {
      const { start, end } = now()
      const last = before.current.pop()
      if (last !== undefined && last.to.start === start && last.to.end === end)
        surface.current?.select(last.from)
      else before.current = []
    },
  }
}
