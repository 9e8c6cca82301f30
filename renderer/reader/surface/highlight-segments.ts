/** A passage to highlight, in UTF-16 offsets of the plain text, with the class that gives it its look. */
export interface Highlight {
  id: string
  start: number
  end: number
  className: string
}

/** A stretch over which the same highlights lie; `ids` from the outermost to the innermost. */
export interface HighlightSegment {
  start: number
  end: number
  ids: string[]
  className: string
}

/**
 * Cuts overlapping and nested highlights into stretches that do not overlap, in order. The look of a stretch is that of
 * the shortest highlight on it, which is the one a reader means when pointing there.
 */
export function segmentHighlights(highlights: readonly Highlight[]): HighlightSegment[] {
  const lengthOf = ({ start, end }: Highlight) => end - start
  const byLength = [...highlights]
    .filter((one) => one.start < one.end)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
  const starts = [...byLength].sort((a, b) => a.start - b.start)
  const edges = [...new Set(byLength.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const segments: HighlightSegment[] = []
  let open: Highlight[] = []
  let next = 0
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1]
    if (end === undefined) break
    open = open.filter((one) => one.end > start)
    for (let one = starts[next]; one !== undefined && one.start <= start; one = starts[++next]) open.push(one)
    if (open.length === 0) continue
    const layers = open.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.id.localeCompare(b.id))
    segments.push({ start, end, ids: layers.map(({ id }) => id), className: layers.at(-1)?.className ?? '' })
  }
  return segments
}
