import { type RefObject, useEffect, useState } from 'react'
import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'
import type { ArticleSurfaceHandle } from '../article-surface.tsx'
import type { Suggesting } from './use-suggesting.ts'

/**
 * The keys of the suggestions. They hold while the caret is in the text and no words are selected: there Enter, X, S and
 * Tab speak of the current suggestion; everywhere else they are what they always are, so that Tab reaches every control.
 */
export function useSuggestionKeys(
  suggesting: Suggesting,
  surface: RefObject<ArticleSurfaceHandle | null>,
): void {
  // Bound last, after everything else on the screen: whoever is bound last has a key first.
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const isWalking = () =>
    surface.current?.hasFocus() === true &&
    surface.current.selection() === null &&
    suggesting.waiting.length > 0
  const withCurrent = (run: () => unknown) => () => {
    if (!isWalking() || suggesting.current === undefined) return false
    run()
    return true
  }
  const step = (direction: 1 | -1) => () => {
    if (!isWalking()) return false
    suggesting.step(direction)
    return true
  }
  useAppShortcuts(
    {
      suggestionAccept: withCurrent(() => void suggesting.accept(false)),
      suggestionAcceptTopic: withCurrent(() => void suggesting.accept(true)),
      suggestionReject: withCurrent(() => void suggesting.reject()),
      suggestionSpeaker: withCurrent(() => suggesting.setChoosing(true)),
      suggestionAlias: () => {
        if (!isWalking() || suggesting.speaker?.alias == null) return false
        suggesting.setTeaches(!suggesting.teaches)
        return true
      },
      suggestionNext: step(1),
      suggestionPrevious: step(-1),
      undo: () => {
        if (!suggesting.mayUndo()) return false
        void suggesting.undo()
        return true
      },
    },
    isReady && suggesting.isOn,
  )
}
