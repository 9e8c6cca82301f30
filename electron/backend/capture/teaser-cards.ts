import { flatText, type PageElement } from './page-dom.ts'

/**
 * Cards that announce other articles: a linked heading with a line or two. One may be a heading of this article that happens
 * to be a link; two or more are a list.
 */
export function teaserCards(root: PageElement): PageElement[] {
  const cards: PageElement[] = []
  for (const heading of root.querySelectorAll('h2, h3, h4, h5, h6')) {
    const text = flatText(heading)
    const inLink = heading.parentNode?.localName === 'a'
    const link = heading.querySelector('a')
    if (text === '' || (!inLink && (link === null || flatText(link).length < text.length * 0.9))) continue
    let card: PageElement = heading
    for (let parent = heading.parentNode; parent !== null && parent !== root; parent = parent.parentNode) {
      if (
        flatText(parent).length > text.length + 350 ||
        parent.querySelectorAll('h2, h3, h4, h5, h6').length > 1
      )
        break
      card = parent
    }
    if (card !== heading) cards.push(card)
  }
  return cards.length >= 2 ? cards : []
}
