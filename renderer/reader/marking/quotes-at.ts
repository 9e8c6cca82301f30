import type { PlacedQuote } from '../revisions/anchor-counts.ts'

/** The quotes over an offset, from the outermost to the innermost. A caret at either end of a quote is still on it. */
export function quotesAt(quotes: readonly PlacedQuote[], offset: number): PlacedQuote[] {
  return quotes
    .filter(({ anchor }) => anchor.start <= offset && offset <= anchor.end)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.id.localeCompare(b.id))
}

/** From the innermost outwards and round again; the innermost where none of them is active. */
export function cycle(layers: readonly PlacedQuote[], activeId: string | null): string | null {
  const index = layers.findIndex(({ id }) => id === activeId)
  return (index <= 0 ? layers.at(-1) : layers[index - 1])?.id ?? null
}

/**
 * The quote after (1) or before (-1) the active one in the order of the text; without an active one, the next from the
 * offset on. Stays at either end.
 */
export function neighbour(
  quotes: readonly PlacedQuote[],
  activeId: string | null,
  offset: number,
  direction: 1 | -1,
): string | null {
  const index = quotes.findIndex(({ id }) => id === activeId)
  if (index !== -1) return quotes[index + direction]?.id ?? null
  const beside =
    direction === 1
      ? (quotes.find(({ anchor }) => anchor.start >= offset) ?? quotes.at(-1))
      : (quotes.findLast(({ anchor }) => anchor.start < offset) ?? quotes[0])
  return beside?.id ?? null
}

const lengthOf = ({ anchor }: PlacedQuote) => anchor.end - anchor.start
