import { contextAgreement, contextOf } from './context.ts'
import type { FoundAnchor } from './find-anchor.ts'
import { foldText } from './fold.ts'
import { placeRank } from './judge.ts'
import type { Selectors, TextRange } from './selectors.ts'
import type { TextIndex } from './text-index.ts'

/** Past this many occurrences of a quote those far from its old place are not looked at. */
const MOST_OCCURRENCES = 200
/** A quote of fewer units is found again only where its context agrees: 'Yes.' may stand anywhere. */
const LONG_ENOUGH = 16
const LEAST_CONTEXT = 0.3

/** Says whether a place may be taken at all. */
export type Admits = (place: TextRange) => boolean

export const everywhere: Admits = () => true

/** Where the quote stands word for word, or with nothing changed but its typesetting; undefined if nowhere. */
export function findByQuote(
  index: TextIndex,
  selectors: Selectors,
  admits = everywhere,
): FoundAnchor | undefined {
  const { exact, prefix, suffix, start, end } = selectors
  const { text } = index
  const inPlace =
    text.startsWith(exact, start) && text.endsWith(prefix, start) && text.startsWith(suffix, end)
  if (inPlace && admits({ start, end })) return { start, end, how: 'position', score: 1 }
  return findExact(index, selectors, admits) ?? findFolded(index, selectors, admits)
}

function findExact({ text }: TextIndex, selectors: Selectors, admits: Admits): FoundAnchor | undefined {
  const { exact, start: hint } = selectors
  const places = occurrences(text, exact, hint).map((start) => ({ start, end: start + exact.length }))
  const chosen = choosePlace(text, selectors, places.filter(admits))
  return chosen && { ...chosen, how: chosen.start === hint ? 'position' : 'quote' }
}

function findFolded(index: TextIndex, selectors: Selectors, admits: Admits): FoundAnchor | undefined {
  const exact = foldText(selectors.exact).folded
  if (exact === '') return undefined
  const { folded, offsets } = index.folded()
  const places = occurrences(folded, exact, selectors.start).map((start) => ({
    start: offsets[start] ?? 0,
    end: endOfUnit(index.text, offsets, start + exact.length - 1),
  }))
  const chosen = choosePlace(index.text, selectors, places.filter(admits))
  return chosen && { ...chosen, how: 'quote' }
}

/** The end in the original of folded unit `unit`, without the white space that follows it. */
function endOfUnit(text: string, offsets: Uint32Array, unit: number): number {
  const from = offsets[unit] ?? 0
  let next = unit + 1
  while (offsets[next] === from) next++
  return from + text.slice(from, offsets[next]).trimEnd().length
}

function occurrences(text: string, exact: string, hint: number): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) starts.push(at)
  if (starts.length <= MOST_OCCURRENCES) return starts
  return starts.sort((a, b) => Math.abs(a - hint) - Math.abs(b - hint)).slice(0, MOST_OCCURRENCES)
}

function choosePlace(
  text: string,
  selectors: Selectors,
  places: TextRange[],
): (TextRange & { score: number }) | undefined {
  const [only] = places
  if (!only) return undefined
  const isLong = selectors.exact.length >= LONG_ENOUGH
  if (places.length === 1 && isLong) return { ...only, score: 0.9 }
  const context = contextOf(selectors)
  let best: (TextRange & { score: number }) | undefined
  let bestRank = -1
  for (const place of places) {
    const agreement = contextAgreement(text, place.start, place.end, context)
    const rank = placeRank(agreement, place.start, selectors.start)
    if (rank > bestRank) {
      bestRank = rank
      best = { ...place, score: agreement }
    }
  }
  if (!best || (!isLong && best.score < LEAST_CONTEXT)) return undefined
  return { ...best, score: 0.8 + 0.2 * best.score }
}
