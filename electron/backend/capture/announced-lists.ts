import { isPointer } from './noise-phrases.ts'
import { isHeading, isSubstantial, type TextBlock } from './text-blocks.ts'

const longestAnnouncement = 8
const longestItem = 22

/** Another article's headline or its time: mostly a link, or a short line that ends no sentence. */
function isItem(block: TextBlock): boolean {
  if (isSubstantial(block) || block.words > longestItem) return false
  return block.linked > 0.5 || block.element.localName === 'li' || !/[.!?…。:]["”’»)]*$/u.test(block.text)
}

/** A short line that says what follows, not a sentence of its own. */
function announces(block: TextBlock): boolean {
  return block.words <= longestAnnouncement && isPointer(block.text) && !/[.!?…。]["”’»)]*$/u.test(block.text)
}

/**
 * Lists of other articles in the midst of a body: a line that announces them ("Most read", "Lesen Sie auch") and the items
 * after it, up to the next running text. A heading that running text follows is the article's own again.
 */
export function announcedLists(blocks: readonly TextBlock[]): TextBlock[] {
  const found: TextBlock[] = []
  let isOpen = false
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    const headsProse = isHeading(block) && block.linked < 0.5 && next !== undefined && !isItem(next)
    isOpen = announces(block) || (isOpen && isItem(block) && !headsProse)
    if (isOpen) found.push(block)
  }
  return found
}
