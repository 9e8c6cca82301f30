import { expect, test } from 'vitest'
import { documentOutline } from './outline.ts'
import { parseArticleDocument } from './parse-document.ts'
import { textMap } from './plain-text.ts'

test('the outline lists headings with their level and where they stand in the text, and leaves empty ones out', () => {
  const heading = (level: number, value?: string) => ({
    type: 'heading',
    attrs: { level },
    content: value === undefined ? [] : [{ type: 'text', text: value }],
  })
  const document = parseArticleDocument({
    type: 'doc',
    content: [
      heading(1, 'The talks'),
      { type: 'paragraph', content: [{ type: 'text', text: 'They met.' }] },
      heading(2),
      { type: 'blockquote', content: [heading(3, 'Nested')] },
    ],
  })
  const outline = documentOutline(document)
  expect(outline.map(({ level, text }) => [level, text])).toEqual([
    [1, 'The talks'],
    [3, 'Nested'],
  ])
  const text = textMap(document).text
  for (const entry of outline) {
    expect(text.slice(entry.offset).startsWith(entry.text)).toBe(true)
    expect(document.textBetween(entry.pos, entry.pos + entry.text.length)).toBe(entry.text)
  }
})
