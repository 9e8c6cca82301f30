import { comparableText, flatText, isElement, isText, type PageElement } from './page-dom.ts'
import { isCaption } from './remove-furniture.ts'

/** What the cleaning of a body knows from elsewhere in the page. */
export interface BodyHints {
  readonly title: string | undefined
  readonly authors: readonly string[]
  /** The body as JSON-LD gives it. */
  readonly articleBody: string | undefined
  readonly isDate: (text: string) => boolean
}

/** A piece of running text: an element that holds text and no other block. */
interface Block {
  readonly element: PageElement
  readonly text: string
  readonly words: number
  /** The share of its letters that stands in links. */
  readonly linked: number
}

const blockNames = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const sentenceEnd = /[.!?…։。！？؟।»”"'’)\]:;]$/u

function countWords(text: string): number {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{N}\p{M}'’-]+/gu)
      ?.length ?? 0
  )
}

function linkedShare(element: PageElement, text: string): number {
  let linked = 0
  for (const link of element.getElementsByTagName('a')) linked += flatText(link).length
  return text.length === 0 ? 0 : Math.min(1, linked / text.length)
}

/** True where an element holds text of its own, beside or without inner blocks. */
function holdsText(element: PageElement): boolean {
  for (const child of element.childNodes) {
    if (isText(child) && /[\p{L}\p{N}]/u.test(child.textContent ?? '')) return true
    if (
      isElement(child) &&
      !blockNames.has(child.localName) &&
      child.localName !== 'img' &&
      hasInlineText(child)
    )
      return true
  }
  return false
}

function hasInlineText(element: PageElement): boolean {
  return /[\p{L}\p{N}]/u.test(element.textContent ?? '')
}

/** The blocks of a body in document order. */
export function textBlocks(root: PageElement): Block[] {
  const blocks: Block[] = []
  const visit = (element: PageElement) => {
    if ((blockNames.has(element.localName) || element === root) && holdsText(element)) {
      const text = flatText(element)
      blocks.push({ element, text, words: countWords(text), linked: linkedShare(element, text) })
      return
    }
    for (const child of [...element.children]) visit(child)
  }
  visit(root)
  return blocks
}

const mediaCredit =
  /^(?:©|\(c\)|(?:foto|photo|image|bild|picture|credit|fotó|фото|світлина|crédit|photographie|imagen|fotografía|foto di|video|graphic|grafik|illustration|quelle|source|джерело|источник|źródło|fuente|bron)s?\s*(?::|©|by\b|\/)|\((?:foto|photo|image|bild|credit|фото|ap|afp|reuters|epa|dpa)\b)/iu
const agency =
  /^(?:getty(?: images)?|reuters|afp|ap|epa|pa(?: media| wire)?|dpa|ansa|efe|belga|tass|тасс|рбк|укрінформ|уніан|унн|shutterstock|istock|imago(?: images)?|alamy|bloomberg|anadolu(?: agency)?|x|sipa|keystone|picture alliance|ap photo|zuma press|nurphoto|via|images|\/|\||,|and|-|–|\s)+$/iu
const interruption =
  /^(?:(?:story|article|continue reading|scroll|content)?\s*(?:continues?|continue reading)?\s*(?:below|after)?\s*(?:this|the)?\s*(?:adverti[sz]e?ment|advert|ad)s?|continue reading(?: below)?|article continues(?: below)?|story continues(?: below)?|anzeige|werbung|annons|annonse|reklam[ae]?|реклама|publicit[eéà]|publicidad(?:e)?|pubblicità|iklan|mainos|hirdetés|sponsored|enlarge image|image caption|loading\.*|skip to (?:main )?content|share(?: this)?|print|comments?|tags?:?|etiketler\s*:?|mehr zum thema|auch interessant|about the author)$/iu
const pointer =
  /^[\s"“„»>▶►→•*|[(-]*(?:(?:click here to )?read (?:more|also|next|on|the full)|see (?:also|more)|also (?:read|see|watch|on)|related(?: (?:stories|articles|news|coverage|content))?|recommended|more (?:on|from|about|stories|coverage)|don['’]?t miss|must read|you may (?:also )?(?:like|be interested)|you might (?:also )?like|watch|listen|lesen sie (?:auch|hier|mehr)|mehr (?:zum|dazu|lesen)|lire (?:aussi|également|plus)|à lire|voir aussi|sur le même sujet|les? (?:også|mer)|les mer|läs (?:också|även|mer)|lue (?:myös|lisää)|czytaj (?:więcej|także|też|również)|zobacz (?:także|też|również)|čtěte (?:také|též)|přečtěte si|leia (?:também|mais)|saiba mais|lea también|lee también|leer más|te puede interesar|leggi anche|lees (?:ook|meer)|citește și|прочетете|чита(?:йте|ти) (?:также|також|ще|ещё|далее|далі)|смотрите также|дивіться також|не пропустіть|ayrıca oku|baca juga)(?![\p{L}])/iu
const timeLabel =
  /^[\s|•-]*(?:(?:first |last |article )?(?:published|updated|posted|modified)|stand|erschienen|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубліковано|оновлено|опубликовано|обновлено)(?![\p{L}])/iu
const plea =
  /^[\s"“]*(?:(?:please )?(?:sign up|subscribe|register|log in|join|support|donate|follow)\b.{0,120}(?:newsletter|inbox|email|e-mail|twitter|facebook|instagram|telegram|whatsapp|youtube|channel|subscriber|membership|us\b|app\b)|get (?:the|our|more|all).{0,80}(?:newsletter|inbox|app|by clicking)|(?:download|install) .{0,40}\bapp\b|click here|have a tip|got a (?:tip|story)|підпис(?:уйтесь|атися) на|подпис(?:ывайтесь|аться) на|abonnieren sie|abonnez-vous|suscríbete|síguenos|iscriviti|seguici)/iu

function isNoise(block: Block): boolean {
  const { text, words, linked } = block
  if (interruption.test(text) || (words <= 12 && agency.test(text))) return true
  if (words <= 22 && mediaCredit.test(text) && !/[.!?]["”’)]*$/u.test(text.replace(/^.*(?:©|:)/u, '')))
    return true
  if (words <= 30 && pointer.test(text) && (linked > 0.4 || /[:：]/.test(text.slice(0, 60)) || words <= 4))
    return true
  return words <= 40 && plea.test(text)
}

const isHeading = (block: Block) => /^h[1-6]$/.test(block.element.localName)

function isSubstantial(block: Block): boolean {
  return block.words >= 18 && block.linked < 0.5 && !isHeading(block)
}

/** An item that is nothing but one link; enough of them together are a list of other articles. */
function isLinkOnly(block: Block): boolean {
  return block.linked >= 0.92 && block.words >= 1
}

function linkOnlyBlocks(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.words, 0)
  const linked = blocks.filter((block) => isLinkOnly(block) && !isHeading(block))
  const words = linked.reduce((sum, block) => sum + block.words, 0)
  return words < total * 0.4 ? linked : []
}

function isTime(block: Block, hints: BodyHints): boolean {
  if (block.words > 22) return false
  return (
    (timeLabel.test(block.text) && /\d/.test(block.text)) || (block.words <= 15 && hints.isDate(block.text))
  )
}

/** Up to the repeated title, kickers, dates, bylines and menus stand before the first paragraph. */
function leadingNoise(blocks: readonly Block[], hints: BodyHints): Block[] {
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
function trailingNoise(blocks: readonly Block[], hints: BodyHints): Block[] {
  const lastParagraph = blocks.findLastIndex(isSubstantial)
  if (lastParagraph === -1) return []
  const names = hints.authors.map(comparableText)
  const rest = blocks.slice(lastParagraph + 1)
  // Many short lines are no leftovers but a table of results, a poem, a list of names.
  const areLeftovers = rest.length <= mostLeftovers
  return rest.filter((block) => {
    if (block.element.localName === 'li' || block.element.localName === 'td') return block.linked > 0.6
    const isByline =
      block.words <= 20 && names.some((name) => name !== '' && comparableText(block.text).includes(name))
    return (
      isHeading(block) ||
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
function absentFromCopy(blocks: readonly Block[], articleBody: string | undefined): Block[] {
  if (articleBody === undefined || articleBody.length < 500) return []
  const copy = shinglesOf(articleBody.replace(/<[^<>]*>/g, ' '))
  const shareOf = (block: Block) => {
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

function removeCaptions(root: PageElement): void {
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
  const removeAll = (blocks: readonly Block[]) => {
    for (const { element } of blocks) removeBlock(element, root)
  }
  removeAll(textBlocks(root).filter(isNoise))
  removeAll(linkOnlyBlocks(textBlocks(root)))
  removeAll(leadingNoise(textBlocks(root), hints))
  removeAll(absentFromCopy(textBlocks(root), hints.articleBody))
  removeAll(trailingNoise(textBlocks(root), hints))
}
