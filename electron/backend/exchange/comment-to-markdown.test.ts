import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import { commentFromMarkdown } from './comment-from-markdown.ts'
import { commentToMarkdown } from './comment-to-markdown.ts'

const written = [
  'Plain words.',
  'A **bold** word, an *italic* one and [a link](<https://x.example/a_(b)>).',
  '- one\n- two\n\n  with a second paragraph\n\n  1. first\n  2. second',
  '3. three\n4. four',
  'First\n\nSecond',
]

for (const markdown of written) {
  test(`“${markdown.slice(0, 30)}” comes back as it was`, () => {
    const document = commentFromMarkdown(markdown)
    expect(commentFromMarkdown(commentToMarkdown(document))).toEqual(document)
  })
}

const pieces = [
  '*',
  '_',
  '[a]',
  '(b)',
  '`c`',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '\\',
  '<b>',
  '&amp;',
  '|',
  '~',
  '!',
  'вода',
  ' ',
  '  ',
  '---',
  '====',
]

test('words that look like Markdown come back as words', () => {
  const { below, pick } = randomly(7)
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: 1 + below(6) }, () => pick(pieces))
      .join('')
      .trim()
    if (text === '') continue
    const document: ArticleNodeJson = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    }
    expect(textOf(commentFromMarkdown(commentToMarkdown(document))), JSON.stringify(text)).toBe(text)
  }
})

function textOf(node: ArticleNodeJson): string {
  return node.text ?? (node.content ?? []).map(textOf).join('')
}
