import { contextAgreement, contextOf } from './context.ts'
import type { FoundAnchor } from './find-anchor.ts'
import { foldText } from './fold.ts'
import type { Selectors, TextRange } from './selectors.ts'
import type { TextIndex } from './text-index.ts'
import { weights } from './weights.ts'

/** Past this many occurrences of a quote those far from its old place are not looked at. */
const MOST_OCCURRENCES = 200
/** A quote of fewer units is found again only where its context agrees: 'Yes.' may stand anywhere. */
const LONG_ENOUGH = 16
const LEAST_CONTEXT = 0.3

/** Where the quote stands word for word, or with nothing changed but its typesetting; undefined if nowhere. */
export function findByQuote(index: TextIndex, selectors: Selectors): FoundAnchor | undefined {
  const { exact, prefix, suffix, start, end } = selectors
  const { text } = index
  if (text.startsWith(exact, start) && text.endsWith(prefix, start) && text.startsWith(suffix, end)) {
    return { start, end, how: 'position', score: 1 }
  }
  return findExact(index, selectors) ?? findFolded(index, selectors)
}

function findExact({ text }: TextIndex, selectors: Selectors): FoundAnchor | undefined {
  const { exact, start: hint } = selectors
  const places = occurrences(text, exact, hint).map((start) => ({ start, end: start + exact.length }))
  const chosen = choosePlace(text, selectors, places)
  return chosen && { ...chosen, how: chosen.start === hint ? 'position' : 'quote' }
}

function findFolded(index: TextIndex, selectors: Selectors): FoundAnchor | undefined {
  const exact = foldText(selectors.exact).folded
  if (exact === '') return undefined
  const { folded, offsets } = index.folded()
  const places = occurrences(folded, exact, selectors.start).map((start) => ({
    start: offsets[start] ?? 0,
    end: endOfUnit(index.text, offsets, start + exact.length - 1),
  }))
  const chosen = choosePlace(index.text, selectors, places)
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

function placeRank(agreement: number, start: number, hint: number): number {
  return weights.context * agreement + weights.nearness * nearness(start, hint)
}

/** 1 at the old offset, falling to one half 500 units away. */
export function nearness(start: number, hint: number): number {
  return 1 / (1 + Math.abs(start - hint) / 500)
}
