import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'
import { capNesting } from './cap-nesting.ts'
import type { PageDocument } from './page-dom.ts'

type ParentNode = DefaultTreeAdapterTypes.ParentNode
type ChildNode = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export interface ParsedPage {
  readonly document: PageDocument
  /** The bodies of the page's JSON-LD scripts, in order, unparsed. */
  readonly jsonLd: string[]
  /** True where elements nested so deep that some had to be flattened. */
  readonly wasFlattened: boolean
  /** The same document anew, for a step that changed the first one and came to nothing. */
  parseAgain(): PageDocument
}

/** No prose comes from these, whatever they hold; a `noscript` is looked into for the picture it often stands in for. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'frame',
  'frameset',
  'noframes',
  'object',
  'embed',
  'applet',
  'canvas',
  'audio',
  'video',
  'map',
  'input',
  'select',
  'textarea',
  'button',
  'dialog',
  'portal',
  'noscript',
])

/** Whatever else elements carry is for scripts and style sheets, and would only be parsed for nothing. */
const readAttributes = new Set(
  'class id itemprop itemtype rel role href title style hidden aria-hidden aria-modal dir lang xml:lang datetime pubdate content name property colspan rowspan start data-testid data-component data-module data-type'.split(
    ' ',
  ),
)
/** Pictures name their sources in attributes of any name; heads are small. */
const keepAllAttributes = /^(?:img|source|picture|meta|link|html|base)$/

function isElementNode(node: ChildNode): node is Element {
  return 'tagName' in node
}

function isTemplate(element: Element): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === 'template'
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((item) => item.name === name)?.value
}

function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('')
}

function picturesOf(element: Element): ChildNode[] {
  return element.childNodes.filter((node) => node.nodeName === 'img' || node.nodeName === 'picture')
}

/** What stands in an element's place: nothing, the pictures of a `noscript`, or the content of a shadow root. */
function replacementOf(element: Element, jsonLd: string[]): ChildNode[] | undefined {
  if (
    element.tagName === 'script' &&
    /^application\/(?:[\w.-]+\+)?ld\+json/i.test(attributeOf(element, 'type')?.trim() ?? '')
  ) {
    jsonLd.push(textOf(element))
  }
  if (element.tagName === 'noscript') return picturesOf(element)
  if (isTemplate(element) && attributeOf(element, 'shadowrootmode') !== undefined) {
    return element.content.childNodes
  }
  return dropped.has(element.tagName) ? [] : undefined
}

/** Takes out, in one pass and without recursion, what can never be prose; gathers JSON-LD on the way. */
function prune(root: ParentNode, jsonLd: string[]): void {
  const pending: ParentNode[] = [root]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    const kept: ChildNode[] = []
    const queue = [...parent.childNodes].reverse()
    for (let child = queue.pop(); child !== undefined; child = queue.pop()) {
      if (child.nodeName === '#comment') continue
      if (!isElementNode(child)) {
        kept.push(child)
        continue
      }
      const replacement = replacementOf(child, jsonLd)
      if (replacement === undefined) {
        if (!keepAllAttributes.test(child.tagName))
          child.attrs = child.attrs.filter(({ name }) => readAttributes.has(name))
        kept.push(child)
        pending.push(child)
      } else {
        queue.push(...replacement.toReversed())
      }
    }
    for (const child of kept) child.parentNode = parent
    parent.childNodes = kept
  }
}

/**
 * Parses a page as browsers do (parse5), drops what can never be prose, flattens what nests too deep for the steps that
 * follow, and gives a DOM of the rest. Scripts are not run, nothing is fetched.
 */
export function parseHtml(html: string): ParsedPage {
  const tree = parse(html, { scriptingEnabled: false })
  const jsonLd: string[] = []
  prune(tree, jsonLd)
  const wasFlattened = capNesting(tree)
  const html5 = serialize(tree)
  const parseAgain = () => parseHTML(html5).document as unknown as PageDocument
  return { document: parseAgain(), jsonLd, wasFlattened, parseAgain }
}
