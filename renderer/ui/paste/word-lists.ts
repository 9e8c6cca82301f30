import type { HtmlPart } from './html-parts.ts'

/** HTML being written; what is known only later is asked for in the end. */
export type Written = (string | (() => string))[]

/**
 * Makes lists of what Word calls lists: paragraphs that name their level in a style (`mso-list: l0 level2 lfo1`), with the bullet or
 * the number written out before the text, in a span that is to be ignored.
 */
export function createWordLists(out: Written) {
  const levels: { isOrdered: boolean }[] = []
  /** How many elements are open around the list. */
  let base = 0
  let openInMarker = 0
  let marker = ''

  const endLast = () => {
    const last = levels.pop()
    out.push(`</li></${last?.isOrdered ? 'ol' : 'ul'}>`)
  }

  function end(): void {
    while (levels.length > 0) endLast()
  }

  function beginItem(level: number, depth: number): void {
    base = depth
    while (levels.length > level) endLast()
    if (levels.length === level) out.push('</li><li>')
    while (levels.length < level) {
      const next = { isOrdered: false }
      levels.push(next)
      out.push(() => (next.isOrdered ? '<ol><li>' : '<ul><li>'))
    }
  }

  return {
    end,
    /** A block begins, inside `depth` open elements: it is the next item, or the list is over. */
    beginBlock(style: string, depth: number): void {
      const level = /mso-list:\s*\w+\s+level([1-9])\b/i.exec(style)?.[1]
      if (level !== undefined) beginItem(Number(level), depth)
      else if (depth <= base) end()
    },
    /** An element ends that was opened inside `depth` others: what the list stands in, or a part of it. */
    endBlock(depth: number): void {
      if (depth < base) end()
    },
    /** Whether this belongs to the bullet or the number of an item, which the list has by itself. */
    isOfMarker(part: HtmlPart, style: string): boolean {
      if (openInMarker === 0) {
        if (levels.length === 0 || !/mso-list:\s*ignore/i.test(style)) return false
        openInMarker = 1
        marker = ''
        return true
      }
      if (part.kind === 'text') marker += part.text
      else openInMarker += part.kind === 'open' ? 1 : -1
      const last = levels.at(-1)
      if (openInMarker === 0 && last !== undefined) last.isOrdered = /^\s*\(?\w{1,6}[.)]/.test(marker)
      return true
    },
  }
}
