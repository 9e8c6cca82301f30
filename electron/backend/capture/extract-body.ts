import { Readability } from '@mozilla/readability'
import { cleanBody } from './clean-body.ts'
import type { PageDocument, PageElement } from './page-dom.ts'

/**
 * The element that holds the article's body, cut out of the page by Mozilla's Readability; undefined where it finds none.
 * The document is changed in the process: read everything else out of it before.
 */
export function extractBody(document: PageDocument): PageElement | undefined {
  const reader = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 300,
  })
  const body = reader.parse()?.content ?? undefined
  if (body !== undefined) cleanBody(body)
  return body
}
