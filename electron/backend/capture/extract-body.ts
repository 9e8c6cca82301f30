import { Readability } from '@mozilla/readability'
import { type BodyHints, cleanBody, removeCaptions } from './clean-body.ts'
import { findLead } from './find-lead.ts'
import { comparableText, flatText, type PageDocument, type PageElement } from './page-dom.ts'
import type { ParsedPage } from './parse-html.ts'
import { removeFurniture } from './remove-furniture.ts'

/** Readability's flags to strip unlikely candidates (1) and weigh class names (2), without its conditional cleaning (4). */
const withoutConditionalCleaning = 3

function readableBody(document: PageDocument): PageElement | undefined {
  // Readability makes elements by upper-case names, which linkedom does not fold: `DIV` would be no `div` afterwards.
  const createElement = document.createElement.bind(document)
  Object.assign(document, { createElement: (name: string) => createElement(name.toLowerCase()) })
  const reader = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 300,
  })
  // Its last cleaning drops whole sections on a hunch; `cleanBody` says for each block why it goes.
  Object.assign(reader, { _flags: withoutConditionalCleaning })
  return reader.parse()?.content ?? undefined
}

/** A paragraph long enough to be running text, with few links. */
function proseLength(root: PageElement): number {
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

/** The innermost element that holds nearly all the running text: for pages that spread a body over many boxes. */
function commonFrame(root: PageElement): PageElement {
  const total = proseLength(root)
  let frame = root
  for (;;) {
    const inner = [...frame.children].find((child) => proseLength(child) >= total * 0.9)
    if (inner === undefined) return frame
    frame = inner
  }
}

/**
 * The element that holds the article's body: furniture is removed from the page, Mozilla's Readability cuts the body out,
 * and what does not belong is cleaned away. Undefined where no body is found. The document is changed in the process: read
 * everything else out of it before.
 */
export function extractBody(page: ParsedPage, hints: BodyHints): PageElement | undefined {
  const title = hints.title ?? ''
  removeFurniture(page.document, title)
  removeCaptions(page.document.body)
  const lead = findLead(page.document.body, title, hints.description)
  const whole = proseLength(page.document.body)
  let body = readableBody(page.document)
  if (whole > 600 && (body === undefined || proseLength(body) < whole * 0.5)) {
    const again = page.parseAgain()
    removeFurniture(again, title)
    removeCaptions(again.body)
    body = commonFrame(again.body)
  }
  if (body === undefined) return undefined
  cleanBody(body, hints)
  putBefore(page.document, body, lead)
  return body
}

/** Adds the paragraphs of the lead that the body does not have. */
function putBefore(document: PageDocument, body: PageElement, lead: readonly string[]): void {
  const text = comparableText(flatText(body))
  for (const line of lead.toReversed()) {
    if (text.includes(comparableText(line))) continue
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    body.insertBefore(paragraph, [...body.childNodes][0] ?? null)
  }
}
