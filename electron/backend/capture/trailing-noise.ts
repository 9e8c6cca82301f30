import { type BodyHints, isTime } from './body-hints.ts'
import { isClosingLine } from './noise-phrases.ts'
import { comparableText } from './page-dom.ts'
import { isHeading, isSubstantial, type TextBlock } from './text-blocks.ts'

const sentenceEnd = /[.!?…։。！？؟।»”"'’)\]:;]$/u

const mostLeftovers = 8

/** How a line about the author begins: with the name, and what he or she is. */
function biographyOf(name: string): RegExp {
  return new RegExp(
    `^(?:by )?${name} (?:is|was|has|works|writes|covers|lives|ist|schreibt|arbeitet|est|es|è|é|är|er|jest|это)(?: |$)`,
    'u',
  )
}

/** After the last paragraph: headings that nothing follows, names, dates and other short things that end no sentence. */
export function trailingNoise(blocks: readonly TextBlock[], hints: BodyHints): TextBlock[] {
  const names = hints.authors.map(comparableText).filter(Boolean)
  const isBiography = ({ text, words }: TextBlock) => {
    const written = comparableText(text)
    return words <= 120 && names.some((name) => biographyOf(name).test(written))
  }
  const isEnding = (block: TextBlock) => isClosingLine(block) || isBiography(block)
  const lastParagraph = blocks.findLastIndex((block) => isSubstantial(block) && !isEnding(block))
  if (lastParagraph === -1) return []
  const rest = blocks.slice(lastParagraph + 1)
  // Many short lines are no leftovers but a table of results, a poem, a list of names.
  const areLeftovers = rest.length <= mostLeftovers
  const isLeftover = (block: TextBlock) => {
    if (block.element.localName === 'li' || block.element.localName === 'td') return block.linked > 0.6
    const written = comparableText(block.text)
    const isByline = block.words <= 20 && names.some((name) => written.includes(name))
    return (
      isEnding(block) ||
      isByline ||
      isTime(block, hints) ||
      (areLeftovers && block.words <= 10 && !sentenceEnd.test(block.text))
    )
  }
  // A heading goes with what it heads.
  const leftovers: TextBlock[] = []
  let isFollowed = false
  for (const block of rest.toReversed()) {
    const goes: boolean = isHeading(block) ? !isFollowed : isLeftover(block)
    if (goes) leftovers.push(block)
    isFollowed = !goes
  }
  return leftovers
}
