import { comparableText, type PageDocument } from './page-dom.ts'
import { isHeading, isSubstantial, textBlocks } from './text-blocks.ts'

const linesBefore = 2
const linesAfter = 12
const longestLine = 25

/**
 * The short lines around the main heading, those after it first: where pages write who wrote and when without marking it.
 * The main heading is the one that has the words of `title`, or the first `h1`.
 */
export function linesByHeading(document: PageDocument, title = ''): string[] {
  const blocks = textBlocks(document.body)
  const words = comparableText(title)
  const isTitle = (text: string) => words !== '' && comparableText(text).includes(words)
  const titled = blocks.findIndex((block) => isHeading(block) && isTitle(block.text))
  const heading = titled === -1 ? blocks.findIndex((block) => block.element.localName === 'h1') : titled
  if (heading === -1) return []
  const after = blocks.slice(heading + 1, heading + 1 + linesAfter)
  const end = after.findIndex((block) => isSubstantial(block) && block.words > 2 * longestLine)
  const before = blocks.slice(Math.max(0, heading - linesBefore), heading).toReversed()
  return [...(end === -1 ? after : after.slice(0, end)), ...before]
    .filter(({ words }) => words <= longestLine)
    .map(({ text }) => text)
}
