import { describe, expect, test } from 'vitest'
import { DocumentFormatError, parseArticleDocument } from './parse-document.ts'
import { deepestNesting } from './schema.ts'

const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const documentOf = (...content: unknown[]) => ({ type: 'doc', content })

function refusalOf(json: unknown): string {
  try {
    parseArticleDocument(json)
  } catch (error) {
    if (error instanceof DocumentFormatError) return error.message
    throw error
  }
  return 'accepted'
}

describe('reading an article document from JSON', () => {
  test('accepts every node and mark of the schema', () => {
    const document = parseArticleDocument(
      documentOf(
        { type: 'heading', attrs: { level: 2, dir: 'rtl' }, content: [text('א')] },
        paragraph(
          text('a', { type: 'strong' }, { type: 'link', attrs: { href: 'https://example.org/?a=b#c' } }),
        ),
        { type: 'figure', content: [{ type: 'image' }, { type: 'caption', content: [text('c')] }] },
        {
          type: 'ordered_list',
          attrs: { start: 4 },
          content: [{ type: 'list_item', content: [paragraph()] }],
        },
        { type: 'code_block', content: [text('x = 1\ny = 2')] },
        {
          type: 'table',
          content: [
            {
              type: 'table_row',
              content: [{ type: 'table_header', attrs: { colspan: 2 }, content: [paragraph()] }],
            },
          ],
        },
      ),
    )
    expect(document.childCount).toBe(6)
  })

  test('refuses what is no object, an unknown node and an unknown property', () => {
    expect(refusalOf(null)).toContain('an object is expected')
    expect(refusalOf([])).toContain('an object is expected')
    expect(refusalOf(documentOf({ type: 'script', content: [text('alert(1)')] }))).toContain(
      'node "script" is unknown',
    )
    expect(refusalOf(documentOf({ type: 'constructor' }))).toContain('node "constructor" is unknown')
    expect(refusalOf({ ...documentOf(paragraph()), onload: 'x' })).toContain('property "onload" is unknown')
  })

  test('refuses unknown marks and unknown attributes, which ProseMirror alone would drop in silence', () => {
    expect(refusalOf(documentOf(paragraph(text('a', { type: 'onclick' }))))).toContain(
      'mark "onclick" is unknown',
    )
    const styled = { type: 'paragraph', attrs: { style: 'color: red' } }
    expect(refusalOf(documentOf(styled))).toContain('property "style" is unknown')
    const targeted = { type: 'link', attrs: { href: 'https://example.org', target: '_top' } }
    expect(refusalOf(documentOf(paragraph(text('a', targeted))))).toContain('property "target" is unknown')
  })

  test.each([
    'javascript:alert(1)',
    ' https://example.org',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://example.org/"onclick',
    'file:///etc/passwd',
    'https://',
    '',
    null,
    7,
  ])('refuses a link to %j', (href) => {
    expect(refusalOf(documentOf(paragraph(text('a', { type: 'link', attrs: { href } }))))).not.toBe(
      'accepted',
    )
  })

  test('refuses a link without an address', () => {
    expect(refusalOf(documentOf(paragraph(text('a', { type: 'link' }))))).not.toBe('accepted')
  })

  test.each([
    ['an image whose asset is no hash', { type: 'image', attrs: { asset: 'https://example.org/a.png' } }],
    ['an image found at a data address', { type: 'image', attrs: { source: 'data:image/png;base64,AA' } }],
    ['a heading of the seventh level', { type: 'heading', attrs: { level: 7 } }],
    ['a heading without a level', { type: 'heading' }],
    ['a heading whose level is a string', { type: 'heading', attrs: { level: '2' } }],
    ['a direction that is none', { type: 'paragraph', attrs: { dir: 'auto' } }],
    [
      'a list that starts below nought',
      {
        type: 'ordered_list',
        attrs: { start: -1 },
        content: [{ type: 'list_item', content: [paragraph()] }],
      },
    ],
    ['a list without items', { type: 'bullet_list' }],
    ['a block inside a paragraph', paragraph(paragraph())],
    ['a marked block', { ...paragraph(), marks: [{ type: 'em' }] }],
    ['a marked text in a code block', { type: 'code_block', content: [text('x', { type: 'em' })] }],
    ['an empty text', paragraph(text(''))],
    ['half a surrogate pair', paragraph(text('\ud83d'))],
    ['a NUL character', paragraph(text('a\0b'))],
    ['a doc inside a doc', documentOf(paragraph())],
  ])('refuses %s', (_, node) => {
    expect(refusalOf(documentOf(node))).not.toBe('accepted')
  })

  test('refuses a fragment that is no doc, and an empty doc', () => {
    expect(refusalOf(paragraph(text('a')))).not.toBe('accepted')
    expect(refusalOf(documentOf())).not.toBe('accepted')
  })

  test('refuses nesting that would exhaust the stack, without exhausting it', () => {
    let node: unknown = paragraph()
    for (let depth = 0; depth < 100_000; depth++) node = { type: 'blockquote', content: [node] }
    expect(refusalOf(documentOf(node))).toContain(`deeper than ${deepestNesting}`)
  })

  test('names the place of the fault', () => {
    expect(refusalOf(documentOf(paragraph(), paragraph(text('a'), { type: 'video' })))).toContain(
      'doc.content[1].content[1]',
    )
  })
})
