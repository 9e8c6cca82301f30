import { flatText, type PageElement } from './page-dom.ts'

/** A paragraph long enough to be running text, with few links. */
export function proseLength(root: PageElement): number {
  return prose(root).reduce((total, paragraph) => total + flatText(paragraph).length, 0)
}

type Frame = 'text' | 'card' | 'neither'

function frameOf(element: PageElement): Frame {
  if (element.getElementsByTagName('p').length > 3) return 'text'
  const heading = element.querySelector('h1 a, h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5')
  return heading !== null || element.localName === 'a' ? 'card' : 'neither'
}

/** Whether a paragraph stands alone with a linked heading, and so tells of another article; asked of many in one page. */
function teaserTest(): (paragraph: PageElement) => boolean {
  const frames = new Map<PageElement, Frame>()
  return (paragraph) => {
    let element = paragraph.parentNode
    for (let level = 0; level < 3 && element !== null; level++, element = element.parentNode) {
      const frame = frames.get(element) ?? frameOf(element)
      frames.set(element, frame)
      if (frame !== 'neither') return frame === 'card'
    }
    return false
  }
}

function prose(root: PageElement): PageElement[] {
  const isTeaser = teaserTest()
  return [...root.getElementsByTagName('p')].filter((paragraph) => {
    const text = flatText(paragraph)
    if (text.length < 80 || isTeaser(paragraph)) return false
    const links = [...paragraph.getElementsByTagName('a')].reduce(
      (sum, link) => sum + flatText(link).length,
      0,
    )
    return links < text.length * 0.5
  })
}

/** The length of the running text below each element that has some, all found in one pass. */
export function proseLengths(root: PageElement): ReadonlyMap<PageElement, number> {
  const lengths = new Map<PageElement, number>()
  for (const paragraph of prose(root)) {
    const length = flatText(paragraph).length
    for (let frame: PageElement | null = paragraph; frame !== null; frame = frame.parentNode) {
      lengths.set(frame, (lengths.get(frame) ?? 0) + length)
      if (frame === root) break
    }
  }
  return lengths
}
