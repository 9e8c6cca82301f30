import type { Node } from 'prosemirror-model'

export interface DocumentRange {
  readonly from: number
  readonly to: number
}

/** One paragraph, heading, caption or code block: the half-open piece of plain text it covers, and where it starts. */
export interface TextBlock {
  /** UTF-16 offset in the plain text of the block's first character. */
  readonly start: number
  /** UTF-16 offset just after the block's last character. */
  readonly end: number
  /** ProseMirror position of the block's first character, inside the block. */
  readonly position: number
}

export interface TextMap {
  /** The plain text of the document, the same string as `documentText` gives. */
  readonly text: string
  readonly blocks: readonly TextBlock[]
  /** The position inside a text block at a UTF-16 offset; offsets outside the text are taken as its ends. */
  posAtOffset(offset: number): number
  /** The UTF-16 offset at a position. Between blocks, bias -1 gives the end of the block before, 1 the start of the next. */
  offsetAtPos(pos: number, bias?: -1 | 1): number
  /** The pieces of inline content between two offsets, one a block, in order; gaps between blocks are left out. */
  rangesForOffsets(start: number, end: number): DocumentRange[]
}

/**
 * Inside a text block there are only texts and line breaks, each as long in the document as in the plain text, so a
 * block's offsets and positions differ by a constant. That is what makes the map exact and small.
 */
function blockText(block: Node): string {
  let text = ''
  block.forEach((child) => {
    text += child.isText ? (child.text ?? '') : '\n'
  })
  return text
}

function collectBlocks(document: Node): { text: string; blocks: TextBlock[] } {
  const pieces: string[] = []
  const blocks: TextBlock[] = []
  let length = 0
  let separator = ''

  function visit(parent: Node, contentStart: number): void {
    parent.forEach((node, offset, index) => {
      const position = contentStart + offset + 1
      const isLaterCell = parent.type.name === 'table_row' && index > 0
      if (isLaterCell && separator === '\n') separator = '\t'
      if (node.isTextblock) {
        const text = blockText(node)
        pieces.push(separator, text)
        const start = length + separator.length
        length = start + text.length
        blocks.push({ start, end: length, position })
        separator = '\n'
      } else if (!node.isLeaf) {
        visit(node, position)
      }
      if (node.type.name === 'table_row' && separator === '\t') separator = '\n'
    })
  }

  visit(document, 0)
  return { text: pieces.join(''), blocks }
}

/** The index of the last item for which `isBefore` holds, or -1; the items it holds for come first. */
function lastIndexWhere<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * THE plain text of a revision, which every stored offset counts in. Text blocks in document order, joined by a line
 * feed; a line break is a line feed; images and rules have no text. In a table, a tab stands between two cells and a line
 * feed between two rows.
 */
export function documentText(document: Node): string {
  return collectBlocks(document).text
}

/** The plain text with an exact map both ways between its UTF-16 offsets and ProseMirror positions; lookups are O(log blocks). */
export function textMap(document: Node): TextMap {
  const { text, blocks } = collectBlocks(document)

  function posAtOffset(offset: number): number {
    const block =
      blocks[
        Math.max(
          0,
          lastIndexWhere(blocks, (item) => item.start <= offset),
        )
      ]
    if (block === undefined) return 0
    return block.position + Math.min(Math.max(offset, block.start), block.end) - block.start
  }

  function offsetAtPos(pos: number, bias: -1 | 1 = 1): number {
    const index = lastIndexWhere(blocks, (item) => item.position <= pos)
    const block = blocks[index]
    if (block === undefined) return 0
    const length = block.end - block.start
    if (pos <= block.position + length) return block.start + pos - block.position
    return bias === 1 ? (blocks[index + 1]?.start ?? block.end) : block.end
  }

  function rangesForOffsets(start: number, end: number): DocumentRange[] {
    const ranges: DocumentRange[] = []
    for (
      let index = Math.max(
        0,
        lastIndexWhere(blocks, (item) => item.start <= start),
      );
      ;
      index++
    ) {
      const block = blocks[index]
      if (block === undefined || block.start >= end) return ranges
      const from = Math.max(start, block.start)
      const to = Math.min(end, block.end)
      const shift = block.position - block.start
      if (from < to) ranges.push({ from: from + shift, to: to + shift })
    }
  }

  return { text, blocks, posAtOffset, offsetAtPos, rangesForOffsets }
}
