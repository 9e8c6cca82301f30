import { hash } from 'node:crypto'
import { hashToken, scramble } from './token-digest.ts'

/** A piece of a text, whole lines: `start` is where it begins, in UTF-16 units, and `part` the sum of its own characters. */
export interface Passage {
  part: string
  start: number
  text: string
}

/** About so many UTF-16 units, a few hundred words: that much is indexed anew where a word has changed. */
const usualLength = 2000
const lengthAtMost = 8000

/**
 * The passages of a text, one after the other. Where one ends is decided by the line it ends with and nothing else, so that a change
 * alters the passage it is made in and leaves the others as they were, wherever they stand. A line is never cut.
 */
export function* passagesOf(text: string): Generator<Passage> {
  let start = 0
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    if (endsPassage(text.slice(at, end)) || end - start >= lengthAtMost || end === text.length) {
      const passage = text.slice(start, end)
      yield { part: hash('sha256', passage, 'base64url').slice(0, 16), start, text: passage }
      start = end
    }
    at = end
  }
}

/** The longer a line, the likelier: then passages are of about the same length, be they of short lines or of long ones. */
function endsPassage(line: string): boolean {
  return (scramble(hashToken(line)) >>> 0) % usualLength < line.length
}
