import type { Node } from 'prosemirror-model'
import type { calloutKinds } from '#shared/document/dossier-schema.ts'
import { frozenViewOf } from '#shared/document/parse-dossier.ts'
import type { CitationLang } from '#shared/domain/citation.ts'
import type { Labels } from './labels.ts'
import type { Block, Cell, Inline, TextRun } from './model.ts'
import { isRtl, plainText, printable, words } from './text.ts'
import { viewBlock } from './view-block.ts'

export interface BlockContext {
  labels: Labels
  lang: CitationLang
  /** Adds a note, and answers its number. */
  addNote(content: Inline[]): number
  /** Who said the next embedded quote and where, in the order of the document. */
  nextQuote(): { by: Inline[] }
  articleUrl(id: string): string | undefined
}

/** The blocks of a dossier in its order; each embedded quote and footnote is taken from the context as it comes. */
export function buildBlocks(parent: Node, context: BlockContext): Block[] {
  let headings = 0
  const build = (node: Node): Block => {
    const inner = (of: Node) => of.children.map(build)
    switch (node.type.name) {
      case 'heading': {
        const content = inlineContent(node, context)
        const level = Number(node.attrs['level'])
        return { kind: 'heading', level, content, rtl: isRtl(plainText(content)), id: `h-${++headings}` }
      }
      case 'bulletList':
        return { kind: 'bullets', items: node.children.map(inner) }
      case 'orderedList':
        return { kind: 'numbers', start: Number(node.attrs['start']), items: node.children.map(inner) }
      case 'taskList':
        return {
          kind: 'tasks',
          items: node.children.map((item) => ({
            checked: item.attrs['checked'] === true,
            blocks: inner(item),
          })),
        }
      case 'blockquote':
        return { kind: 'blockquote', blocks: inner(node) }
      case 'callout': {
        const callout = node.attrs['kind'] as (typeof calloutKinds)[number]
        return { kind: 'callout', callout, title: context.labels.callouts[callout], blocks: inner(node) }
      }
      case 'codeBlock':
        return { kind: 'code', text: printable(node.textContent) }
      case 'bibliography':
        return { kind: 'bibliography' }
      case 'horizontalRule':
        return { kind: 'rule' }
      case 'table':
        return tableOf(node, inner)
      case 'image':
        return {
          kind: 'image',
          asset: String(node.attrs['asset']),
          alt: printable(String(node.attrs['alt'])),
        }
      case 'quoteEmbed': {
        const text = printable(String(node.attrs['text']))
        const lines = text.split(/\s*\n\s*/).filter((line) => line !== '')
        return { kind: 'quote', lines, rtl: isRtl(text), ...context.nextQuote() }
      }
      case 'frozenView':
        return viewBlock(...frozenViewOf(node), context.lang)
      default: {
        const content = inlineContent(node, context)
        return { kind: 'paragraph', content, rtl: isRtl(plainText(content)) }
      }
    }
  }
  return parent.children.map(build)
}

function tableOf(table: Node, inner: (node: Node) => Block[]): Block {
  const rows = table.children.map((row) =>
    row.children.map((cell): Cell => {
      const { colspan, rowspan } = cell.attrs as { colspan: number; rowspan: number }
      return { header: cell.type.name === 'tableHeader', colspan, rowspan, blocks: inner(cell) }
    }),
  )
  const first = table.firstChild?.children ?? []
  const columns = first.reduce((sum, cell) => sum + Number(cell.attrs['colspan']), 0)
  const wanted = first.flatMap((cell) => (cell.attrs['colwidth'] as number[] | null) ?? [])
  const whole = wanted.reduce((sum, width) => sum + width, 0)
  const isChosen = wanted.length === columns && wanted.every((width) => width > 0)
  return { kind: 'table', columns, widths: isChosen ? wanted.map((width) => width / whole) : null, rows }
}

function inlineContent(block: Node, context: BlockContext): Inline[] {
  return block.children.map((node): Inline => {
    switch (node.type.name) {
      case 'hardBreak':
        return { kind: 'break' }
      case 'footnote':
        return { kind: 'note', number: context.addNote(inlineContent(node, context)) }
      case 'mention': {
        const { kind, id, label } = node.attrs as { kind: string; id: string; label: string }
        const href = kind === 'article' ? context.articleUrl(id) : undefined
        return words(label, { ...lookOf(node), ...(href === undefined ? {} : { href }) })
      }
      default:
        return words(node.text ?? '', lookOf(node))
    }
  })
}

/** Addresses were checked by the schema: http, https, mailto. */
function lookOf({ marks }: Node): Omit<TextRun, 'text'> {
  const look: Omit<TextRun, 'text'> = {}
  for (const { type, attrs } of marks) {
    if (type.name === 'link') look.href = String(attrs['href'])
    else look[type.name as 'bold' | 'italic' | 'underline' | 'strike' | 'code'] = true
  }
  return look
}
