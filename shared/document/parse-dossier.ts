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

/** The dossier's words, a line a paragraph; embedded quotes with the words they were embedded with, footnotes in brackets, frozen views row by row. */
export function dossierText(document: Node): string {
  const lines: string[] = []
  const visit = (node: Node) => {
    if (node.type.name === 'quoteEmbed') lines.push(String(node.attrs['text']))
    else if (node.type.name === 'image') lines.push(String(node.attrs['alt']))
    else if (node.type.name === 'frozenView') lines.push(...frozenViewText(...frozenViewOf(node)))
    else if (node.isTextblock) lines.push(inlineText(node))
    else node.forEach(visit)
  }
  visit(document)
  return lines.filter((line) => line !== '').join('\n')
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
