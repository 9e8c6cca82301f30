import { type BodyHints, isTime } from './body-hints.ts'
import { comparableText } from './page-dom.ts'
import { isHeading, isSubstantial, type TextBlock } from './text-blocks.ts'

/** Up to the repeated title, kickers, dates, bylines and menus stand before the first paragraph. */
export function leadingNoise(blocks: readonly TextBlock[], hints: BodyHints): TextBlock[] {
  const title = comparableText(hints.title ?? '')
  const names = hints.authors.map(comparableText)
  const firstParagraph = blocks.findIndex(isSubstantial)
  if (firstParagraph === -1) return []
  const titleAt = blocks.findIndex(
    (block, index) => index <= firstParagraph + 2 && title !== '' && comparableText(block.text) === title,
  )
  return blocks.slice(0, Math.max(firstParagraph, titleAt + 1)).filter((block, index) => {
    if (index <= titleAt && !isSubstantial(block)) return true
    const isByline =
      block.words <= 25 && names.some((name) => name !== '' && comparableText(block.text).includes(name))
    if (isByline || isTime(block, hints)) return true
    if (isHeading(block) && index === firstParagraph - 1 && index > titleAt) return false
    if (block.element.localName === 'li' && block.linked < 0.5 && index > titleAt) return false
    return block.words <= 12 && !/[.!?…。]["”’»)]*$/u.test(block.text)
  })
}
