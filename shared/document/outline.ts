import type { Node } from 'prosemirror-model'
import { documentText, textMap } from './plain-text.ts'

export interface OutlineEntry {
  readonly level: number
  readonly text: string
  /** ProseMirror position of the heading's first character. */
  readonly pos: number
  /** UTF-16 offset of the heading in the document's plain text. */
  readonly offset: number
}

/** The headings of a document in order, without empty ones. */
export function documentOutline(document: Node): OutlineEntry[] {
  const map = textMap(document)
  const entries: OutlineEntry[] = []
  document.descendants((node, pos) => {
    if (node.type.name === 'heading') {
      const text = documentText(node.type.schema.node('doc', null, [node]))
        .replace(/\s+/g, ' ')
        .trim()
      const level = Number(node.attrs['level'])
      if (text !== '') entries.push({ level, text, pos: pos + 1, offset: map.offsetAtPos(pos + 1) })
    }
    return !node.isTextblock
  })
  return entries
}
