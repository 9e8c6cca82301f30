/**
 * The little of the DOM that capture relies on. The backend is compiled without the browser's types, and the parser behind
 * `parseHtml` can be exchanged for any that gives this much.
 */
export interface PageNode {
  readonly nodeType: number
  readonly parentNode: PageElement | null
  readonly nextSibling: PageNode | null
  readonly previousSibling: PageNode | null
  readonly childNodes: Iterable<PageNode> & { readonly length: number }
  textContent: string | null
  remove(): void
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly tagName: string
  readonly children: Iterable<PageElement> & { readonly length: number }
  readonly firstElementChild: PageElement | null
  readonly nextElementSibling: PageElement | null
  readonly previousElementSibling: PageElement | null
  readonly innerHTML: string
  readonly outerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number }
  getElementsByTagName(name: string): Iterable<PageElement> & { readonly length: number }
  contains(other: PageNode): boolean
  replaceWith(...nodes: PageNode[]): void
  appendChild(node: PageNode): PageNode
  insertBefore(node: PageNode, before: PageNode | null): PageNode
}

export interface PageDocument extends Omit<PageElement, 'textContent'> {
  readonly documentElement: PageElement
  readonly head: PageElement
  readonly body: PageElement
  createElement(name: string): PageElement
  createTextNode(text: string): PageNode
  cloneNode(deep: boolean): PageDocument
}

const elementNode = 1
const textNode = 3
const cdataNode = 4

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === elementNode
}

export function isText(node: PageNode): boolean {
  return node.nodeType === textNode || node.nodeType === cdataNode
}

/** The text of a node on one line, every run of white space as one space. */
export function flatText(node: PageNode): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** A text reduced to what two wordings of it share: words in small letters, single spaces, nothing else. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
