/** A card beside the text: where its passage begins, and how tall it is, in CSS pixels from the top of the text. */
export interface CardToPlace {
  id: string
  top: number
  height: number
}

/**
 * Places cards beside their passages so that none covers another, each as near to its passage as the others let it be.
 * The active card stands exactly at its passage; those before it give way upwards, those after it downwards. Without an
 * active one, cards give way downwards. Returns the top of each card by id; a top may be negative where cards pile up
 * above an active one near the beginning.
 */
export function placeCards(
  cards: readonly CardToPlace[],
  gap: number,
  activeId: string | null,
): Map<string, number> {
  const tops = new Map<string, number>()
  const active = Math.max(
    0,
    cards.findIndex((card) => card.id === activeId),
  )
  let floor = Number.NEGATIVE_INFINITY
  for (const card of cards.slice(active)) {
    const top = Math.max(card.top, floor)
    tops.set(card.id, top)
    floor = top + card.height + gap
  }
  let ceiling = (tops.get(cards[active]?.id ?? '') ?? 0) - gap
  for (const card of cards.slice(0, active).toReversed()) {
    const top = Math.min(card.top, ceiling - card.height)
    tops.set(card.id, top)
    ceiling = top - gap
  }
  return tops
}
