import { Readability } from '@mozilla/readability'
import { type BodyHints, cleanBody } from './clean-body.ts'
import type { PageDocument, PageElement } from './page-dom.ts'
import { removeFurniture } from './remove-furniture.ts'

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
  return reader.parse()?.content ?? undefined
}

/**
 * The element that holds the article's body: furniture is removed from the page, Mozilla's Readability cuts the body out,
 * and what does not belong is cleaned away. Undefined where no body is found. The document is changed in the process: read
 * everything else out of it before.
 */
export function extractBody(document: PageDocument, hints: BodyHints): PageElement | undefined {
  removeFurniture(document)
  const body = readableBody(document)
  if (body !== undefined) cleanBody(body, hints)
  return body
}
