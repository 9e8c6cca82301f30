import { Readability } from '@mozilla/readability'
import type { BodyHints } from './body-hints.ts'
import { removeCaptions } from './captions.ts'
import { cleanBody } from './clean-body.ts'
import { findLead } from './find-lead.ts'
import { joinBoxes } from './join-boxes.ts'
import { comparableText, flatText, type PageDocument, type PageElement } from './page-dom.ts'
import type { ParsedPage } from './parse-html.ts'
import { proseLength } from './prose.ts'
import { removeFurniture } from './remove-furniture.ts'

/** Readability's flags to strip unlikely candidates (1) and weigh class names (2), without its conditional cleaning (4). */
const weighClassNames = 2

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
  // Its cleaning drops whole sections on a hunch; `removeFurniture` and `cleanBody` say for each part why it goes.
  Object.assign(reader, { _flags: weighClassNames })
  return reader.parse()?.content ?? undefined
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
  joinBoxes(page.document.body)
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
