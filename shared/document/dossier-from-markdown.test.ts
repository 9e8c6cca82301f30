import { expect, test } from 'vitest'
import { dossierFromMarkdown, looksLikeMarkdown } from './dossier-from-markdown.ts'
import { parseDossierDocument } from './parse-dossier.ts'

const read = (markdown: string) => {
  const document = dossierFromMarkdown(markdown)
  // Whatever is read must be a dossier.
  parseDossierDocument(document)
  return document.content ?? []
}
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

test('headings, emphasis, rules and code become what they say', () => {
  expect(read('## The *flow* of `water`\n\n---\n\n```js\nlet x = 1\n```')).toEqual([
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [text('The '), text('flow', 'italic'), text(' of '), text('water', 'code')],
    },
    { type: 'horizontalRule' },
    { type: 'codeBlock', content: [text('let x = 1')] },
  ])
})

test('lists keep their numbers, their tasks and what is nested', () => {
  expect(read('3. three\n4. four\n   - below')).toMatchObject([
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem' }, { content: [{ type: 'paragraph' }, { type: 'bulletList' }] }],
    },
  ])
  expect(read('- [x] sent\n- [ ] answered')).toMatchObject([
    { type: 'taskList', content: [{ attrs: { checked: true } }, { attrs: { checked: false } }] },
  ])
})

test('tables, call-outs and quotations', () => {
  expect(read('| who | what |\n|---|---|\n| Up | **no** |')).toMatchObject([
    {
      type: 'table',
      content: [{ content: [{ type: 'tableHeader' }, {}] }, { content: [{ type: 'tableCell' }, {}] }],
    },
  ])
  expect(read('> [!WARNING]\n> Not yet signed.')).toMatchObject([
    { type: 'callout', attrs: { kind: 'warning' }, content: [{ content: [text('Not yet signed.')] }] },
  ])
  expect(read('> plain')).toMatchObject([{ type: 'blockquote' }])
})

test('a footnote stands where it is named; a name without a text stays as written', () => {
  expect(read('Signed[^1] at last[^2].\n\n[^1]: In the *morning*.\n')).toEqual([
    {
      type: 'paragraph',
      content: [
        text('Signed'),
        { type: 'footnote', content: [text('In the *morning*.')] },
        text(' at last[^2].'),
      ],
    },
  ])
})

test('links lead to http, https and mailto alone, and nothing is fetched or run', () => {
  expect(
    read('[a](https://a.example/) [b](javascript:alert(1)) ![p](https://p.example/x.png) <b>x</b>'),
  ).toEqual([
    {
      type: 'paragraph',
      content: [
        { ...text('a'), marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] },
        text(' '),
        text('b'),
        text(' '),
        text('p'),
        text(' '),
        text('<b>'),
        text('x'),
        text('</b>'),
      ],
    },
  ])
})

test('any text is read as a dossier', () => {
  for (const odd of [
    '',
    '\n\n',
    '|',
    '> ',
    '- ',
    '[^1]: x',
    '****',
    '<div>\n',
    '1. \n2. ',
    '```',
    '# ',
    '\u0000',
  ])
    expect(read(odd).length).toBeGreaterThan(0)
})

test('prose is not taken for Markdown', () => {
  expect(looksLikeMarkdown('The talks - so they say - go on.\n* not yet')).toBe(false)
  expect(looksLikeMarkdown('He said 5 * 3 is 15.')).toBe(false)
  for (const written of [
    '# Title',
    '- a\n- b',
    '| a | b |\n|---|---|',
    '**bold** words',
    '> quoted',
    '```\nx\n```',
  ])
    expect(looksLikeMarkdown(written)).toBe(true)
})
