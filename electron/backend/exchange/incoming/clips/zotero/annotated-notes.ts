import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  markdownOf,
  nodesOf,
  wordsIn,
} from '../note-from-html.ts'
import type { SavedQuote } from '../saved-links.ts'
import { wordsOf } from '../words.ts'

interface ReadNote {
  note: string | undefined
  quotes: SavedQuote[]
}

const longest = 50_000

/**
 * A note of Zotero's. A passage that it took over from a reader (`<span class="highlight">“…”</span>`) is a quote, and what stands
 * beside it in its paragraph is what was noted on it; the rest is the note.
 *
 * @param hasText whether the passages can be looked for in a text; where they cannot, the note keeps them too
 */
export function readNote(html: string, hasText: boolean): ReadNote {
  const quotes: SavedQuote[] = []
  const rest: HtmlNode[] = []
  for (const node of blocksOf(nodesOf(html))) {
    const passages = isElement(node) ? passagesIn(node) : []
    const [only] = passages
    if (only === undefined || passages.length > 1 || !hasText) rest.push(node)
    for (const passage of passages) {
      const exact = wordsOf(wordsIn(passage))
        ?.replace(/^[“"«„](.*)[”"»“]$/s, '$1')
        .trim()
      if (exact === undefined || exact === '') continue
      const beside = passages.length === 1 ? markdownOf(without(node as HtmlElement, passage)) : ''
      quotes.push({ exact, note: beside || undefined })
    }
  }
  return { note: markdownOf(rest).slice(0, longest) || undefined, quotes }
}

/** What stands in the boxes that Zotero puts around a note. */
function blocksOf(nodes: readonly HtmlNode[]): HtmlNode[] {
  const [only] = nodes.filter((node) => isElement(node) || wordsIn(node).trim() !== '')
  const isAlone = nodes.every((node) => node === only || wordsIn(node).trim() === '')
  return isAlone && only !== undefined && isElement(only) && only.tagName === 'div'
    ? blocksOf(only.childNodes)
    : [...nodes]
}

function passagesIn(element: HtmlElement): HtmlElement[] {
  if (isPassage(element)) return [element]
  return element.childNodes.filter(isElement).flatMap(passagesIn)
}

function isPassage(element: HtmlElement): boolean {
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/)
  return (
    element.tagName === 'span' &&
    attributeOf(element, 'data-annotation') !== undefined &&
    (classes.includes('highlight') || classes.includes('underline'))
  )
}

function without(element: HtmlElement, passage: HtmlElement): HtmlNode[] {
  if (element === passage) return []
  const childNodes = element.childNodes.flatMap((node) =>
    node === passage ? [] : isElement(node) ? without(node, passage) : [node],
  )
  return [{ ...element, childNodes }]
}
