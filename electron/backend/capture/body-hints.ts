import { timeLabel } from './noise-phrases.ts'
import type { TextBlock } from './text-blocks.ts'

/** What the cleaning of a body knows from elsewhere in the page. */
export interface BodyHints {
  readonly title: string | undefined
  readonly authors: readonly string[]
  /** How the page describes itself in a line or two. */
  readonly description: string | undefined
  /** The body as JSON-LD gives it. */
  readonly articleBody: string | undefined
  readonly isDate: (text: string) => boolean
}

/** A line that says when the article was published or changed. */
export function isTime(block: TextBlock, hints: BodyHints): boolean {
  if (block.words > 22) return false
  return (
    (timeLabel.test(block.text) && /\d/.test(block.text)) || (block.words <= 15 && hints.isDate(block.text))
  )
}
