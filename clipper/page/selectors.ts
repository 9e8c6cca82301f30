import type { Selectors } from '../protocol.ts'

/** How much of what stands around a selection is sent along, to tell repeated passages apart. */
const contextLength = 200
/** How many pieces of text are looked at for it. */
const contextPieces = 60
const longestQuote = 100_000

/** Never part of what a page says. */
const silent =
  'script, style, noscript, template, textarea, select, svg, math, [hidden], [aria-hidden="true"]'

/**
 * A selection as its words and those around it. The words are those of the document, not as a style shows them: capital
 * letters that only a style sheet makes are no capitals. Blocks are parted by a line break. Null for no words.
 */
export function selectorsOf(range: Range): Selectors | null {
  const pieces = piecesOf(document.body ?? document.documentElement)
  const first = pieces.findIndex((piece) => range.intersectsNode(piece))
  const last = pieces.findLastIndex((piece) => range.intersectsNode(piece))
  if (first === -1) return null
  const exact = textOf(pieces.slice(first, last + 1), (text) => cut(text, range))
  if (exact.trim() === '' || exact.length > longestQuote) return null
  const before = pieces.slice(Math.max(0, first - contextPieces), first + 1)
  const after = pieces.slice(last, last + contextPieces)
  return {
    exact: exact.trim(),
    prefix: textOf(before, (text) => beforeRange(text, range)).slice(-contextLength),
    suffix: textOf(after, (text) => afterRange(text, range)).slice(0, contextLength),
  }
}

/** Text, or the element that breaks a line. */
type Piece = Text | Element

function piecesOf(root: Node): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const pieces: Piece[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Piece
    const element = node instanceof Text ? node.parentElement : node.localName === 'br' ? node : null
    if (element !== null && element.closest(silent) === null) pieces.push(node)
  }
  return pieces
}

function cut(text: Text, range: Range): string {
  const from = text === range.startContainer ? range.startOffset : 0
  const to = text === range.endContainer ? range.endOffset : text.data.length
  return text.data.slice(from, to)
}

function beforeRange(text: Text, range: Range): string {
  if (text === range.startContainer) return text.data.slice(0, range.startOffset)
  return range.intersectsNode(text) ? '' : text.data
}

function afterRange(text: Text, range: Range): string {
  if (text === range.endContainer) return text.data.slice(range.endOffset)
  return range.intersectsNode(text) ? '' : text.data
}

/** The text of pieces in a row, with white space as the page shows it: one space, or a line break between blocks. */
function textOf(pieces: readonly Piece[], partOf: (text: Text) => string): string {
  let text = ''
  let block: Element | null = null
  for (const piece of pieces) {
    if (!(piece instanceof Text)) {
      text += '\n'
      continue
    }
    const part = partOf(piece)
    if (part.trim() !== '' && !isVisible(piece)) continue
    const own = blockOf(piece)
    // Also where the part is empty: a passage may begin with its block, and the words before it must not touch it.
    if (own !== block && block !== null) text += '\n'
    block = own
    text += part.replace(/\s+/g, ' ')
  }
  return text.replace(/ *\n[ \n]*/g, '\n').replace(/ {2,}/g, ' ')
}

function isVisible({ parentElement }: Text): boolean {
  return parentElement?.checkVisibility({ visibilityProperty: true }) ?? true
}

function blockOf({ parentElement }: Text): Element | null {
  let element = parentElement
  while (element !== null && /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display))
    element = element.parentElement
  return element
}
