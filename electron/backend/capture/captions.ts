import { flatText, type PageElement } from './page-dom.ts'
import { isCaption } from './remove-furniture.ts'
import { textBlocks } from './text-blocks.ts'

/** Where a picture carries its caption through the steps that find and clean the running text. */
export const captionAttribute = 'data-kept-caption'

/** A caption is the picture's text: it moves into it, so that it is not taken for running text on the way. */
function moveCaption(caption: PageElement): void {
  const text = flatText(caption)
  let frame: PageElement | null = caption.parentNode
  for (let level = 0; level < 3 && frame !== null; level++, frame = frame.parentNode) {
    const image = frame.querySelector('img')
    if (image === null) continue
    const kept = image.getAttribute(captionAttribute) ?? ''
    if (!kept.includes(text)) image.setAttribute(captionAttribute, `${kept} ${text}`.trim())
    break
  }
  caption.remove()
}

/** Moves captions and credits into their pictures, in place. What is too long to be one stays. */
export function removeCaptions(root: PageElement): void {
  const total = flatText(root).length
  for (const element of [...root.querySelectorAll('figcaption, [class], [itemprop], [data-testid]')]) {
    if (
      element === root ||
      !root.contains(element) ||
      !isCaption(element) ||
      element.querySelector('img, p + p') !== null
    )
      continue
    if (flatText(element).length < Math.max(300, total * 0.1)) moveCaption(element)
  }
  for (const figure of [...root.getElementsByTagName('figure')]) {
    if (
      figure.querySelector('img') === null ||
      figure.querySelector('table, blockquote, pre, p + p') !== null
    )
      continue
    for (const block of textBlocks(figure)) if (block.element !== figure) moveCaption(block.element)
  }
}
