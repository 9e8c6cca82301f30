import { flatText, type PageElement } from './page-dom.ts'

/** A paragraph long enough to be running text, with few links. */
export function proseLength(root: PageElement): number {
  return prose(root).reduce((total, paragraph) => total + flatText(paragraph).length, 0)
}

/** A paragraph that stands alone with a linked heading tells of another article. */
function isTeaser(paragraph: PageElement): boolean {
  let card: PageElement | null = paragraph.parentNode
  for (let level = 0; level < 3 && card !== null; level++, card = card.parentNode) {
    if (card.getElementsByTagName('p').length > 3) return false
    if (card.querySelector('h1 a, h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5') !== null) return true
    if (card.localName === 'a') return true
  }
  return false
}

function prose(root: PageElement): PageElement[] {
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
