import { Extension } from '@tiptap/core'
import { dossierText } from '#shared/document/parse-dossier.ts'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findMatches, matchesAtMost } from '../../reader/find/find-matches.ts'
import { bringIntoSight } from './bring-into-sight.ts'

/** A place of the sought words; those inside an embedded quote can be found and not replaced. */
export interface Match {
  from: number
  to: number
  isEmbed: boolean
}

export interface FindState {
  query: string
  matches: readonly Match[]
  /** -1 without matches. */
  index: number
}

const nothing: FindState = { query: '', matches: [], index: -1 }
const key = new PluginKey<FindState & { decorations: DecorationSet }>('find')

/** What is sought and where it stands. */
export function findState(state: EditorState): FindState {
  return key.getState(state) ?? nothing
}

/** Marks the places of what is sought. After a change of the document the places are found anew. */
export const FindInDossier = Extension.create({
  name: 'findInDossier',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => ({ ...nothing, decorations: DecorationSet.empty }),
        apply(transaction, before) {
          const wanted = transaction.getMeta(key) as Partial<FindState> | undefined
          if (wanted === undefined && (!transaction.docChanged || before.query === '')) return before
          const query = wanted?.query ?? before.query
          const isSame = !transaction.docChanged && query === before.query
          const matches = isSame ? before.matches : matchesIn(transaction.doc, query)
          const index = Math.min(wanted?.index ?? before.index, matches.length - 1)
          return { query, matches, index, decorations: drawn(transaction.doc, matches, index) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
})

/** The places of `query` in a document, in order; at most as many as anybody walks through. */
export function matchesIn(document: Node, query: string): Match[] {
  const matches: Match[] = []
  if (query.trim() === '') return matches
  document.descendants((node, position) => {
    if (matches.length >= matchesAtMost) return false
    if (node.type.name === 'quoteEmbed') {
      if (findMatches(String(node.attrs['text']), query).length > 0)
        matches.push({ from: position, to: position + node.nodeSize, isEmbed: true })
      return false
    }
    if (node.type.name === 'frozenView') {
      if (findMatches(dossierText(node), query).length > 0)
        matches.push({ from: position, to: position + node.nodeSize, isEmbed: true })
      return false
    }
    if (!node.isTextblock) return true
    const { text, positions } = textOf(node, position + 1)
    for (const { start, end } of findMatches(text, query))
      matches.push({ from: positions(start), to: positions(end - 1) + 1, isEmbed: false })
    return false
  })
  return matches
}

/** The text of a block, footnotes in their place, with the position of each of its units. */
function textOf(block: Node, start: number): { text: string; positions(offset: number): number } {
  let text = ''
  const runs: { offset: number; position: number }[] = []
  const visit = (parent: Node, contentStart: number) =>
    parent.forEach((child, offset) => {
      const position = contentStart + offset
      if (child.isText) {
        runs.push({ offset: text.length, position })
        text += child.text ?? ''
      } else if (child.isLeaf) text += '\ufffc'
      else {
        text += '\ufffc'
        visit(child, position + 1)
        text += '\ufffc'
      }
    })
  visit(block, start)
  return {
    text,
    positions(offset) {
      const run = runs.findLast((one) => one.offset <= offset)
      return run === undefined ? start : run.position + offset - run.offset
    },
  }
}

function drawn(document: Node, matches: readonly Match[], index: number): DecorationSet {
  return DecorationSet.create(
    document,
    matches.map(({ from, to, isEmbed }, place) => {
      const look = { class: place === index ? 'found is-current' : 'found' }
      return isEmbed ? Decoration.node(from, to, look) : Decoration.inline(from, to, look)
    }),
  )
}

/** Seeks words from a position on, which is the caret's unless one is given; an empty query ends the search. */
export function seek(view: EditorView, query: string, at = view.state.selection.from): void {
  const matches = matchesIn(view.state.doc, query)
  const next = matches.findIndex(({ to }) => to > at)
  const index = next === -1 ? Math.min(0, matches.length - 1) : next
  view.dispatch(view.state.tr.setMeta(key, { query, index }))
  showCurrent(view)
}

/** Goes to the next place or the one before, round the ends. */
export function stepMatch(view: EditorView, by: 1 | -1): void {
  const { matches, index } = findState(view.state)
  if (matches.length === 0) return
  view.dispatch(view.state.tr.setMeta(key, { index: (index + by + matches.length) % matches.length }))
  showCurrent(view)
}

/** Writes other words at the current place, and goes to the next one. */
export function replaceMatch(view: EditorView, words: string): void {
  const { matches, index } = findState(view.state)
  const match = matches[index]
  if (match === undefined) return
  if (!match.isEmbed) view.dispatch(written(view.state.tr, match, words))
  else stepMatch(view, 1)
  showCurrent(view)
}

/** Writes other words at every place, as one step to undo. Returns how many were written over. */
export function replaceAllMatches(view: EditorView, words: string): number {
  const places = findState(view.state).matches.filter(({ isEmbed }) => !isEmbed)
  const transaction = view.state.tr
  for (const match of places.toReversed()) written(transaction, match, words)
  if (places.length > 0) view.dispatch(transaction)
  return places.length
}

/** Ends the search with what was found last selected. */
export function endSearch(view: EditorView): void {
  const { matches, index } = findState(view.state)
  const match = matches[index]
  const transaction = view.state.tr.setMeta(key, { query: '', index: -1 })
  if (match !== undefined && !match.isEmbed)
    transaction.setSelection(TextSelection.create(transaction.doc, match.from, match.to))
  view.dispatch(transaction)
  view.focus()
}

function written(transaction: Transaction, { from, to }: Match, words: string): Transaction {
  return words === '' ? transaction.delete(from, to) : transaction.insertText(words, from, to)
}

function showCurrent(view: EditorView): void {
  requestAnimationFrame(() => bringIntoSight(view.dom.querySelector('.found.is-current')))
}
