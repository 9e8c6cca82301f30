import { isClosingLine, isNoise, timeLabel } from './noise-phrases.ts'
import { comparableText, flatText, type PageElement } from './page-dom.ts'
import { isCaption } from './remove-furniture.ts'
import { isHeading, isSubstantial, type TextBlock, textBlocks } from './text-blocks.ts'

/** What the cleaning of a body knows from elsewhere in the page. */
export interface BodyHints {
  readonly title: string | undefined
  readonly authors: readonly string[]
  /** How the page describes itself in a line or two. */
  readonly description: string | undefined
  /** The body as JSON-LD gives it. */
  readonly articleBody: string | undefined
  readonly isDate: (text: string) => boolean
}

const sentenceEnd = /[.!?…։。！？؟।»”"'’)\]:;]$/u

/** An item that is nothing but one link; enough of them together are a list of other articles. */
function isLinkOnly(block: TextBlock): boolean {
  return block.linked >= 0.92 && block.words >= 1
}

function linkOnlyBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  const total = blocks.reduce((sum, block) => sum + block.words, 0)
  const linked = blocks.filter((block) => isLinkOnly(block) && !isHeading(block))
  const words = linked.reduce((sum, block) => sum + block.words, 0)
  return words < total * 0.5 || total - words > 100 ? linked : []
}

function isTime(block: TextBlock, hints: BodyHints): boolean {
  if (block.words > 22) return false
  return (
    (timeLabel.test(block.text) && /\d/.test(block.text)) || (block.words <= 15 && hints.isDate(block.text))
  )
}

/** Up to the repeated title, kickers, dates, bylines and menus stand before the first paragraph. */
function leadingNoise(blocks: readonly TextBlock[], hints: BodyHints): TextBlock[] {
  const title = comparableText(hints.title ?? '')
  const names = hints.authors.map(comparableText)
  const firstParagraph = blocks.findIndex(isSubstantial)
  if (firstParagraph === -1) return []
  const titleAt = blocks.findIndex(
    (block, index) => index <= firstParagraph + 2 && title !== '' && comparableText(block.text) === title,
  )
  return blocks.slice(0, Math.max(firstParagraph, titleAt + 1)).filter((block, index) => {
    if (index <= titleAt && !isSubstantial(block)) return true
    const isByline =
      block.words <= 25 && names.some((name) => name !== '' && comparableText(block.text).includes(name))
    if (isByline || isTime(block, hints)) return true
    return block.words <= 12 && !/[.!?…。]["”’»)]*$/u.test(block.text)
  })
}

const mostLeftovers = 8

/** After the last paragraph: headings that nothing follows, names, dates and other short things that end no sentence. */
function trailingNoise(blocks: readonly TextBlock[], hints: BodyHints): TextBlock[] {
  const lastParagraph = blocks.findLastIndex((block) => isSubstantial(block) && !isClosingLine(block))
  if (lastParagraph === -1) return []
  const names = hints.authors.map(comparableText)
  const rest = blocks.slice(lastParagraph + 1)
  // Many short lines are no leftovers but a table of results, a poem, a list of names.
  const areLeftovers = rest.length <= mostLeftovers
  return rest.filter((block) => {
    if (block.element.localName === 'li' || block.element.localName === 'td') return block.linked > 0.6
    const written = comparableText(block.text)
    const isByline = names.some(
      (name) =>
        name !== '' &&
        (block.words <= 20 ? written.includes(name) : block.words <= 60 && written.startsWith(`${name} is `)),
    )
    return (
      isHeading(block) ||
      isClosingLine(block) ||
      isByline ||
      isTime(block, hints) ||
      (areLeftovers && block.words <= 10 && !sentenceEnd.test(block.text))
    )
  })
}

function shinglesOf(text: string): Set<string> {
  const words = comparableText(text).split(' ')
  const found = new Set<string>()
  for (let index = 0; index + 2 < words.length; index++) found.add(words.slice(index, index + 3).join(' '))
  return found
}

/**
 * Blocks that the publisher's own copy of the body does not have. It is believed only where it covers nearly all of the
 * running text, which it does not where it is cut off, a summary, or another article's.
 */
function absentFromCopy(blocks: readonly TextBlock[], articleBody: string | undefined): TextBlock[] {
  if (articleBody === undefined || articleBody.length < 500) return []
  const copy = shinglesOf(articleBody.replace(/<[^<>]*>/g, ' '))
  const shareOf = (block: TextBlock) => {
    const shingles = [...shinglesOf(block.text)]
    return shingles.length === 0
      ? 1
      : shingles.filter((shingle) => copy.has(shingle)).length / shingles.length
  }
  const shares = new Map(blocks.map((block) => [block, shareOf(block)]))
  const paragraphs = blocks.filter(isSubstantial)
  const covered = paragraphs.filter((block) => (shares.get(block) ?? 0) > 0.6).length
  if (paragraphs.length < 3 || covered < paragraphs.length * 0.85) return []
  return blocks.filter(
    (block) =>
      (shares.get(block) ?? 1) < 0.2 &&
      block.element.localName !== 'td' &&
      block.element.localName !== 'th' &&
      !isHeading(block),
  )
}

/**
 * Cards that announce other articles: a linked heading with a line or two. One may be a heading of this article that happens
 * to be a link; two or more are a list.
 */
function teaserCards(root: PageElement): PageElement[] {
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

function removeBlock(element: PageElement, root: PageElement): void {
  if (element === root) return
  const images = [...element.getElementsByTagName('img')]
  const parent = element.parentNode
  for (const image of images) parent?.insertBefore(image, element)
  element.remove()
  // A frame left without words, such as a list whose items went, has nothing to frame.
  if (parent !== null && parent !== root && flatText(parent) === '' && parent.querySelector('img') === null)
    removeBlock(parent, root)
}

/** A caption is the picture's text: it moves into it, so that the running text stays what the author wrote. */
function moveCaption(caption: PageElement): void {
  const text = flatText(caption)
  let frame: PageElement | null = caption.parentNode
  for (let level = 0; level < 3 && frame !== null; level++, frame = frame.parentNode) {
    const image = frame.querySelector('img')
    if (image === null) continue
    if ((image.getAttribute('alt') ?? '').length < text.length) image.setAttribute('alt', text)
    break
  }
  caption.remove()
}

/** Moves captions and credits into their pictures, in place. What is too long to be one stays. */
export function removeCaptions(root: PageElement): void {
  const total = flatText(root).length
  for (const element of [...root.querySelectorAll('figcaption, [class], [itemprop], [data-testid]')]) {
    if (
      element === root ||
      !root.contains(element) ||
      !isCaption(element) ||
      element.querySelector('img, p + p') !== null
    )
      continue
    if (flatText(element).length < Math.max(300, total * 0.1)) moveCaption(element)
  }
  for (const figure of [...root.getElementsByTagName('figure')]) {
    if (
      figure.querySelector('img') === null ||
      figure.querySelector('table, blockquote, pre, p + p') !== null
    )
      continue
    for (const block of textBlocks(figure)) if (block.element !== figure) moveCaption(block.element)
  }
}

/**
 * Removes from an extracted body, in place, what stands in it without being part of it: repeated title, kickers, dates and
 * bylines before the text; captions (which become the picture's own text); related links, pleas and interruptions inside;
 * leftovers after it. Rules are about form and common phrases, never about one outlet.
 */
export function cleanBody(root: PageElement, hints: BodyHints): void {
  removeCaptions(root)
  for (const card of teaserCards(root)) removeBlock(card, root)
  const removeAll = (blocks: readonly TextBlock[]) => {
    for (const { element } of blocks) removeBlock(element, root)
  }
  removeAll(textBlocks(root).filter(isNoise))
  removeAll(linkOnlyBlocks(textBlocks(root)))
  removeAll(leadingNoise(textBlocks(root), hints))
  removeAll(absentFromCopy(textBlocks(root), hints.articleBody))
  removeAll(trailingNoise(textBlocks(root), hints))
}
