import { candidateAround, candidatesByCharacters, candidatesByWords } from './candidates.ts'
import { placesByContext } from './context-place.ts'
import type { FoundAnchor } from './find-anchor.ts'
import { type Candidate, isConvincing, type Judged, judge, prepareSought } from './judge.ts'
import { everywhere } from './occurrences.ts'
import type { Selectors, TextRange } from './selectors.ts'
import type { TextIndex } from './text-index.ts'
import { weights } from './weights.ts'

/** A match this good among the words makes the slower search among the characters needless. */
const GOOD_ENOUGH = 0.65

/**
 * Where enough of the quote's words stand together, with their context weighed in; undefined if nowhere. Places are
 * proposed by the context, by words in common, and, where these are not good enough, by characters in common.
 */
export function findApproximately(
  index: TextIndex,
  selectors: Selectors,
  admits = everywhere,
): FoundAnchor | undefined {
  const sought = prepareSought(selectors)
  if (!sought) return undefined
  const places = placesByContext(index.text, selectors)
  let best: Judged | undefined
  const consider = (candidates: Candidate[]) => {
    for (const candidate of candidates) {
      const judged = judge(sought, index, candidate)
      if (!judged || judged.rank <= (best?.rank ?? 0)) continue
      if (!isLookAlike(judged, places) && admits(judged)) best = judged
    }
  }
  consider(places.slice(0, MOST_PLACES).map((place) => candidateAround(index, sought.pattern, place)))
  consider(candidatesByWords(index, sought.pattern))
  if (!best || best.score < GOOD_ENOUGH) {
    consider(candidatesByCharacters(index, sought.pattern, selectors.exact, selectors.start))
  }
  if (!best || !isConvincing(best, sought)) return undefined
  return { start: best.start, end: best.end, how: 'approximate', score: best.score }
}

/** How many of the places the context proposes are worth a closer look. */
const MOST_PLACES = 3

/** Whether the quote's own place is known and is another one: then this is some other passage much like it. */
function isLookAlike({ start, end, share }: Judged, places: TextRange[]): boolean {
  if (share >= weights.standsAlone || places.length === 0) return false
  return places.every((place) => place.end <= start || end <= place.start)
}
