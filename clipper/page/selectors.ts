import type { Selectors } from '../protocol.ts'

/** How much of what stands around a selection is sent along, to tell repeated passages apart. */
const contextLength = 200
/** How many pieces of text are looked at for it. */
const contextNodes = 60
const longestQuote = 100_000

/** Never part of what a page says. */
const silent =
  'script, style, noscript, template, textarea, select, svg, math, [hidden], [aria-hidden="true"]'

/**
 * A selection as its words and those around it. The words are those of the document, not as a style shows them: capital
 * letters that only a style sheet makes are no capitals. Blocks are parted by a line break. Null for no words.
 */
export function selectorsOf(range: Range): Selectors | null {
  const nodes = textNodesOf(document.body ?? document.documentElement)
  const first = nodes.findIndex((node) => range.intersectsNode(node))
  const last = nodes.findLastIndex((node) => range.intersectsNode(node))
  if (first === -1) return null
  const exact = textOf(nodes.slice(first, last + 1), (node) => cut(node, range))
  if (exact.trim() === '' || exact.length > longestQuote) return null
  const before = nodes.slice(Math.max(0, first - contextNodes), first + 1)
  const after = nodes.slice(last, last + contextNodes)
  return {
    exact: exact.trim(),
    prefix: textOf(before, (node) => beforeRange(node, range)).slice(-contextLength),
    suffix: textOf(after, (node) => afterRange(node, range)).slice(0, contextLength),
  }
}

function textNodesOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (parent !== null && parent.closest(silent) === null) nodes.push(node)
  }
  return nodes
}

function cut(node: Text, range: Range): string {
  const from = node === range.startContainer ? range.startOffset : 0
  const to = node === range.endContainer ? range.endOffset : node.data.length
  return node.data.slice(from, to)
}

function beforeRange(node: Text, range: Range): string {
  if (node === range.startContainer) return node.data.slice(0, range.startOffset)
  return range.intersectsNode(node) ? '' : node.data
}

function afterRange(node: Text, range: Range): string {
  if (node === range.endContainer) return node.data.slice(range.endOffset)
  return range.intersectsNode(node) ? '' : node.data
}

/** The text of nodes in a row, with white space as the page shows it: one space, or a line break between blocks. */
function textOf(nodes: readonly Text[], partOf: (node: Text) => string): string {
  let text = ''
  let block: Element | null = null
  for (const node of nodes) {
    const part = partOf(node)
    if (part.trim() === '' ? part === '' : !isVisible(node)) continue
    const own = blockOf(node)
    if (own !== block && text !== '') text += '\n'
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
