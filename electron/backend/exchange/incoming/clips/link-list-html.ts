import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { SavedLink } from './saved-links.ts'
import { lineOf, namesIn } from './words.ts'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

/** Folders deeper than this are named by those above them. */
const deepestFolder = 40
const isList = /^(?:dl|ul|ol)$/
const isHeading = /^h[1-6]$/

/**
 * The links of a list in HTML as browsers write it (`<DL>` in `<DL>`, a heading before each) and reading services do (a heading
 * and a list below it), with the names of the headings above them. Nothing of the page is run or fetched.
 */
export function linksInHtml(html: string): SavedLink[] {
  const links: SavedLink[] = []
  const folders: (string | undefined)[] = []
  let heading: string | undefined
  walk(parse(html, { scriptingEnabled: false }), {
    enter(element) {
      if (isHeading.test(element.tagName)) heading = lineOf(textIn(element), 200)
      else if (isList.test(element.tagName)) {
        folders.push(heading)
        heading = undefined
      } else if (element.tagName === 'a') {
        const link = linkOf(element, folders)
        if (link !== undefined) links.push(link)
      } else if (element.tagName === 'dd') {
        const last = links.at(-1)
        // A description before a list of its own is that of a folder.
        if (last !== undefined && last.excerpt === undefined && !element.childNodes.some(isListNode))
          last.excerpt = lineOf(ownText(element), 10_000)
      }
    },
    leave(element) {
      if (isList.test(element.tagName)) folders.pop()
    },
  })
  return links
}

function linkOf(element: Element, folders: readonly (string | undefined)[]): SavedLink | undefined {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]))
  const address = attributes.get('href')
  if (address === undefined) return undefined
  return {
    address,
    title: textIn(element),
    folder: folders.slice(0, deepestFolder).filter((name) => name !== undefined),
    tags: namesIn(attributes.get('tags') ?? '', /,/),
    addedAt: attributes.get('add_date') ?? attributes.get('time_added'),
    isFavourite: attributes.get('data-important') === 'true',
  }
}

interface Visitor {
  enter(element: Element): void
  leave(element: Element): void
}

/** Visits every element in the order of the page, without recursion: lists nest as deep as somebody likes. */
function walk(root: Node, { enter, leave }: Visitor): void {
  const pending: { node: Node; isLeaving: boolean }[] = [{ node: root, isLeaving: false }]
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, isLeaving } = item
    if (isLeaving) {
      leave(node as Element)
      continue
    }
    if ('tagName' in node) {
      enter(node)
      pending.push({ node, isLeaving: true })
    }
    if (!('childNodes' in node)) continue
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index]
      if (child !== undefined) pending.push({ node: child, isLeaving: false })
    }
  }
}

const isListNode = (node: Node) => 'tagName' in node && isList.test(node.tagName)

function ownText({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join(' ')
}

function textIn(element: Element): string {
  const pieces: string[] = []
  const pending: Node[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('value' in node) pieces.push(node.value)
    if ('childNodes' in node) pending.push(...node.childNodes.toReversed())
  }
  return pieces.join('')
}
