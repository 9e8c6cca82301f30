import type { Segment } from './segment.ts'

/** Lines at the head and the foot of a page that may be the same on many. */
const linesAtEdge = 2
const pageNumber =
  /^(?:[-–—•|\s]*(?:p(?:age|\.)?|pp\.|с(?:тор(?:інка)?|тр(?:аница)?)?\.?|seite|s\.)?\s*\d{1,4}(?:\s*(?:\/|of|von|sur|de|із?|из)\s*\d{1,4})?[-–—•|\s]*|[ivxl]{1,6})$/iu

/** Takes away what stands at the head and foot of every page: running titles, page numbers, addresses, dates of printing. */
export function withoutRunningLines(pages: readonly (readonly Segment[])[]): Segment[][] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map((one) => keyOf(one, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const isRunning = (one: Segment, page: readonly Segment[]) =>
    pages.length > 1 && (counts.get(keyOf(one, page)) ?? 0) >= Math.max(2, pages.length * 0.4)
  return pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter((one) => !edges.has(one) || !(pageNumber.test(one.text) || isRunning(one, page)))
  })
}

function edgesOf(page: readonly Segment[]): Segment[] {
  const rows = [...new Set(page.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
  const edges = new Set([...rows.slice(0, linesAtEdge), ...rows.slice(-linesAtEdge)])
  return page.filter(({ y }) => edges.has(Math.round(y)))
}

/** The same words, whatever number is in them, in the same half of the page. */
function keyOf({ text, y }: Segment, page: readonly Segment[]): string {
  const middle = (Math.min(...page.map((one) => one.y)) + Math.max(...page.map((one) => one.y))) / 2
  return `${y < middle ? 'head' : 'foot'} ${text.replace(/\d+/g, '#')}`
}
