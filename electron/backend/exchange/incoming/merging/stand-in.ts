import type { BundledQuote } from '../bundle.ts'
import { keptText } from './exact-text.ts'

/**
 * A text of what another program kept of an article whose own text it did not keep: the title, an excerpt, and the quotes that do
 * not stand in it already, in the order of their places.
 */
export function standInText(
  beginning: readonly (string | undefined)[],
  quotes: readonly Pick<BundledQuote, 'exact' | 'start'>[],
): string {
  const parts = beginning.flatMap((part) =>
    part === undefined || part.trim() === '' ? [] : [keptText(part)],
  )
  let text = parts.join('\n')
  const inOrder = quotes
    .map((quote, index) => ({
      exact: keptText(quote.exact),
      at: quote.start ?? Number.MAX_SAFE_INTEGER,
      index,
    }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
  const missing: string[] = []
  const seen = new Set<string>()
  for (const { exact } of inOrder) {
    if (seen.has(exact) || text.includes(exact)) continue
    seen.add(exact)
    missing.push(exact)
  }
  if (missing.length > 0) text = [text, ...missing].filter((part) => part !== '').join('\n')
  return text
}
