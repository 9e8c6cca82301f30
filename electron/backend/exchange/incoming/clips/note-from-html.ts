import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { capNesting } from '../../../capture/cap-nesting.ts'
import { escapeMarkdown } from '../../comment-to-markdown.ts'
import { webAddress } from './words.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

const silent = /^(?:script|style|template|noscript|svg|math|iframe|object|head|title)$/
const blocks =
  /^(?:address|article|aside|blockquote|body|center|d[dlt]|div|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/
const largestNote = 2_000_000

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** A note's markup as nodes that nest no deeper than can be walked. */
export function nodesOf(html: string): HtmlNode[] {
  const tree = parseFragment(html.slice(0, largestNote))
  capNesting(tree)
  return tree.childNodes
}

/** The words of a node, as they are written. */
export function wordsIn(node: HtmlNode): string {
  if ('value' in node) return node.value
  if (!isElement(node) || silent.test(node.tagName)) return ''
  return node.tagName === 'br' ? '\n' : node.childNodes.map(wordsIn).join('')
}

/** A note in HTML as Markdown: paragraphs, lists, quotations, bold, italics and links; of anything else its words. */
export function noteFromHtml(html: string): string | undefined {
  return markdownOf(nodesOf(html)) || undefined
}

export function markdownOf(nodes: readonly HtmlNode[]): string {
  const parts: string[] = []
  let run: HtmlNode[] = []
  const endRun = () => {
    const text = inlines(run)
    if (text !== '') parts.push(text)
    run = []
  }
  for (const node of nodes) {
    if (!isElement(node) || !blocks.test(node.tagName)) {
      run.push(node)
      continue
    }
    endRun()
    const text = block(node)
    if (text !== '') parts.push(text)
  }
  endRun()
  return parts.join('\n\n')
}

function block(element: HtmlElement): string {
  const { tagName, childNodes } = element
  if (tagName === 'ul' || tagName === 'ol') return list(element)
  if (tagName === 'tr')
    return childNodes
      .filter(isElement)
      .map(({ childNodes: cell }) => inlines(cell))
      .join(' | ')
  const inside = markdownOf(childNodes)
  if (/^h[1-6]$/.test(tagName))
    return inside === '' ? '' : `**${inside.replaceAll(/\*\*|\n+/g, ' ').trim()}**`
  return tagName === 'blockquote' ? inside.replaceAll(/^/gm, '> ') : inside
}

function list({ tagName, childNodes }: HtmlElement): string {
  const items = childNodes.filter((node) => isElement(node) && node.tagName === 'li') as HtmlElement[]
  return items
    .map(({ childNodes: inside }, index) => {
      const mark = tagName === 'ol' ? `${index + 1}. ` : '- '
      return mark + markdownOf(inside).replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

function inlines(nodes: readonly HtmlNode[]): string {
  return nodes
    .map(inline)
    .join('')
    .replaceAll(/[ \t]*\n[ \t]*/g, '  \n')
    .replaceAll(/[ \t]{2,}(?!\n)/g, ' ')
    .trim()
}

function inline(node: HtmlNode): string {
  if ('value' in node) return escapeMarkdown(node.value.replaceAll(/\s+/g, ' '))
  if (!isElement(node) || silent.test(node.tagName)) return ''
  if (node.tagName === 'br') return '\n'
  const inside = node.childNodes.map(inline).join('')
  if (node.tagName === 'strong' || node.tagName === 'b') return around(inside, '**', '**')
  if (node.tagName === 'em' || node.tagName === 'i') return around(inside, '*', '*')
  const address = node.tagName === 'a' ? webAddress(attributeOf(node, 'href')) : undefined
  return address === undefined
    ? inside
    : around(inside, '[', `](<${address.replaceAll(/[<>]/g, encodeURIComponent)}>)`)
}

/** Marks close around the words, not around the space beside them. */
function around(text: string, open: string, close: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before}${open}${words}${close}${after}`
}
