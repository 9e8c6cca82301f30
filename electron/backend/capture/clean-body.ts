import { announcedLists } from './announced-lists.ts'
import type { BodyHints } from './body-hints.ts'
import { removeCaptions } from './captions.ts'
import { afterEndMark } from './end-marks.ts'
import { leadingNoise } from './leading-noise.ts'
import { isNoise } from './noise-phrases.ts'
import { flatText, type PageElement } from './page-dom.ts'
import { absentFromCopy } from './publisher-copy.ts'
import { teaserCards } from './teaser-cards.ts'
import { isHeading, type TextBlock, textBlocks } from './text-blocks.ts'
import { trailingNoise } from './trailing-noise.ts'

/** An item that is nothing but one link; enough of them together are a list of other articles. */
function isLinkOnly(block: TextBlock): boolean {
  return block.linked >= 0.92 && block.words >= 1
}

/** Whether a block stands in a quotation: a post of somebody else may well end in nothing but its address. */
function isQuoted({ element }: TextBlock): boolean {
  for (let frame = element.parentNode; frame !== null; frame = frame.parentNode)
    if (frame.localName === 'blockquote') return true
  return element.localName === 'blockquote'
}

function linkOnlyBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  const total = blocks.reduce((sum, block) => sum + block.words, 0)
  const linked = blocks.filter((block) => isLinkOnly(block) && !isHeading(block) && !isQuoted(block))
  const words = linked.reduce((sum, block) => sum + block.words, 0)
  return words < total * 0.5 || total - words > 100 ? linked : []
}

function removeBlock(element: PageElement, root: PageElement): void {
  if (element === root) return
  const images = [...element.getElementsByTagName('img')]
  const parent = element.parentNode
  for (const image of images) parent?.insertBefore(image, element)
  element.remove()
  // A frame left without words, such as a list whose items went, has nothing to frame.
  if (parent !== null && parent !== root && flatText(parent) === '' && parent.querySelector('img') === null)
    removeBlock(parent, root)
}

/**
 * Removes from an extracted body, in place, what stands in it without being part of it: repeated title, kickers, dates and
 * bylines before the text; captions (which become the picture's own text); related links, pleas and interruptions inside;
 * leftovers after it. Rules are about form and common phrases, never about one outlet.
 */
export function cleanBody(root: PageElement, hints: BodyHints): void {
  removeCaptions(root)
  for (const card of teaserCards(root)) removeBlock(card, root)
  const removeAll = (blocks: readonly TextBlock[]) => {
    for (const { element } of blocks) removeBlock(element, root)
  }
  removeAll(afterEndMark(textBlocks(root)))
  removeAll(announcedLists(textBlocks(root)))
  removeAll(textBlocks(root).filter(isNoise))
  removeAll(linkOnlyBlocks(textBlocks(root)))
  removeAll(leadingNoise(textBlocks(root), hints))
  removeAll(absentFromCopy(textBlocks(root), hints.articleBody))
  removeAll(trailingNoise(textBlocks(root), hints))
}
