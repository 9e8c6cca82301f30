import type { FrozenMatrix } from '#shared/domain/frozen-view.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { embedOf } from '../editor/embed-of.ts'
import type { MentionKind } from '../editor/mention.ts'

/** A node of a dossier as JSON. */
export interface Block {
  type: string
  attrs?: Record<string, unknown>
  content?: Block[]
  text?: string
  marks?: { type: string }[]
}

export const text = (words: string): Block => ({ type: 'text', text: words })
export const bold = (words: string): Block => ({ type: 'text', text: words, marks: [{ type: 'bold' }] })

export function paragraph(...content: Block[]): Block {
  const kept = content.filter((one) => one.type !== 'text' || one.text !== '')
  return kept.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: kept }
}

export function heading(level: 1 | 2 | 3 | 4, ...content: Block[]): Block {
  return { type: 'heading', attrs: { level }, content }
}

export function mention(kind: MentionKind, id: string, label: string): Block {
  return { type: 'mention', attrs: { kind, id, label } }
}

export function bullets(...items: Block[][]): Block[] {
  if (items.length === 0) return []
  return [
    {
      type: 'bulletList',
      content: items.map((content) => ({ type: 'listItem', content: [paragraph(...content)] })),
    },
  ]
}

export function tasks(...items: string[]): Block {
  return {
    type: 'taskList',
    content: items.map((words) => ({
      type: 'taskItem',
      attrs: { checked: false },
      content: [words === '' ? paragraph() : paragraph(text(words))],
    })),
  }
}

export function callout(kind: 'note' | 'important' | 'warning' | 'question', ...content: Block[]): Block {
  return { type: 'callout', attrs: { kind }, content: content.length === 0 ? [paragraph()] : content }
}

/** A view as it was frozen; nothing where there is none, or nothing in it. */
export function frozen(view: FrozenMatrix | undefined): Block[] {
  if (view === undefined || view.cells.length === 0) return []
  return [{ type: 'frozenView', attrs: { view, caption: '' } }]
}

export const embeds = (quotes: readonly QuoteRow[]): Block[] => quotes.map(embedOf)

/** A line to be filled in, with words that say what with. */
export const toFill = (words: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'italic' }] }],
})

/** Parts of one sentence, with something between each two. */
export function joined(parts: readonly Block[], between: string): Block[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [text(between), part]))
}
