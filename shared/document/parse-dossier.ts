import type { Node } from 'prosemirror-model'
import { AppError } from '../util/app-error.ts'
import { dossierSchema, type mentionKinds } from './dossier-schema.ts'
import type { FrozenView } from '../domain/frozen-view.ts'
import { frozenViewText } from './frozen-view-text.ts'
import { checkDocumentJson } from './parse-document.ts'

/** What a dossier names: by this its quotes, topics and the rest know where they are used. */
export interface DossierReference {
  readonly kind: 'quote' | 'asset' | (typeof mentionKinds)[number]
  readonly id: string
}

/** In UTF-16 units of the JSON: some two million words. */
const longestDossier = 16_000_000

/**
 * Reads a dossier from untrusted JSON. What the schema does not know is refused, and nothing is repaired or dropped.
 *
 * @throws AppError `dossier-format`, `dossier-too-long`
 */
export function parseDossierDocument(json: unknown): Node {
  if ((JSON.stringify(json)?.length ?? 0) > longestDossier)
    throw new AppError('dossier-too-long', 'The dossier is too long.', 'Split it into several.')
  try {
    checkDocumentJson(dossierSchema, json)
    const document = dossierSchema.nodeFromJSON(json)
    if (document.type !== dossierSchema.topNodeType) throw new RangeError('the outermost node must be a doc')
    document.check()
    return document
  } catch (error) {
    throw new AppError(
      'dossier-format',
      `This is not a dossier: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

/**
 * The words of a dossier or of a block of it, a line a paragraph; embedded quotes with the words they were embedded with, footnotes
 * in brackets, frozen views row by row.
 *
 * @param sourcesLine what stands for a place where the sources are listed; nothing where nothing is given
 */
export function dossierText(document: Node, sourcesLine = ''): string {
  return dossierLines(document, sourcesLine)
    .map(({ text }) => text)
    .join('\n')
}

/** The block that stands at a UTF-16 offset of `dossierText`, as the positions before and after it; the last one beyond the end. */
export function blockAtOffset(document: Node, offset: number): { from: number; to: number } | undefined {
  const lines = dossierLines(document)
  let start = 0
  const line = lines.find(({ text }) => {
    start += text.length + 1
    return offset < start
  })
  const found = line ?? lines.at(-1)
  return found && { from: found.from, to: found.to }
}

function dossierLines(document: Node, sourcesLine = ''): { text: string; from: number; to: number }[] {
  const lines: { text: string; from: number; to: number }[] = []
  const visit = (node: Node, from: number) => {
    const text = node.type.name === 'bibliography' ? sourcesLine : lineOf(node)
    if (text === null) {
      node.forEach((child, offset) => {
        visit(child, from + offset + 1)
      })
    } else if (text !== '') lines.push({ text, from, to: from + node.nodeSize })
  }
  // The document itself has no token before it, so that its first child stands at 0.
  visit(document, -1)
  return lines
}

function lineOf(node: Node): string | null {
  if (node.type.name === 'quoteEmbed') return String(node.attrs['text'])
  if (node.type.name === 'image') return String(node.attrs['alt'])
  if (node.type.name === 'frozenView')
    return frozenViewText(...frozenViewOf(node))
      .filter((line) => line !== '')
      .join('\n')
  return node.isTextblock ? inlineText(node) : null
}

function inlineText(block: Node): string {
  let text = ''
  block.forEach((node) => {
    if (node.isText) text += node.text
    else if (node.type.name === 'mention') text += String(node.attrs['label'])
    else if (node.type.name === 'footnote') text += node.textContent === '' ? '' : ` [${node.textContent}]`
    else text += '\n'
  })
  return text.trim()
}

/** What a `frozenView` of a dossier that was read shows, and what is written above it. */
export function frozenViewOf({ attrs }: Node): [view: FrozenView, caption: string] {
  return [attrs['view'] as FrozenView, String(attrs['caption'])]
}

/** What the dossier names, each once, in an order that is always the same. */
export function dossierReferences(document: Node): DossierReference[] {
  const found = new Map<string, DossierReference>()
  const note = (kind: DossierReference['kind'], id: unknown) =>
    found.set(`${kind} ${id}`, { kind, id: String(id) })
  document.descendants((node) => {
    const { type, attrs } = node
    if (type.name === 'frozenView') for (const { kind, id } of namedIn(frozenViewOf(node)[0])) note(kind, id)
    if (type.name === 'quoteEmbed') note('quote', attrs['quoteId'])
    if (type.name === 'image') note('asset', attrs['asset'])
    if (type.name === 'mention') note(attrs['kind'], attrs['id'])
  })
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? [])
}

/** Whom and what a frozen view is about. The quotes behind it are traces, and not in the dossier. */
function* namedIn(view: FrozenView): Generator<{ kind: 'topic' | 'actor'; id: string }> {
  if (view.filter.topic !== undefined) yield { kind: 'topic', id: view.filter.topic.id }
  if (view.kind === 'matrix') {
    for (const { id } of view.topics) yield { kind: 'topic', id }
    for (const { id } of view.actors) yield { kind: 'actor', id }
  } else for (const { id } of view.lanes) yield { kind: view.rows === 'topic' ? 'topic' : 'actor', id }
}
