import { candidatesByCharacters, candidatesByWords } from './candidates.ts'
import type { FoundAnchor } from './find-anchor.ts'
import { type Candidate, isConvincing, type Judged, judge, prepareSought } from './judge.ts'
import { everywhere } from './occurrences.ts'
import type { Selectors } from './selectors.ts'
import type { TextIndex } from './text-index.ts'

/** A match this good among the words makes the slower search among the characters needless. */
const GOOD_ENOUGH = 0.75

/** Where enough of the quote's words stand together, with their context weighed in; undefined if nowhere. */
export function findApproximately(
  index: TextIndex,
  selectors: Selectors,
  admits = everywhere,
): FoundAnchor | undefined {
  const sought = prepareSought(selectors)
  if (!sought) return undefined
  let best: Judged | undefined
  const consider = (candidates: Candidate[]) => {
    for (const candidate of candidates) {
      const judged = judge(sought, index, candidate)
      if (judged && judged.rank > (best?.rank ?? 0) && admits(judged)) best = judged
    }
  }
  consider(candidatesByWords(index, sought.pattern))
  if (!best || best.score < GOOD_ENOUGH) {
    consider(candidatesByCharacters(index, sought.pattern, selectors.exact, selectors.start))
  }
  if (!best || !isConvincing(best, sought)) return undefined
  return { start: best.start, end: best.end, how: 'approximate', score: best.score }
}
