import { type RefObject, useMemo } from 'react'
import type { Quote } from '#shared/domain/quote.ts'
import { areCrowded, choosePivot } from './choose-pivot.ts'
import { estimateHeight } from './estimate-height.ts'
import { placeCards } from './place-cards.ts'
import { useCardHeights } from './use-card-heights.ts'
import { useScrollView } from './use-scroll-view.ts'

const gap = 10
/** The open card may stand so far below its passage to make room for those before it. */
const give = 200

interface CardPlaces {
  /** The top of each card, in CSS pixels from the top of the margin. */
  tops: ReadonlyMap<string, number>
  /** Those on screen or near it, and the ones named in `always`. */
  drawn: readonly Quote[]
  /** The first that is on screen. */
  firstInView: string | undefined
  /** How much room all the cards take. */
  height: number
  /** There are more cards than room: only those around the reading line stand beside their passages. */
  crowded: boolean
  measure(element: HTMLElement | null): (() => void) | undefined
}

/** Where the cards stand, given where their passages begin; follows their heights and the scrolling. */
export function useCardPlaces(
  element: RefObject<HTMLElement | null>,
  quotes: readonly Quote[],
  passages: ReadonlyMap<string, number>,
  activeId: string | null,
  always: readonly (string | null)[],
): CardPlaces {
  const { heightOf, measure, version } = useCardHeights()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when a height has changed
  const cards = useMemo(
    () =>
      quotes.flatMap((quote) => {
        const top = passages.get(quote.id)
        return top === undefined
          ? []
          : [{ id: quote.id, top, height: heightOf(quote.id) ?? estimateHeight(quote) }]
      }),
    [quotes, passages, heightOf, version],
  )
  const crowded = useMemo(() => areCrowded(cards, gap), [cards])
  const view = useScrollView(element, crowded)
  const pivot = crowded ? choosePivot(cards, activeId, view) : activeId
  const tops = useMemo(() => placeCards(cards, gap, pivot, give), [cards, pivot])
  const heights = useMemo(() => new Map(cards.map(({ id, height }) => [id, height])), [cards])
  const drawn = quotes.filter(({ id }) => {
    const top = tops.get(id)
    if (top === undefined) return false
    return always.includes(id) || (top <= view.to && top + (heights.get(id) ?? 0) >= view.from)
  })
  const firstInView = drawn.find(({ id }) => (tops.get(id) ?? 0) >= view.near)?.id
  const last = cards.at(-1)
  const end = last === undefined ? 0 : (crowded ? last.top : (tops.get(last.id) ?? 0)) + last.height
  // The open card is never cut off, however tall and wherever it stands.
  const openEnd = activeId === null ? 0 : (tops.get(activeId) ?? 0) + (heights.get(activeId) ?? 0)
  return { tops, drawn, firstInView, height: Math.max(end, openEnd) + gap, crowded, measure }
}
