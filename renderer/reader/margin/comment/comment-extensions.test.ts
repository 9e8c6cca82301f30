import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { commentSchema } from '#shared/document/comment-schema.ts'
import { commentExtensions } from './comment-extensions.ts'

const schema = getSchema(commentExtensions({ onLeave: () => {}, onLink: () => {} }))

test('the editor knows the nodes and marks a comment may hold, and no others', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(commentSchema.nodes).sort())
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(commentSchema.marks).sort())
})

test('what the editor can nest is what a comment may nest', () => {
  for (const [name, { spec }] of Object.entries(commentSchema.nodes))
    expect([name, schema.nodes[name]?.spec.content ?? '']).toEqual([name, spec.content ?? ''])
})

test('a link keeps its address and nothing else', () => {
  expect(Object.keys(schema.marks['link']?.spec.attrs ?? {})).toEqual(['href'])
})
