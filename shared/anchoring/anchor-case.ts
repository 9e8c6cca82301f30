import { type FoundHow, findAnchor } from './find-anchor.ts'
import type { Selectors } from './selectors.ts'
import { indexText, type TextIndex } from './text-index.ts'

/** One line of `anchor --jsonl`: a stored quote and the text to find it in. */
export type AnchorCase = Selectors & { id: string; text: string }

export type AnchorAnswer =
  | { id: string; start: number; end: number; how: FoundHow }
  | { id: string; lost: true }

let latest: TextIndex | undefined

/** Answers one case. Cases over the same text in a row share its index. */
export function answerAnchorCase({ id, text, ...selectors }: AnchorCase): AnchorAnswer {
  if (latest?.text !== text) latest = indexText(text)
  const anchor = findAnchor(latest, selectors)
  if ('lost' in anchor) return { id, lost: true }
  return { id, start: anchor.start, end: anchor.end, how: anchor.how }
}
