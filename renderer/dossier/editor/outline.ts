import type { Node } from '@tiptap/pm/model'
import { dossierText } from '#shared/document/parse-dossier.ts'
import { wordCount } from '#shared/document/word-count.ts'

export interface OutlineEntry {
  level: number
  text: string
  /** Before the heading. */
  position: number
}

/** The headings of a document, outermost blocks only, in order. */
export function outlineOf(document: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  document.forEach((block, position) => {
    if (block.type.name !== 'heading') return
    const text = dossierText(block)
    if (text !== '') entries.push({ level: Number(block.attrs['level']), text, position })
  })
  return entries
}

/** How many words each block has; a block that was not touched is the same object and not counted again. */
const counted = new WeakMap<Node, number>()

/** As the notebook counts them: embedded quotes with their words, footnotes too. */
export function countWords(document: Node): number {
  let words = 0
  document.forEach((block) => {
    let own = counted.get(block)
    if (own === undefined) {
      own = wordCount(dossierText(block))
      counted.set(block, own)
    }
    words += own
  })
  return words
}

/** The quotes that a document embeds, each once, in its order. */
export function embeddedIds(document: Node): string[] {
  const ids = new Set<string>()
  document.descendants((node) => {
    if (node.type.name === 'quoteEmbed') ids.add(String(node.attrs['quoteId']))
    return !node.isTextblock
  })
  return [...ids]
}
