/** A card beside the text: where its passage begins, and how tall it is, in CSS pixels from the top of the text. */
export interface CardToPlace {
  id: string
  top: number
  height: number
}

/**
 * Places cards, given in the order of the text, so that none covers another, each as near to its passage as the others
 * let it be. The pivot (the open card, or the one being read) stands exactly at its passage; those before it give way
 * upwards, those after it downwards. Without a pivot, all give way downwards.
 *
 * Those before the pivot stay below the top of the text where that moves the pivot by no more than `give`; else the first
 * of them have negative tops. Returns the top of each card by id.
 */
export function placeCards(
  cards: readonly CardToPlace[],
  gap: number,
  pivotId: string | null,
  give = 0,
): Map<string, number> {
  const tops = new Map<string, number>()
  const pivot = Math.max(
    0,
    cards.findIndex((card) => card.id === pivotId),
  )
  const before = cards.slice(0, pivot)
  const needed = before.reduce((sum, { height }) => sum + height + gap, 0)
  const exact = cards[pivot]?.top ?? 0
  const fits = needed - exact <= give
  const start = fits ? Math.max(exact, needed) : exact
  let floor = start
  for (const card of cards.slice(pivot)) {
    const top = Math.max(card.top, floor)
    tops.set(card.id, top)
    floor = top + card.height + gap
  }
  let ceiling = start - gap
  for (const card of before.toReversed()) {
    const top = Math.min(card.top, ceiling - card.height)
    tops.set(card.id, top)
    ceiling = top - gap
  }
  floor = fits ? 0 : Number.NEGATIVE_INFINITY
  for (const { id, height } of before) {
    const top = Math.max(tops.get(id) ?? 0, floor)
    tops.set(id, top)
    floor = top + height + gap
  }
  return tops
}
