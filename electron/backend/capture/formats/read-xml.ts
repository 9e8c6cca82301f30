import { DOMParser } from 'linkedom'
import type { PageDocument, PageElement } from '../page-dom.ts'

/** XML files inside a document are small; what is larger was made to waste time. */
const largest = 2_000_000

/** An XML file of a document. No entity of its own is expanded, and nothing it refers to is read. Empty where there is none. */
export function readXml(bytes: Uint8Array | undefined): PageDocument {
  const written = bytes === undefined || bytes.byteLength > largest ? '' : new TextDecoder().decode(bytes)
  return new DOMParser().parseFromString(written || '<empty/>', 'text/xml') as unknown as PageDocument
}

/** The elements of that name, whatever their prefix. */
export function elementsNamed(xml: PageDocument, name: string): PageElement[] {
  return [...xml.querySelectorAll('*')].filter(({ localName }) => localName.split(':').at(-1) === name)
}

/** The text of the first element of that name; undefined where there is none, or nothing in it. */
export function textNamed(xml: PageDocument, name: string): string | undefined {
  return elementsNamed(xml, name)[0]?.textContent?.trim() || undefined
}
