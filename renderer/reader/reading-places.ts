/** Where somebody was in an article: the text at the top of the screen, and how far it was scrolled beyond it. */
export interface ReadingPlace {
  articleId: string
  /** UTF-16 offset in the plain text of the revision read. */
  offset: number
  /** Pixels from the top of that line to the top of the screen area. */
  below: number
}

/** Remembers the latest place of each article, the most recent `most` of them. */
export function rememberPlace(
  places: readonly ReadingPlace[],
  place: ReadingPlace,
  most: number,
): ReadingPlace[] {
  return [place, ...places.filter(({ articleId }) => articleId !== place.articleId)].slice(0, most)
}

/** Reads what was stored; what does not fit is left out. */
export function parsePlaces(stored: unknown): ReadingPlace[] {
  if (!Array.isArray(stored)) return []
  return stored.filter(
    (one): one is ReadingPlace =>
      typeof one === 'object' &&
      one !== null &&
      typeof one.articleId === 'string' &&
      Number.isFinite(one.offset) &&
      Number.isFinite(one.below),
  )
}
