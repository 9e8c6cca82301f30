import type { Node } from 'prosemirror-model'
import {
  type ArticleMarkJson,
  type ArticleNodeJson,
  parseArticleDocument,
} from '#shared/document/parse-document.ts'
import { marksWithin } from './element-marks.ts'
import { captionOf, figureOf } from './figure-nodes.ts'
import { type ImageFound, imageNode } from './image-of.ts'
import { cleanText, InlineBuilder } from './inline-builder.ts'
import { isElement, isText, type PageElement, type PageNode } from './page-dom.ts'
import { tableRows } from './table-rows.ts'
import { directed, textOfInline } from './text-direction.ts'

export interface ConvertedDocument {
  readonly document: Node
  readonly images: ImageFound[]
}

/** How deep quotes, lists and tables may stand in each other; deeper ones keep their text and lose their frame. */
const deepestFrame = 12

const inlineElements = new Set(
  'a abbr acronym address b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output progress q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const ignored = new Set(
  'script style template noscript iframe object embed svg math form-data input select textarea button option datalist audio video source track canvas map area head title meta link base frame frameset noframes applet dialog'.split(
    ' ',
  ),
)

interface Context {
  readonly base: string | undefined
  readonly images: ImageFound[]
  readonly frames: number
  readonly marks: readonly ArticleMarkJson[]
  readonly dir: string | null
}

/** The blocks of one container on their way: finished ones, the open paragraph, and pictures that wait for its end. */
interface BlockList {
  readonly blocks: ArticleNodeJson[]
  readonly inline: InlineBuilder
  readonly waiting: ArticleNodeJson[]
}

function newList(): BlockList {
  return { blocks: [], inline: new InlineBuilder(), waiting: [] }
}

function paragraphNode(content: ArticleNodeJson[], dir: string | null): ArticleNodeJson {
  return { type: 'paragraph', ...directed(content, dir), content }
}

function closeParagraph(list: BlockList, context: Context): void {
  for (const content of list.inline.takeParagraphs()) list.blocks.push(paragraphNode(content, context.dir))
  list.blocks.push(...list.waiting.splice(0))
}

function isHidden(element: PageElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
  )
}

function childContext(context: Context, element: PageElement): Context {
  const dir = element.getAttribute('dir')?.toLowerCase()
  const inner = dir === 'rtl' || dir === 'ltr' ? { ...context, dir } : context
  return { ...inner, marks: marksWithin(element, context.marks, context.base) }
}

function addChildren(list: BlockList, parent: PageNode, context: Context): void {
  for (const child of parent.childNodes) {
    if (isText(child)) list.inline.addText(child.textContent ?? '', context.marks)
    else if (isElement(child) && !ignored.has(child.localName) && !isHidden(child)) {
      addElement(list, child, childContext(context, child))
    }
  }
}

function blocksOf(parent: PageNode, context: Context): ArticleNodeJson[] {
  const list = newList()
  addChildren(list, parent, context)
  closeParagraph(list, context)
  return list.blocks
}

function lineOf(
  parent: PageElement,
  context: Context,
): { content: ArticleNodeJson[]; others: ArticleNodeJson[] } {
  const inner = blocksOf(parent, context)
  const lines = inner.map((block) => linesIn(block)).filter((content) => content.length > 0)
  const content = lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hard_break' }, ...line]))
  return { content, others: inner.filter((block) => block.type === 'image' || block.type === 'figure') }
}

function linesIn(block: ArticleNodeJson): ArticleNodeJson[] {
  if (block.type === 'image' || block.type === 'figure') return []
  if (['paragraph', 'heading', 'caption'].includes(block.type)) return block.content ?? []
  const inner = (block.content ?? [])
    .filter((node) => node.type !== 'text')
    .map(linesIn)
    .filter((line) => line.length > 0)
  return inner.flatMap((line, index) => (index === 0 ? line : [{ type: 'hard_break' }, ...line]))
}

function addHeading(list: BlockList, element: PageElement, context: Context): void {
  const level = Number(element.localName.slice(1))
  const { content, others } = lineOf(element, context)
  if (content.length > 0) {
    const { attrs } = directed(content, context.dir)
    list.blocks.push({ type: 'heading', attrs: { level, ...attrs }, content })
  }
  list.blocks.push(...others)
}

function addList(list: BlockList, element: PageElement, context: Context): void {
  const items: ArticleNodeJson[] = []
  for (const child of element.childNodes) {
    if (isElement(child) && (ignored.has(child.localName) || isHidden(child))) continue
    const isNestedList = isElement(child) && (child.localName === 'ul' || child.localName === 'ol')
    const inner = newList()
    if (isElement(child)) addElement(inner, child, childContext(context, child), true)
    else inner.inline.addText(child.textContent ?? '', context.marks)
    closeParagraph(inner, context)
    if (inner.blocks.length === 0) continue
    const last = items.at(-1)
    if (isNestedList && last?.content !== undefined) last.content.push(...inner.blocks)
    else items.push({ type: 'list_item', content: inner.blocks })
  }
  if (items.length === 0) return
  if (element.localName !== 'ol') {
    list.blocks.push({ type: 'bullet_list', content: items })
    return
  }
  const start = Number(element.getAttribute('start') ?? 1)
  const isValid = Number.isInteger(start) && start >= 0 && start <= 1_000_000_000
  list.blocks.push({ type: 'ordered_list', attrs: { start: isValid ? start : 1 }, content: items })
}

function addCode(list: BlockList, element: PageElement): void {
  const text = rawText(element)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n|\s+$/g, '')
  if (text.trim() !== '') list.blocks.push({ type: 'code_block', content: [{ type: 'text', text }] })
}

function rawText(node: PageNode): string {
  if (isText(node)) return cleanText(node.textContent ?? '')
  if (!isElement(node) || ignored.has(node.localName)) return ''
  return node.localName === 'br' ? '\n' : [...node.childNodes].map(rawText).join('')
}

function addFigure(list: BlockList, element: PageElement, context: Context): void {
  const caption = element.querySelector('figcaption')
  const blocks = blocksOf(element, context)
  const images = blocks.filter((block) => block.type === 'image')
  const words = caption === null ? [] : lineOf(caption, { ...context, images: [] }).content
  const rest = blocks.filter((block) => block.type !== 'image')
  const hasOnlyCaption = textOfInline(rest.flatMap(linesIn)) === textOfInline(words)
  if (images.length === 0 || !hasOnlyCaption) {
    list.blocks.push(...blocks)
    return
  }
  list.blocks.push(figureOf(images, words, context.dir))
}

function addTable(list: BlockList, element: PageElement, context: Context): void {
  const rows = tableRows(element)
  if (rows === undefined) {
    addChildren(list, element, context)
    return
  }
  for (const caption of element.children) {
    if (caption.localName === 'caption') list.blocks.push(...blocksOf(caption, context))
  }
  const content = rows.map((cells) => ({
    type: 'table_row',
    content: cells.map(({ element: cell, colspan, rowspan }): ArticleNodeJson => {
      const blocks = blocksOf(cell, childContext(context, cell))
      return {
        type: cell.localName === 'th' ? 'table_header' : 'table_cell',
        attrs: { colspan, rowspan },
        content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
      }
    }),
  }))
  list.blocks.push({ type: 'table', content })
}

function addQuote(list: BlockList, element: PageElement, context: Context): void {
  const content = blocksOf(element, context)
  if (content.length > 0) list.blocks.push({ type: 'blockquote', content })
}

function addImage(list: BlockList, element: PageElement, context: Context): void {
  const found = imageNode(element, context.base)
  if (found === undefined) return
  context.images.push(found.image)
  const caption = captionOf(element)
  list.waiting.push(caption === undefined ? found.node : figureOf([found.node], caption, context.dir))
}

/** `isItem`: the element stands for a list item itself, whatever it is called. */
function addElement(list: BlockList, element: PageElement, context: Context, isItem = false): void {
  const name = element.localName
  if (name === 'br') list.inline.addBreak()
  else if (name === 'img') addImage(list, element, context)
  else if (name === 'q') addQuotation(list, element, context)
  else if (inlineElements.has(name)) addChildren(list, element, context)
  else {
    closeParagraph(list, context)
    addBlock(list, element, context, isItem)
    closeParagraph(list, context)
  }
}

function addQuotation(list: BlockList, element: PageElement, context: Context): void {
  list.inline.addText('“', context.marks)
  addChildren(list, element, context)
  list.inline.addText('”', context.marks)
}

function addBlock(list: BlockList, element: PageElement, context: Context, isItem: boolean): void {
  const name = element.localName
  const framed: Context = { ...context, frames: context.frames + 1 }
  const mayFrame = context.frames < deepestFrame
  if (/^h[1-6]$/.test(name)) addHeading(list, element, context)
  else if (name === 'hr') list.blocks.push({ type: 'horizontal_rule' })
  else if (name === 'pre') addCode(list, element)
  else if (name === 'figure') addFigure(list, element, context)
  else if (mayFrame && name === 'blockquote') addQuote(list, element, framed)
  else if (mayFrame && (name === 'ul' || name === 'ol' || name === 'menu')) addList(list, element, framed)
  else if (mayFrame && name === 'table') addTable(list, element, framed)
  else addChildren(list, element, isItem && name === 'li' ? framed : context)
}

function withoutEdgeRules(blocks: ArticleNodeJson[]): ArticleNodeJson[] {
  const isRule = (node: ArticleNodeJson | undefined) => node?.type === 'horizontal_rule'
  const kept = blocks.filter((node, index) => !isRule(node) || (!isRule(blocks[index - 1]) && index > 0))
  while (isRule(kept.at(-1))) kept.pop()
  return kept
}

/**
 * Builds the article document out of an element's content. Only what the strict schema knows can come out: text stays text,
 * links are http(s) or mailto, pictures are inert data. `base` resolves relative addresses. An element without content gives
 * a document of one empty paragraph.
 */
export function toDocument(root: PageNode, base?: string): ConvertedDocument {
  const images: ImageFound[] = []
  const blocks = withoutEdgeRules(blocksOf(root, { base, images, frames: 0, marks: [], dir: null }))
  const content = blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
  return { document: parseArticleDocument({ type: 'doc', content }), images }
}

export function hasProse(document: Node): boolean {
  return /[\p{L}\p{N}]/u.test(document.textContent)
}
