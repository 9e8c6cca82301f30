import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { frozenViewTrouble } from '../domain/frozen-view.ts'
import { isAssetHash, isSafeLink } from './schema.ts'

/** What a call-out may be. */
export const calloutKinds = ['note', 'important', 'warning', 'question'] as const

/** What a dossier can mention by name. */
export const mentionKinds = ['topic', 'actor', 'round', 'article'] as const

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function checked(isValid: (value: unknown) => boolean): AttributeSpec {
  return {
    validate(value: unknown) {
      if (!isValid(value)) throw new RangeError('an attribute has a value that is not allowed')
    },
  }
}

function optional(fallback: string | number | boolean | null, isValid: (value: unknown) => boolean) {
  return { ...checked(isValid), default: fallback }
}

const isId = (value: unknown) => typeof value === 'string' && uuid.test(value)
const isText = (longest: number) => (value: unknown) => typeof value === 'string' && value.length <= longest
const isLine = (longest: number) => (value: unknown) =>
  typeof value === 'string' && value.length <= longest && value.isWellFormed() && !/\p{Cc}/u.test(value)
const isOneOf = (values: readonly string[]) => (value: unknown) =>
  typeof value === 'string' && values.includes(value)
const isBetween = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high
const isWidths = (value: unknown) =>
  value === null || (Array.isArray(value) && value.length <= 1000 && value.every(isBetween(0, 10_000)))

function checkFrozenView(value: unknown): void {
  const trouble = frozenViewTrouble(value)
  if (trouble !== null) throw new RangeError(trouble)
}

const cell: NodeSpec = {
  content: 'block+',
  isolating: true,
  attrs: {
    colspan: optional(1, isBetween(1, 1000)),
    rowspan: optional(1, isBetween(1, 1000)),
    colwidth: optional(null, isWidths),
  },
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*' },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: optional(1, isBetween(1, 4)) },
  },
  bulletList: { group: 'block', content: 'listItem+' },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: optional(1, isBetween(0, 1_000_000_000)) },
  },
  listItem: { content: 'paragraph block*', defining: true },
  taskList: { group: 'block', content: 'taskItem+' },
  taskItem: {
    content: 'paragraph block*',
    defining: true,
    attrs: { checked: optional(false, (value) => typeof value === 'boolean') },
  },
  blockquote: { group: 'block', content: 'block+', defining: true },
  codeBlock: { group: 'block', content: 'text*', marks: '', code: true, defining: true },
  horizontalRule: { group: 'block' },
  callout: {
    group: 'block',
    content: 'block+',
    defining: true,
    attrs: { kind: optional('note', isOneOf(calloutKinds)) },
  },
  table: { group: 'block', content: 'tableRow+', isolating: true },
  tableRow: { content: '(tableCell | tableHeader)+' },
  tableCell: cell,
  tableHeader: cell,
  image: {
    group: 'block',
    atom: true,
    attrs: { asset: checked(isAssetHash), alt: optional('', isText(4000)) },
  },
  quoteEmbed: {
    group: 'block',
    atom: true,
    attrs: { quoteId: checked(isId), revisionId: checked(isId), text: checked(isText(1_000_000)) },
  },
  frozenView: {
    group: 'block',
    atom: true,
    attrs: { view: { validate: checkFrozenView }, caption: optional('', isLine(2000)) },
  },
  bibliography: { group: 'block', atom: true },
  mention: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { kind: checked(isOneOf(mentionKinds)), id: checked(isId), label: checked(isText(2000)) },
  },
  footnote: { group: 'inline', inline: true, content: 'text*', isolating: true },
  hardBreak: { group: 'inline', inline: true },
  text: { group: 'inline' },
} satisfies { [name: string]: NodeSpec }

const marks = {
  link: { attrs: { href: checked(isSafeLink) }, inclusive: false },
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
} satisfies { [name: string]: MarkSpec }

export type DossierNodeName = keyof typeof nodes
export type DossierMarkName = keyof typeof marks

/**
 * What a dossier may hold. The names are tiptap's own where tiptap has such a node. A `quoteEmbed` names the quote, the revision it
 * was taken from, and its words at that time; a `frozenView` holds all that it shows (`shared/domain/frozen-view.ts`); a `bibliography` is the place
 * where the sources are listed; an image is an asset of the notebook and never an address.
 */
export const dossierSchema: Schema<DossierNodeName, DossierMarkName> = new Schema({
  topNode: 'doc',
  nodes: nodes as { [name in DossierNodeName]: NodeSpec },
  marks: marks as { [name in DossierMarkName]: MarkSpec },
})
