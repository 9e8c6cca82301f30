import type { PdfBlock } from './join-lines.ts'

/**
 * Where each page begins, in offsets of the article's text; the first page begins at 0. The text holds the blocks in
 * their order; a page on which nothing was kept begins where the next one does.
 */
export function pageStarts(blocks: readonly PdfBlock[], text: string): number[] {
  const starts: number[] = []
  let from = 0
  for (const block of blocks) {
    const at = text.indexOf(block.text, from)
    if (at < 0) continue
    for (const { page, offset } of block.pages) {
      while (starts.length < page) starts.push(at + offset)
    }
    from = at + block.text.length
  }
  if (starts.length > 0) starts[0] = 0
  return starts
}
