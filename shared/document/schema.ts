import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'

export type TextDirection = 'rtl' | 'ltr'

const longestUrl = 8192
const longestAlt = 4000

/** True for the only addresses an article may link to: absolute http(s), or mailto. No control character, space or quote. */
export function isSafeLink(value: unknown): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  const pattern = /^(?:https?:\/\/[^\s/"<>\\\u0000-\u001f\u007f]|mailto:)[^\s"<>\\\u0000-\u001f\u007f]*$/i
  return typeof value === 'string' && value.length <= longestUrl && pattern.test(value)
}

/** True for the address an image was found at, kept as inert data and never fetched or rendered: absolute http(s). */
export function isImageSource(value: unknown): value is string {
  return isSafeLink(value) && /^https?:/i.test(value)
}

/** True for the lower-case hexadecimal SHA-256 that names an asset of the notebook. */
export function isAssetHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function attribute(
  name: string,
  fallback: string | number | null,
  isValid: (value: unknown) => boolean,
): AttributeSpec {
  return {
    default: fallback,
    validate(value: unknown) {
      if (!isValid(value)) throw new RangeError(`The attribute ${name} has a value that is not allowed`)
    },
  }
}

function required(name: string, isValid: (value: unknown) => boolean): AttributeSpec {
  const { validate } = attribute(name, null, isValid)
  return { validate } as AttributeSpec
}

function isIntegerBetween(low: number, high: number): (value: unknown) => boolean {
  return (value) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high
}

const direction = attribute('dir', null, (value) => value === null || value === 'rtl' || value === 'ltr')
const span = (name: string) => attribute(name, 1, isIntegerBetween(1, 1000))

function directed(attrs: { readonly [name: string]: unknown }): { [name: string]: string } {
  return attrs['dir'] === 'rtl' || attrs['dir'] === 'ltr' ? { dir: attrs['dir'] } : {}
}

function cellAttributes(attrs: { readonly [name: string]: unknown }): { [name: string]: string } {
  const spans = { colspan: Number(attrs['colspan']), rowspan: Number(attrs['rowspan']) }
  return Object.fromEntries(
    Object.entries(spans)
      .filter(([, value]) => value > 1)
      .map(([name, value]) => [name, String(value)]),
  )
}

const cell: Pick<NodeSpec, 'content' | 'attrs' | 'isolating'> = {
  content: 'block+',
  attrs: { colspan: span('colspan'), rowspan: span('rowspan') },
  isolating: true,
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { dir: direction },
    toDOM: (node) => ['p', directed(node.attrs), 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: required('level', isIntegerBetween(1, 6)), dir: direction },
    defining: true,
    toDOM: (node) => [`h${Number(node.attrs['level'])}`, directed(node.attrs), 0],
  },
  blockquote: { group: 'block', content: 'block+', defining: true, toDOM: () => ['blockquote', 0] },
  bullet_list: { group: 'block', content: 'list_item+', toDOM: () => ['ul', 0] },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { start: attribute('start', 1, isIntegerBetween(0, 1_000_000_000)) },
    toDOM: (node) => ['ol', node.attrs['start'] === 1 ? {} : { start: String(node.attrs['start']) }, 0],
  },
  list_item: { content: 'block+', defining: true, toDOM: () => ['li', 0] },
  code_block: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    toDOM: () => ['pre', { dir: 'ltr' }, ['code', 0]],
  },
  horizontal_rule: { group: 'block', toDOM: () => ['hr'] },
  figure: { group: 'block', content: 'image+ caption?', isolating: true, toDOM: () => ['figure', 0] },
  caption: {
    content: 'inline*',
    attrs: { dir: direction },
    toDOM: (node) => ['figcaption', directed(node.attrs), 0],
  },
  image: {
    group: 'block',
    atom: true,
    attrs: {
      asset: attribute('asset', null, (value) => value === null || isAssetHash(value)),
      alt: attribute('alt', '', (value) => typeof value === 'string' && value.length <= longestAlt),
      source: attribute('source', null, (value) => value === null || isImageSource(value)),
    },
    // Never an <img> here: where an asset lives is known to the view alone, and `source` must not be fetched.
    toDOM: (node) => ['span', { role: 'img', 'aria-label': String(node.attrs['alt']) }],
  },
  table: { group: 'block', content: 'table_row+', isolating: true, toDOM: () => ['table', ['tbody', 0]] },
  table_row: { content: '(table_cell | table_header)+', toDOM: () => ['tr', 0] },
  table_cell: { ...cell, toDOM: (node) => ['td', cellAttributes(node.attrs), 0] },
  table_header: { ...cell, toDOM: (node) => ['th', cellAttributes(node.attrs), 0] },
  text: { group: 'inline' },
  hard_break: { group: 'inline', inline: true, selectable: false, toDOM: () => ['br'] },
} satisfies { [name: string]: NodeSpec }

const marks = {
  link: {
    attrs: { href: required('href', isSafeLink) },
    inclusive: false,
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noopener noreferrer nofollow' }, 0],
  },
  em: { toDOM: () => ['em', 0] },
  strong: { toDOM: () => ['strong', 0] },
  underline: { toDOM: () => ['u', 0] },
  strike: { toDOM: () => ['s', 0] },
  subscript: { excludes: 'superscript', toDOM: () => ['sub', 0] },
  superscript: { excludes: 'subscript', toDOM: () => ['sup', 0] },
  code: { toDOM: () => ['code', 0] },
} satisfies { [name: string]: MarkSpec }

export type ArticleNodeName = keyof typeof nodes
export type ArticleMarkName = keyof typeof marks

/**
 * The one schema every captured article goes through. What it cannot express (scripts, styles, frames, forms, event
 * attributes, live image addresses) cannot be stored or shown. It has no `parseDOM`: HTML is read by the capture steps only.
 */
export const articleSchema: Schema<ArticleNodeName, ArticleMarkName> = new Schema({
  topNode: 'doc',
  nodes: nodes as { [name in ArticleNodeName]: NodeSpec },
  marks: marks as { [name in ArticleMarkName]: MarkSpec },
})

/** How deep nodes of an article may nest; capture flattens what is deeper, the parser refuses it. */
export const deepestNesting = 60
