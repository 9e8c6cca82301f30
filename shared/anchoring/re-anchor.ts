import { findApproximately } from './approximate.ts'
import { type Carried, carryRange, ownersOf } from './carry.ts'
import { compareRevisions } from './diff-words.ts'
import { type Anchor, type FoundAnchor, findAnchor } from './find-anchor.ts'
import { type Candidate, isConvincing, judge, prepareSought } from './judge.ts'
import { findByQuote } from './occurrences.ts'
import type { Selectors, TextRange } from './selectors.ts'
import { indexText, type TextIndex, wordAt } from './text-index.ts'

/** What became of a quote: same words in the same place, same words elsewhere, other words, or gone. */
export type Verdict =
  | { outcome: 'same' | 'moved' | 'changed'; anchor: FoundAnchor }
  | { outcome: 'lost'; anchor?: undefined }

/** A place that mostly holds words from elsewhere in the old text is another passage, however alike. */
const MOSTLY = 0.5
/** How much longer than the quote the gap between its neighbours may be and still be looked through as its place. */
const LONGEST_GAP = 4
/** With both neighbours in place less of the quote itself has to be left for it to count as changed. */
const LEAST_IN_PLACE = 0.4
/** An edited quote this alike is not looked for elsewhere. */
const GOOD_ENOUGH = 0.75

/**
 * Follows quotes from one revision of a text into the next and gives a verdict for each, in order. The whole old text
 * says more than a quote's context does: both texts are compared word by word, so a quote keeps its place where its
 * neighbours kept theirs, and a look-alike that was there all along is not taken for it. Offsets are UTF-16 units of
 * `newText`.
 */
export function reanchor(oldText: string, newText: string, quotes: readonly Selectors[]): Verdict[] {
  if (quotes.length === 0) return []
  const oldIndex = indexText(oldText)
  const newIndex = indexText(newText)
  const revisions = compareRevisions(oldIndex, newIndex)
  const owners = ownersOf(revisions)
  return quotes.map((selectors) => {
    const place = placeInOld(oldIndex, selectors)
    if (!place) return withoutOldPlace(findAnchor(newIndex, selectors), selectors)
    return follow(newIndex, { ...selectors, ...place }, carryRange(revisions, owners, place))
  })
}

function placeInOld(oldIndex: TextIndex, selectors: Selectors): TextRange | undefined {
  const { start, end, exact } = selectors
  if (oldIndex.text.slice(start, end) === exact) return { start, end }
  const anchor = findAnchor(oldIndex, selectors)
  return 'lost' in anchor ? undefined : { start: anchor.start, end: anchor.end }
}

/** The quote was not in the old text either: its selectors are all there is to go by. */
function withoutOldPlace(anchor: Anchor, { start }: Selectors): Verdict {
  if ('lost' in anchor) return { outcome: 'lost' }
  if (anchor.how === 'approximate') return { outcome: 'changed', anchor }
  return { outcome: anchor.start === start ? 'same' : 'moved', anchor }
}

function follow(newIndex: TextIndex, selectors: Selectors, carried: Carried): Verdict {
  const { whole, between } = carried
  if (whole) {
    const how = whole.start === selectors.start ? 'position' : 'quote'
    return { outcome: 'same', anchor: { ...whole, how, score: 1 } }
  }
  const isFree = (place: TextRange) => carried.takenByOthers(place) < MOSTLY
  const edited = inPlace(newIndex, selectors, between)
  const copy = findByQuote(newIndex, selectors, isFree)
  if (copy && copy.score >= (edited?.score ?? 0)) {
    return { outcome: liesWithin(newIndex, copy, between) ? 'same' : 'moved', anchor: copy }
  }
  const elsewhere =
    edited && edited.score >= GOOD_ENOUGH ? undefined : findApproximately(newIndex, selectors, isFree)
  const changed = elsewhere && elsewhere.score > (edited?.score ?? 0) ? elsewhere : edited
  return changed ? { outcome: 'changed', anchor: changed } : { outcome: 'lost' }
}

/** The quote edited in place: what stands between its neighbours, if that is still like it. */
function inPlace(newIndex: TextIndex, selectors: Selectors, between: Candidate): FoundAnchor | undefined {
  const sought = prepareSought(selectors)
  if (!sought) return undefined
  const length = sought.pattern.quoteTo - sought.pattern.quoteFrom
  if (between.to - between.from > LONGEST_GAP * length + sought.pattern.words.keys.length) return undefined
  const context = sought.pattern.quoteFrom + sought.pattern.words.keys.length - sought.pattern.quoteTo
  const judged = judge(sought, newIndex, {
    from: Math.max(0, between.from - context),
    to: Math.min(newIndex.words().keys.length, between.to + context),
  })
  if (!judged || !liesWithin(newIndex, judged, between)) return undefined
  if (judged.share < LEAST_IN_PLACE && !isConvincing(judged, sought)) return undefined
  return { start: judged.start, end: judged.end, how: 'approximate', score: judged.score }
}

function liesWithin(newIndex: TextIndex, { start, end }: TextRange, between: Candidate): boolean {
  const words = newIndex.words()
  return wordAt(words, start) >= between.from && wordAt(words, end - 1) < between.to
}
