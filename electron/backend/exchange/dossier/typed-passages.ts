import type { Node } from 'prosemirror-model'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'
import { findMarks } from '#shared/quotations/text/marks.ts'
import { pairMarks } from '#shared/quotations/text/passages.ts'
import { tokenize } from '#shared/quotations/text/tokenize.ts'
import type { PlacedNode } from './walk-dossier.ts'

/** Words that stand as a quotation: between quotation marks, or as a paragraph of a block quotation. */
export interface TypedPassage {
  place: DossierPlace
  text: string
}

/** The passages of one paragraph or heading, in order. */
export function typedPassages({ node, place, within }: PlacedNode): TypedPassage[] {
  if (!node.isTextblock || node.type.name === 'codeBlock') return []
  const { text, positions } = lineOf(node, place.from + 1)
  const passage = (start: number, end: number): TypedPassage[] => {
    const [from, last] = [positions[start], positions[end - 1]]
    if (from === undefined || last === undefined) return []
    return [{ place: { path: place.path, from, to: last + 1 }, text: text.slice(start, end) }]
  }
  const tokens = tokenize(text, '')
  const quoted = pairMarks(tokens, findMarks(text, tokens)).filter(({ closed }) => closed)
  const found = quoted.flatMap(({ first, last }) =>
    passage(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0),
  )
  const isBlockQuote = within.some(({ type }) => type.name === 'blockquote')
  return found.length === 0 && isBlockQuote ? passage(0, text.length) : found
}

/** A paragraph's words with the position of each UTF-16 unit; footnotes are no part of it. */
function lineOf(block: Node, start: number): { text: string; positions: number[] } {
  let text = ''
  const positions: number[] = []
  let pos = start
  for (const node of block.children) {
    const words = node.isText ? (node.text ?? '') : wordsOf(node)
    for (let unit = 0; unit < words.length; unit++) positions.push(node.isText ? pos + unit : pos)
    text += words
    pos += node.nodeSize
  }
  return { text, positions }
}

function wordsOf(node: Node): string {
  if (node.type.name === 'mention') return String(node.attrs['label'])
  return node.type.name === 'hardBreak' ? ' ' : ''
}
