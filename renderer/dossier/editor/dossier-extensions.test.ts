import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { dossierSchema } from '#shared/document/dossier-schema.ts'
import { dossierExtensions } from './dossier-extensions.ts'

const schema = getSchema(dossierExtensions({ evidence: null, image: null }))

test('the editor knows the nodes and marks a dossier may hold, and no others', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(dossierSchema.nodes).sort())
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(dossierSchema.marks).sort())
})

test('what the editor can nest is what a dossier may nest', () => {
  for (const [name, { spec }] of Object.entries(dossierSchema.nodes))
    expect([name, schema.nodes[name]?.spec.content ?? '']).toEqual([name, spec.content ?? ''])
})

test('every node and mark has the attributes of a dossier and no others', () => {
  const attributes = (specs: Record<string, { spec: { attrs?: object | undefined } }>) =>
    Object.fromEntries(
      Object.entries(specs).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {}).sort()]),
    )
  expect(attributes(schema.nodes)).toEqual(attributes(dossierSchema.nodes))
  expect(attributes(schema.marks)).toEqual(attributes(dossierSchema.marks))
})
