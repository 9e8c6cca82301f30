import { flatText, isElement, isText, type PageElement } from './page-dom.ts'

/** A piece of running text: an element that holds text and no other block. */
export interface TextBlock {
  readonly element: PageElement
  readonly text: string
  readonly words: number
  /** The share of its letters that stands in links. */
  readonly linked: number
}

const blockNames = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
function countWords(text: string): number {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{N}\p{M}'’-]+/gu)
      ?.length ?? 0
  )
}

function linkedShare(element: PageElement, text: string): number {
  let linked = 0
  for (const link of element.getElementsByTagName('a')) linked += flatText(link).length
  return text.length === 0 ? 0 : Math.min(1, linked / text.length)
}

/** True where an element holds text of its own, in itself or in inline elements, beside or without inner blocks. */
function holdsText(element: PageElement): boolean {
  for (const child of element.childNodes) {
    if (isText(child)) {
      if (/[\p{L}\p{N}]/u.test(child.textContent ?? '')) return true
    } else if (isElement(child) && !blockNames.has(child.localName) && holdsText(child)) return true
  }
  return false
}

/** The blocks of a body in document order. */
export function textBlocks(root: PageElement): TextBlock[] {
  const blocks: TextBlock[] = []
  const visit = (element: PageElement) => {
    if ((blockNames.has(element.localName) || element === root) && holdsText(element)) {
      const text = flatText(element)
      blocks.push({ element, text, words: countWords(text), linked: linkedShare(element, text) })
      return
    }
    for (const child of [...element.children]) visit(child)
  }
  visit(root)
  return blocks
}

export function isHeading(block: TextBlock): boolean {
  return /^h[1-6]$/.test(block.element.localName)
}

/** Long enough, and with few enough links, to be a paragraph of an article. */
export function isSubstantial(block: TextBlock): boolean {
  return block.words >= 18 && block.linked < 0.5 && !isHeading(block)
}
