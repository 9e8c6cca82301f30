import { getSchema } from '@tiptap/core'
import type { MarkType, Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { dossierExtensions } from '../dossier-extensions.ts'
import { blocksAStretch, inStretches, withoutStretches } from './stretch-marks.ts'
import { tidied } from './tidied.ts'

const schema = getSchema(dossierExtensions({ evidence: null, image: null, inStretches: true }))
const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const linesTo = (count: number) => ({
  type: 'doc',
  content: Array.from({ length: count }, (_, index) => line(`Line ${index}`)),
})
const drawn = (document: object) =>
  inStretches(schema.nodeFromJSON(document), schema.marks['stretch'] as MarkType)
const placesIn = (document: Node) =>
  Array.from({ length: document.childCount }, (_, index) => document.child(index).marks[0]?.attrs['place'])

test('a document is drawn in stretches, and is what it was without them', () => {
  const quote = { type: 'quoteEmbed', attrs: { quoteId: 'q', revisionId: 'r', text: 'Words' } }
  const bold = { type: 'text', text: 'loud', marks: [{ type: 'bold' }] }
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [line('One')] }] }
  const before = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [bold] }, quote, list, ...linesTo(30).content],
  }
  const document = drawn(before)
  document.check()
  expect(placesIn(document)).toEqual(
    Array.from({ length: 33 }, (_, index) => Math.floor(index / blocksAStretch)),
  )
  expect(withoutStretches(document.toJSON())).toEqual(before)
  expect(withoutStretches(document.firstChild?.toJSON())).toEqual(before.content[0])
})

test('a stretch has one mark, which its blocks share', () => {
  const { children } = drawn(linesTo(13))
  expect(children[11]?.marks[0]).toBe(children[0]?.marks[0])
  expect(children[12]?.marks[0]).not.toBe(children[0]?.marks[0])
})

test('a longer text is expected to be higher', () => {
  const heightOf = (text: string) =>
    drawn({ type: 'doc', content: [line(text)] }).firstChild?.marks[0]?.attrs['height']
  expect(heightOf('water '.repeat(400))).toBeGreaterThan(heightOf('water '.repeat(100)))
})

const stateOf = (document: Node, caret = 1) =>
  EditorState.create({ doc: document, selection: TextSelection.create(document, caret) })

test('many blocks without a stretch are put into new ones, but not those at the caret', () => {
  const document = schema.nodeFromJSON(linesTo(60))
  const transaction = tidied(stateOf(document))
  const places = placesIn(transaction?.doc as Node)
  expect(places.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined])
  expect(new Set(places.slice(4)).size).toBe(Math.ceil(56 / blocksAStretch))
  expect(transaction?.doc.content.size).toBe(document.content.size)
  expect(transaction?.getMeta('addToHistory')).toBe(false)
  expect(tidied(stateOf(transaction?.doc as Node))).toBeUndefined()
})

test('a few new blocks between stretches are left as they are', () => {
  const { content } = drawn(linesTo(48)).toJSON() as { content: object[] }
  const document = schema.nodeFromJSON({
    type: 'doc',
    content: content.toSpliced(20, 0, ...linesTo(9).content),
  })
  expect(tidied(stateOf(document))).toBeUndefined()
})

test('a block that was put into another one bears no stretch any more', () => {
  const { content } = drawn(linesTo(2)).toJSON() as { content: object[] }
  const [first, second] = content
  const document = schema.nodeFromJSON({
    type: 'doc',
    content: [first, { type: 'blockquote', content: [second] }],
  })
  const after = tidied(stateOf(document))?.doc
  expect(after?.child(1).firstChild?.marks).toEqual([])
  expect(placesIn(after as Node)).toEqual([0, undefined])
})

test('a line of a stretch can become a list, a quotation or a cell', () => {
  const first = drawn(linesTo(1)).firstChild as Node
  for (const name of ['listItem', 'taskItem', 'blockquote', 'callout', 'tableCell', 'tableHeader'])
    expect(() => schema.nodes[name]?.create(null, first).check(), name).not.toThrow()
})
