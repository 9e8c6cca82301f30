import { type CardToPlace, placeCards } from './place-cards.ts'

/** Further from its passage than this (CSS pixels), a card is no longer beside it. */
const farthest = 400

/** Whether the cards, each giving way downwards, would drift so far that the reader loses them. */
export function areCrowded(cards: readonly CardToPlace[], gap: number): boolean {
  const tops = placeCards(cards, gap, null)
  return cards.some(({ id, top }) => (tops.get(id) ?? top) - top > farthest)
}

/**
 * The card that is to stand exactly at its passage among crowded ones: the open one while its passage is in view, else
 * the first whose passage is at the reading line or below it.
 */
export function choosePivot(
  cards: readonly CardToPlace[],
  activeId: string | null,
  view: { from: number; to: number; line: number },
): string | null {
  const active = cards.find(({ id }) => id === activeId)
  if (active !== undefined && active.top >= view.from && active.top <= view.to) return active.id
  return (cards.find(({ top }) => top >= view.line) ?? cards.at(-1))?.id ?? null
}
