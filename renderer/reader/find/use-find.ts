import { useEffect, useMemo, useState } from 'react'
import type { ArticleSurfaceHandle } from '../article-surface.tsx'
import { createFinder, matchFrom } from './find-matches.ts'

export interface FindInArticle {
  open: boolean
  query: string
  count: number
  /** Of the match stepped to; -1 while there is none. */
  index: number
  /** Opens the field, with `query` in it where one is given. */
  show(query?: string): void
  close(): void
  search(query: string): void
  step(direction: 1 | -1): void
}

const allName = 'reader-find'
const currentName = 'reader-find-current'

/**
 * Finds words in the article. Matches are painted with the CSS Custom Highlight API, which touches nothing in the page;
 * `layoutVersion` says when the elements behind them may have been drawn anew.
 */
export function useFind(
  surface: { current: ArticleSurfaceHandle | null },
  text: string,
  layoutVersion: unknown,
): FindInArticle {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(-1)
  const find = useMemo(() => createFinder(text), [text])
  const matches = useMemo(() => (open ? find(query) : []), [find, query, open])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew has to be painted anew
  useEffect(() => {
    const handle = surface.current
    if (handle === null || matches.length === 0) return
    const current = matches[index]
    CSS.highlights.set(allName, new Highlight(...matches.flatMap((match) => handle.domRanges(match))))
    if (current !== undefined) {
      const painted = new Highlight(...handle.domRanges(current))
      painted.priority = 1
      CSS.highlights.set(currentName, painted)
    }
    return () => {
      CSS.highlights.delete(allName)
      CSS.highlights.delete(currentName)
    }
  }, [surface, matches, index, layoutVersion])

  const goTo = (next: number, among = matches) => {
    const match = among[next]
    setIndex(match === undefined ? -1 : next)
    if (match !== undefined) surface.current?.reveal(match)
  }
  return {
    open,
    query,
    count: matches.length,
    index,
    show(given) {
      setOpen(true)
      const next = given ?? query
      setQuery(next)
      goTo(matchFrom(find(next), surface.current?.caret() ?? 0), find(next))
    },
    close() {
      const match = matches[index]
      setOpen(false)
      setIndex(-1)
      // The match stays selected, so that it can be marked right away.
      if (match !== undefined) surface.current?.select(match)
      else surface.current?.focus()
    },
    search(next) {
      setQuery(next)
      const found = find(next)
      goTo(matchFrom(found, matches[index]?.start ?? surface.current?.caret() ?? 0), found)
    },
    step(direction) {
      if (matches.length > 0) goTo((index + direction + matches.length) % matches.length)
    },
  }
}
