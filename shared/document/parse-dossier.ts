import type { Node } from 'prosemirror-model'
import { AppError } from '../util/app-error.ts'
import { dossierSchema, type mentionKinds } from './dossier-schema.ts'
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

/** The dossier's words, a line a paragraph; embedded quotes with the words they were embedded with, footnotes in brackets. */
export function dossierText(document: Node): string {
  const lines: string[] = []
  const visit = (node: Node) => {
    if (node.type.name === 'quoteEmbed') lines.push(String(node.attrs['text']))
    else if (node.type.name === 'image') lines.push(String(node.attrs['alt']))
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

/** What the dossier names, each once, in an order that is always the same. */
export function dossierReferences(document: Node): DossierReference[] {
  const found = new Map<string, DossierReference>()
  const note = (kind: DossierReference['kind'], id: unknown) =>
    found.set(`${kind} ${id}`, { kind, id: String(id) })
  document.descendants(({ type, attrs }) => {
    if (type.name === 'quoteEmbed') note('quote', attrs['quoteId'])
    if (type.name === 'image') note('asset', attrs['asset'])
    if (type.name === 'mention') note(attrs['kind'], attrs['id'])
  })
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? [])
}
