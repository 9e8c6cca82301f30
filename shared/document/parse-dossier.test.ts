import { expect, test } from 'vitest'
import { blockAtOffset, dossierReferences, dossierText, parseDossierDocument } from './parse-dossier.ts'

const quoteId = '01890000-0000-7000-8000-000000000001'
const revisionId = '01890000-0000-7000-8000-000000000002'
const topicId = '01890000-0000-7000-8000-000000000003'
const asset = 'a'.repeat(64)

const text = (value: string) => ({ type: 'text', text: value })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const documentOf = (...content: unknown[]) => ({ type: 'doc', content })
const embed = { type: 'quoteEmbed', attrs: { quoteId, revisionId, text: 'We share the water.' } }
const mention = { type: 'mention', attrs: { kind: 'topic', id: topicId, label: 'Flow' } }

const everything = documentOf(
  { type: 'heading', attrs: { level: 2 }, content: [text('Where they stand')] },
  paragraph(
    { ...text('Bold'), marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://x.example' } }] },
    text(' on '),
    mention,
    { type: 'footnote', content: [text('Said twice.')] },
    { type: 'hardBreak' },
    text('and on'),
  ),
  embed,
  {
    type: 'taskList',
    content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('Ask'))] }],
  },
  {
    type: 'callout',
    attrs: { kind: 'warning' },
    content: [{ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('One'))] }] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableHeader',
            attrs: { colspan: 2, colwidth: [80, 90] },
            content: [paragraph(text('Day'))],
          },
        ],
      },
    ],
  },
  { type: 'horizontalRule' },
  { type: 'image', attrs: { asset, alt: 'The dam' } },
  embed,
  { type: 'bibliography' },
)

test('a dossier with every kind of node is read, and its stored form is read as the same', () => {
  const document = parseDossierDocument(everything)
  expect(document.childCount).toBe(10)
  const again = parseDossierDocument(document.toJSON())
  expect(again.eq(document)).toBe(true)
})

test('the text of a dossier has a line a paragraph, with quotes, names and footnotes in it', () => {
  expect(dossierText(parseDossierDocument(everything)).split('\n')).toEqual([
    'Where they stand',
    'Bold on Flow [Said twice.]',
    'and on',
    'We share the water.',
    'Ask',
    'One',
    'Day',
    'The dam',
    'We share the water.',
  ])
})

test('the text of the blocks one by one is the text of the dossier', () => {
  const document = parseDossierDocument(everything)
  const blocks = document.children.map((block) => dossierText(block)).filter((text) => text !== '')
  expect(blocks.join('\n')).toBe(dossierText(document))
})

test('the block at every offset of the text is the one whose words stand there', () => {
  const document = parseDossierDocument(everything)
  const text = dossierText(document)
  for (const line of text.split('\n')) {
    const { from = 0, to = 0 } = blockAtOffset(document, text.indexOf(line)) ?? {}
    const node = document.nodeAt(from)
    expect(node?.nodeSize).toBe(to - from)
    const words = String(node?.attrs['text'] ?? node?.attrs['alt'] ?? node?.textContent)
    expect(words).toContain(line.match(/\p{L}+/u)?.[0])
  }
  expect(blockAtOffset(document, 1e9)).toEqual(blockAtOffset(document, text.length - 1))
  expect(
    blockAtOffset(parseDossierDocument({ type: 'doc', content: [{ type: 'paragraph' }] }), 0),
  ).toBeUndefined()
})

test('a place for the sources has no words, but can be given some to compare by', () => {
  const document = parseDossierDocument(documentOf(paragraph(text('Over.')), { type: 'bibliography' }))
  expect(dossierText(document)).toBe('Over.')
  expect(dossierText(document, '[Sources]')).toBe('Over.\n[Sources]')
})

test('a dossier names each quote, image and topic once', () => {
  expect(dossierReferences(parseDossierDocument(everything))).toEqual([
    { kind: 'asset', id: asset },
    { kind: 'quote', id: quoteId },
    { kind: 'topic', id: topicId },
  ])
})

test.each([
  ['what is no document', null],
  ['an unknown node', documentOf({ type: 'iframe' })],
  ['an unknown attribute', documentOf({ type: 'paragraph', attrs: { style: 'color: red' } })],
  ['an image from elsewhere', documentOf({ type: 'image', attrs: { asset: 'https://x.example/a.png' } })],
  ['a quote without a revision', documentOf({ type: 'quoteEmbed', attrs: { quoteId, text: 'x' } })],
  ['a quote inside a paragraph', documentOf(paragraph(embed))],
  [
    'a mention of what cannot be mentioned',
    documentOf(paragraph({ ...mention, attrs: { ...mention.attrs, kind: 'coder' } })),
  ],
  [
    'a link to a script',
    documentOf(
      paragraph({ ...text('x'), marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
    ),
  ],
  ['a call-out of no kind', documentOf({ type: 'callout', attrs: { kind: 'x' }, content: [paragraph()] })],
  ['a footnote in a footnote', documentOf(paragraph({ type: 'footnote', content: [{ type: 'footnote' }] }))],
])('%s is refused', (_, json) => {
  expect(() => parseDossierDocument(json)).toThrow(expect.objectContaining({ code: 'dossier-format' }))
})
