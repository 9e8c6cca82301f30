import type { Selectors, TextRange } from './selectors.ts'

/** How much of the context on either side is looked for; less of it is too common to mark a place. */
const ENOUGH = 20
/** Context that stands in more places than this is boilerplate, and the rest of them are not looked at. */
const MOST_TRIES = 200

/**
 * The places where the context of a quote stands as it did, with room for the quote or with nothing in between. They
 * hold the quote if it is still there at all. An edge of the text is context too, if there is some on the other side;
 * where context is cut short in the midst of the text, no places are given.
 */
export function placesByContext(text: string, { exact, prefix, suffix, start }: Selectors): TextRange[] {
  const before = prefix.slice(-ENOUGH).trimEnd()
  const after = suffix.slice(0, ENOUGH).trimStart()
  const room = 2 * exact.length + ENOUGH
  const isMark = (context: string) => context.length >= ENOUGH - 8
  if (before === '' && start <= prefix.length && isMark(after)) {
    const gap = text.slice(0, room + after.length).indexOf(after)
    return gap === -1 ? [] : [{ start: 0, end: gap }]
  }
  if (!isMark(before) || !(isMark(after) || after === '')) return []
  const places: TextRange[] = []
  let tries = 0
  for (let at = text.indexOf(before); at !== -1 && tries < MOST_TRIES; at = text.indexOf(before, at + 1)) {
    tries++
    const from = at + before.length
    const gap =
      after === '' ? text.length - from : text.slice(from, from + room + after.length).indexOf(after)
    if (gap !== -1 && gap <= room) places.push({ start: from, end: from + gap })
  }
  return places
}
