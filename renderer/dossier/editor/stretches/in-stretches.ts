import type { JSONContent } from '@tiptap/core'

/** So many blocks are in a stretch. */
export const blocksAStretch = 12
/** About so many characters are in a line. */
const lineLength = 80

/** A document whose outermost blocks bear the marks of the stretches they are drawn in. */
export function inStretches(document: JSONContent): JSONContent {
  const blocks = document.content ?? []
  const heights = Array.from({ length: Math.ceil(blocks.length / blocksAStretch) }, (_, place) =>
    blocks
      .slice(place * blocksAStretch, (place + 1) * blocksAStretch)
      .reduce((sum, block) => sum + heightOf(block), 0),
  )
  const content = blocks.map((block, index) => {
    const place = Math.floor(index / blocksAStretch)
    const attrs = { place, height: Math.round(heights[place] ?? 0) }
    return { ...block, marks: [{ type: 'stretch', attrs }] }
  })
  return { ...document, content }
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
function heightOf({ type, text, attrs, content = [] }: JSONContent): number {
  if (text !== undefined) return linesOf(text)
  if (type === 'quoteEmbed') return 4.6 + linesOf(String(attrs?.['text'] ?? ''))
  if (type === 'frozenView') return heightOfView(attrs?.['view'])
  const inner = content.every((child) => child.text !== undefined)
    ? linesOf(content.map((child) => child.text).join(''))
    : content.reduce((sum, child) => sum + heightOf(child), 0)
  return 0.75 + Math.max(1.65, inner)
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
