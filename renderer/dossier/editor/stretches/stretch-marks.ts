import type { JSONContent } from '@tiptap/core'
import { Fragment, type Mark, type MarkType, type Node } from '@tiptap/pm/model'

/** So many blocks are in a stretch. */
export const blocksAStretch = 12
/** About so many characters are in a line. */
const lineLength = 80

/** A document whose outermost blocks bear the marks of the stretches they are drawn in. */
export function inStretches(document: Node, type: MarkType): Node {
  const marks = stretchMarks(document.children, type, 0)
  const blocks = document.children.map((block, index) => block.mark(marks.slice(index, index + 1)))
  return document.copy(Fragment.from(blocks))
}

/**
 * The mark of each of some blocks, one object throughout a stretch: an editor compares them with every key.
 * @param firstPlace What tells the first of these stretches from others.
 */
export function stretchMarks(blocks: readonly Node[], type: MarkType, firstPlace: number): Mark[] {
  const marks: Mark[] = []
  for (let from = 0; from < blocks.length; from += blocksAStretch) {
    const own = blocks.slice(from, from + blocksAStretch)
    const height = Math.round(own.reduce((sum, block) => sum + heightOf(block), 0))
    const mark = type.create({ place: firstPlace + from / blocksAStretch, height })
    marks.push(...own.map(() => mark))
  }
  return marks
}

/** What is kept of blocks: stretches are nothing but how a dossier is drawn. */
export function withoutStretches<Json>(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutStretches) as Json
  if (typeof value !== 'object' || value === null) return value
  const { content, marks, ...rest } = value as JSONContent
  const kept = marks?.filter(({ type }) => type !== 'stretch') ?? []
  return {
    ...rest,
    ...(content !== undefined && { content: withoutStretches(content) }),
    ...(kept.length > 0 && { marks: kept }),
  } as Json
}

/** How high a block is expected to be, in sizes of the text, with the gap above it. */
function heightOf(block: Node): number {
  if (block.type.name === 'quoteEmbed') return 4.6 + linesOf(String(block.attrs['text']))
  if (block.type.name === 'frozenView') return heightOfView(block.attrs['view'])
  if (block.isTextblock || block.isLeaf) return 0.75 + Math.max(1.65, linesOf(block.textContent))
  return block.children.reduce((sum, child) => sum + heightOf(child), 0.75)
}

/** A row of a frozen view is about as high as two lines are, and there are heads above and words around. */
function heightOfView(view: unknown): number {
  const { rows, actors, topics, lanes } = (view ?? {}) as Partial<Record<string, unknown>>
  const list = lanes ?? (rows === 'actors' ? actors : topics)
  return 12 + 2 * (Array.isArray(list) ? list.length : 0)
}

function linesOf(text: string): number {
  return 1.65 * Math.ceil(text.length / lineLength)
}
