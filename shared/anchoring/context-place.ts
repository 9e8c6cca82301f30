import type { Selectors, TextRange } from './selectors.ts'

/** How much of the context on either side is looked for; less of it is too common to mark a place. */
const ENOUGH = 20
/** Context that stands in more places than this is boilerplate, and the rest of them are not looked at. */
const MOST_TRIES = 200

/**
 * The places where the context of a quote stands as it did, with room for the quote or with nothing in between. They
 * hold the quote if it is still there at all; where the context is cut short by an edge of the text, none are given.
 */
export function placesByContext(text: string, { exact, prefix, suffix }: Selectors): TextRange[] {
  const before = prefix.slice(-ENOUGH).trimEnd()
  const after = suffix.slice(0, ENOUGH).trimStart()
  if (Math.min(before.length, after.length) < ENOUGH - 8) return []
  const places: TextRange[] = []
  const room = 2 * exact.length + ENOUGH
  let tries = 0
  for (let at = text.indexOf(before); at !== -1 && tries < MOST_TRIES; at = text.indexOf(before, at + 1)) {
    tries++
    const start = at + before.length
    const gap = text.slice(start, start + room + after.length).indexOf(after)
    if (gap !== -1) places.push({ start, end: start + gap })
  }
  return places
}
