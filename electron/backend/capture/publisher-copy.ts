import { comparableText } from './page-dom.ts'
import { isHeading, isSubstantial, type TextBlock } from './text-blocks.ts'

function shinglesOf(text: string): Set<string> {
  const words = comparableText(text).split(' ')
  const found = new Set<string>()
  for (let index = 0; index + 2 < words.length; index++) found.add(words.slice(index, index + 3).join(' '))
  return found
}

/**
 * Blocks that the publisher's own copy of the body does not have. It is believed only where it covers nearly all of the
 * running text, which it does not where it is cut off, a summary, or another article's.
 */
export function absentFromCopy(blocks: readonly TextBlock[], articleBody: string | undefined): TextBlock[] {
  if (articleBody === undefined || articleBody.length < 500) return []
  const copy = shinglesOf(articleBody.replace(/<[^<>]*>/g, ' '))
  const shareOf = (block: TextBlock) => {
    const shingles = [...shinglesOf(block.text)]
    return shingles.length === 0
      ? 1
      : shingles.filter((shingle) => copy.has(shingle)).length / shingles.length
  }
  const shares = new Map(blocks.map((block) => [block, shareOf(block)]))
  const paragraphs = blocks.filter(isSubstantial)
  const covered = paragraphs.filter((block) => (shares.get(block) ?? 0) > 0.6).length
  if (paragraphs.length < 3 || covered < paragraphs.length * 0.85) return []
  // Copies begin with the text proper; what stands before it, a lead, is not denied by its absence.
  const first = blocks.findIndex((block) => isSubstantial(block) && (shares.get(block) ?? 0) > 0.6)
  return blocks
    .slice(first)
    .filter(
      (block) =>
        (shares.get(block) ?? 1) < 0.2 &&
        block.element.localName !== 'td' &&
        block.element.localName !== 'th' &&
        !isHeading(block),
    )
}
