import { flatText, type PageElement } from './page-dom.ts'

/** Names that outlets give to boxes that stand inside an article without being part of it. */
const strangerName =
  /(?:^|[\s_-])(?:newsletter|subscri(?:be|ption)|sign-?up|related|recommend(?:ed|ations?)?|read-?(?:more|also|next)|see-?also|more-?(?:on|stories|from)|most-?(?:read|popular)|trending|share(?:bar|-?tools|-?buttons)?|social(?:-?(?:share|links|media))?|cookie|consent|paywall|promo(?:tion)?|advert(?:isement)?s?|sponsor(?:ed)?|outbrain|taboola|comments?|tags?|breadcrumbs?|byline|author-?(?:bio|box|info|card)|copyright|print-?only|teasers?)(?:$|[\s_-])/i

function nameOf(element: PageElement): string {
  return [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('data-testid'),
    element.getAttribute('data-component'),
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** Boxes must stay small beside the article, so that a careless name never costs the article itself. */
const largestShare = 0.35

/**
 * Removes from an extracted body, in place, what stands in it without being part of it: bylines, related links, newsletter
 * and share boxes. A picture's caption moves to the picture's own text.
 */
export function cleanBody(root: PageElement): void {
  const total = flatText(root).length
  for (const element of [
    ...root.querySelectorAll(
      'div, section, aside, ul, ol, p, span, header, footer, nav, form, figcaption, h2, h3, h4, h5',
    ),
  ]) {
    if (!root.contains(element)) continue
    if (element.localName === 'figcaption') moveCaption(element)
    else if (strangerName.test(nameOf(element)) && flatText(element).length < total * largestShare)
      element.remove()
  }
}

function moveCaption(caption: PageElement): void {
  const figure = caption.parentNode
  const image = figure?.querySelector('img')
  if (image === null || image === undefined) return
  const text = flatText(caption)
  if ((image.getAttribute('alt') ?? '').length < text.length) image.setAttribute('alt', text)
  caption.remove()
}
