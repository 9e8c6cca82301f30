import { comparableText, flatText, type PageDocument, type PageElement } from './page-dom.ts'

/** Names that outlets give to what stands around or inside an article without being part of it. */
const furnitureName =
  /(?:^|[\s_-])(?:news-?letters?|subscri(?:be|ption)s?|sign-?up|related|recommend(?:ed|ations?|er)?|read-?(?:more|also|next|on)|see-?also|more-?(?:on|stories|from|news|articles)|most-?(?:read|viewed|popular|shared)|trending|popular|shar(?:e|ing)(?:-?(?:bar|tools|buttons?|links|list|icons))?|social(?:-?(?:share|links|media|bar|icons|buttons))?|cookies?|consent|cmp|gdpr|onetrust|didomi|promo(?:tion|s)?|ads?|advert(?:s|isement|isements|ising)?|adslot|ad-?container|sponsor(?:ed)?|outbrain|taboola|comments?|commenting|disqus|tag-?(?:s|list|cloud)|tags|breadcrumbs?|byline|author-?(?:bio|box|info|card|profile|about)|about-?(?:the-?)?authors?|copyright|print-?only|teasers?|cta|call-?to-?action|pagination|pager|skip-?(?:link|to-?content|nav)|menu|navbar|toolbar|tooltip|modal|popup|lightbox|screen-?reader-?text|sr-?only|visually-?hidden|correction-?form|feedback|donat(?:e|ion)|app-?(?:banner|promo)|timestamp|dateline-?time|publish-?date|pub-?date|post-?(?:date|meta|tags)|entry-?meta|article-?meta|reading-?time|key-?points-?toggle|toc|table-?of-?contents|partner|widget|flashback|sidebar)(?:$|[\s_-])/i

/** Names that outlets give to the article's own text, and to posts of others embedded in it. */
const bodyName =
  /(?:^|[\s_-])(?:(?:article|entry|post|story|news|page|main)[ -]?(?:body|content|text|copy)|body-?(?:text|copy|content)|(?:social|media|tweet|twitter|facebook|instagram|telegram)[\w-]*?-?embed(?:ded)?|embed-?(?:social|tweet|twitter))(?:$|[\s_-])/i

/** Names of what is never the article, however much it says. */
const wallName =
  /(?:^|[\s_-])(?:cookies?|consent|onetrust|didomi|usercentrics|gdpr|ccpa|privacy-?(?:center|manager|banner|settings)|cmp|modal|popup|lightbox|comments?|disqus)(?:$|[\s_-])/i

/** Names of what belongs to a picture, not to the running text. */
const captionName =
  /(?:^|[\s_-])(?:(?:image|photo|picture|media|img|wp|fig|figure|video|slide|gallery)-?)?(?:caption(?:-?(?:text|container|wrapper))?|credits?|photographer|image-?source|copyright-?holder)(?:$|[\s_-])/i

const furnitureRole =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tooltip|tablist|complementary)$/

export function nameOf(element: PageElement): string {
  const parts = ['class', 'data-testid', 'data-component', 'data-module', 'data-type', 'itemprop'].map(
    (name) => element.getAttribute(name),
  )
  // An id with figures between its letters is made up by a machine; words found in it are chance.
  const id = element.getAttribute('id') ?? ''
  return [...parts, /\p{L}\d+\p{L}/u.test(id) ? '' : id]
    .filter(Boolean)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/__|\./g, ' ')
}

export function isFurniture(element: PageElement): boolean {
  const name = element.localName
  if (name === 'nav' || name === 'aside' || name === 'footer' || name === 'form' || name === 'label')
    return true
  if (isHiddenByClass(element)) return true
  if (furnitureRole.test(element.getAttribute('role') ?? '')) return true
  return (
    name !== 'body' &&
    name !== 'html' &&
    name !== 'article' &&
    name !== 'main' &&
    furnitureName.test(nameOf(element)) &&
    !bodyName.test(nameOf(element))
  )
}

/** Hidden by a class of the common style sheets, at every width of the window. */
function isHiddenByClass(element: PageElement): boolean {
  const names = element.getAttribute('class')?.split(/\s+/) ?? []
  return (
    names.some((name) =>
      /^(?:hidden|is-hidden|hide|d-none|js-hidden|u-hidden|visually-hidden|sr-only|screen-reader-text)$/.test(
        name,
      ),
    ) &&
    !names.some((name) =>
      /^(?:sm|md|lg|xl|2xl|print|group-.+|d-(?:sm|md|lg|xl).*|visible-.*|show.*)(?::|-|$)/.test(name),
    )
  )
}

export function isCaption(element: PageElement): boolean {
  return element.localName === 'figcaption' || captionName.test(nameOf(element))
}

function paragraphLength(element: PageElement): number {
  let total = 0
  for (const paragraph of element.getElementsByTagName('p')) {
    const length = flatText(paragraph).length
    if (length >= 80) total += length
  }
  return total
}

/**
 * Shows again what a page hides until its scripts have run: hidden elements that hold a good part of all its paragraphs.
 */
function revealHiddenBody(document: PageDocument, total: number): void {
  for (const element of document.querySelectorAll('[hidden], [style*="display"], [aria-hidden="true"]')) {
    // A single paragraph of running text is hidden from ears only where a wall stands before it.
    const isWalled =
      element.localName === 'p' &&
      element.getAttribute('aria-hidden') === 'true' &&
      flatText(element).length >= 80
    if (!isWalled && (total < 200 || paragraphLength(element) < total * 0.4)) continue
    for (const name of ['hidden', 'style', 'aria-hidden']) element.removeAttribute(name)
  }
}

/**
 * Removes, in place, what general signs (element, role, the names outlets give) show to be no part of the article. What holds
 * a good part of the page's paragraphs stays, whatever it is called.
 */
export function removeFurniture(document: PageDocument, title: string): void {
  const total = paragraphLength(document.body)
  revealHiddenBody(document, total)
  const candidates = [...document.body.querySelectorAll('*')].filter((element) => isFurniture(element))
  for (const element of candidates) {
    if (!document.body.contains(element)) continue
    const length = paragraphLength(element)
    const isWall = wallName.test(nameOf(element)) && length < total * 0.8
    if (!isWall && length > 400 && length > total * 0.2) continue
    if (element.querySelector('h1') !== null && element.localName !== 'nav') continue
    element.remove()
  }
  removePopUps(document.body)
  removeOtherArticles(document, title)
}

/** Cards that open over a word of a paragraph: a picture with links, and no text but theirs, inside one line. */
function removePopUps(root: PageElement): void {
  const seen = new Set<PageElement>()
  const cards = new Set<PageElement>()
  for (const picture of root.querySelectorAll('p span img')) {
    for (
      let span = picture.parentNode;
      span?.localName === 'span' && !seen.has(span);
      span = span.parentNode
    ) {
      seen.add(span)
      const links = [...span.getElementsByTagName('a')]
      const linked = links.reduce((sum, link) => sum + flatText(link).length, 0)
      const beginsWithPicture = span.firstElementChild?.localName !== 'a'
      if (links.length >= 2 && beginsWithPicture && linked >= flatText(span).length * 0.9) cards.add(span)
    }
  }
  for (const card of cards) card.remove()
}

/** Pages that load the next article below the first keep only the one whose heading is the page's title. */
function removeOtherArticles(document: PageDocument, title: string): void {
  const wanted = comparableText(title)
  const articles = [...document.getElementsByTagName('article')]
  const hasTitle = (article: PageElement) =>
    [...article.querySelectorAll('h1, h2')].some((heading) => comparableText(flatText(heading)) === wanted)
  const main = articles.find(
    (article) => wanted !== '' && hasTitle(article) && paragraphLength(article) > 500,
  )
  if (main === undefined) return
  for (const article of articles) {
    if (article !== main && !article.contains(main) && !main.contains(article)) article.remove()
  }
}
