import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { articleDocumentToJson, parseArticleDocument } from './parse-document.ts'
import { documentText, textMap } from './plain-text.ts'
import { articleSchema } from './schema.ts'

const { nodes, marks } = articleSchema

function paragraph(...content: (string | Node)[]): Node {
  return nodes.paragraph.create(
    null,
    content.map((item) => (typeof item === 'string' ? articleSchema.text(item) : item)),
  )
}

function documentOf(...blocks: Node[]): Node {
  return nodes.doc.createChecked(null, blocks)
}

function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const samples = ['word', ' ', 'їжак', '👩‍👩‍👧', 'é', 'שלום', 'مرحبا', '漢字', '🇺🇦', 'a\nb']

function randomInline(random: (below: number) => number): Node[] {
  return Array.from({ length: random(6) }, () => {
    if (random(5) === 0) return nodes.hard_break.create()
    const mark = random(3) === 0 ? [marks.em.create()] : []
    return articleSchema.text(samples[random(samples.length)] ?? 'x', mark)
  })
}

function randomBlock(random: (below: number) => number, depth: number): Node {
  const kind = random(depth > 3 ? 3 : 8)
  const inner = () => Array.from({ length: 1 + random(3) }, () => randomBlock(random, depth + 1))
  if (kind === 0) return nodes.image.create({ alt: 'not text' })
  if (kind === 1) return nodes.horizontal_rule.create()
  if (kind === 3) return nodes.blockquote.createChecked(null, inner())
  if (kind === 4) return nodes.bullet_list.createChecked(null, [nodes.list_item.createChecked(null, inner())])
  if (kind === 5) {
    const cells = () =>
      Array.from({ length: 1 + random(3) }, () => nodes.table_cell.createChecked(null, inner()))
    return nodes.table.createChecked(
      null,
      Array.from({ length: 1 + random(2) }, () => nodes.table_row.createChecked(null, cells())),
    )
  }
  if (kind === 6) {
    const caption = nodes.caption.createChecked(null, randomInline(random))
    return nodes.figure.createChecked(null, [nodes.image.create(), caption])
  }
  return nodes.paragraph.createChecked(null, randomInline(random))
}

function randomDocument(seed: number): Node {
  const random = seededRandom(seed)
  return documentOf(...Array.from({ length: 1 + random(6) }, () => randomBlock(random, 0)))
}

describe('the plain text of a document', () => {
  test('puts each block on a line and gives images and rules no text', () => {
    const document = documentOf(
      nodes.heading.create({ level: 1 }, articleSchema.text('Title')),
      nodes.image.create({ alt: 'A picture' }),
      nodes.horizontal_rule.create(),
      paragraph('One', nodes.hard_break.create(), 'two'),
      nodes.bullet_list.create(null, [
        nodes.list_item.create(null, [paragraph('first'), paragraph('more of it')]),
        nodes.list_item.create(null, [paragraph('second')]),
      ]),
    )
    expect(documentText(document)).toBe('Title\nOne\ntwo\nfirst\nmore of it\nsecond')
  })

  test('puts a tab between the cells of a table and a line feed between its rows', () => {
    const row = (...cells: Node[][]) =>
      nodes.table_row.create(
        null,
        cells.map((content) => nodes.table_cell.create(null, content)),
      )
    const document = documentOf(
      paragraph('before'),
      nodes.table.create(null, [
        row([paragraph('a')], [paragraph('b'), paragraph('b2')], [paragraph('c')]),
        row([paragraph()], [nodes.image.create()], [paragraph('d')]),
        row([paragraph('e')], [nodes.image.create()]),
      ]),
      paragraph('after'),
    )
    expect(documentText(document)).toBe('before\na\tb\nb2\tc\n\td\ne\nafter')
  })

  test('counts an emoji as its UTF-16 units, so that offsets are those of the string', () => {
    const document = documentOf(paragraph('👍 так'), paragraph('далі'))
    const map = textMap(document)
    expect(map.text.length).toBe(11)
    expect(map.posAtOffset(map.text.indexOf('далі'))).toBe(9)
  })

  test('is empty where a document holds images only, and every position maps to nought', () => {
    const map = textMap(documentOf(nodes.image.create()))
    expect(map.text).toBe('')
    expect(map.offsetAtPos(1)).toBe(0)
    expect(map.posAtOffset(0)).toBe(0)
    expect(map.rangesForOffsets(0, 5)).toEqual([])
  })
})

describe('the map between text offsets and positions', () => {
  test('goes there and back for every offset of two hundred random documents', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const map = textMap(randomDocument(seed))
      if (map.blocks.length === 0) continue
      for (let offset = 0; offset <= map.text.length; offset++) {
        expect(map.offsetAtPos(map.posAtOffset(offset))).toBe(offset)
      }
    }
  })

  test('gives ranges whose document content is the same text, in two hundred random documents', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const document = randomDocument(seed)
      const map = textMap(document)
      const random = seededRandom(seed + 1000)
      const start = random(map.text.length + 1)
      const end = start + random(map.text.length - start + 1)
      const ranges = map.rangesForOffsets(start, end)
      const text = ranges.map(({ from, to }) => document.textBetween(from, to, '!', '\n')).join('')
      const separators = map.blocks.slice(1).map((block) => block.start - 1)
      const expected = [...map.text.slice(start, end).split('').entries()]
        .filter(([index]) => !separators.includes(start + index))
        .map(([, unit]) => unit)
        .join('')
      expect(text).toBe(expected)
      for (const { from, to } of ranges)
        expect(document.resolve(from).sameParent(document.resolve(to))).toBe(true)
    }
  })

  test('takes a position between two blocks as the end of the one or the start of the other', () => {
    const map = textMap(documentOf(paragraph('ab'), paragraph('cd')))
    expect(map.offsetAtPos(4, -1)).toBe(2)
    expect(map.offsetAtPos(4, 1)).toBe(3)
  })

  test('takes offsets and positions outside the document as its ends', () => {
    const map = textMap(documentOf(paragraph('ab')))
    expect(map.posAtOffset(-5)).toBe(1)
    expect(map.posAtOffset(99)).toBe(3)
    expect(map.offsetAtPos(0)).toBe(0)
    expect(map.offsetAtPos(99)).toBe(2)
  })

  test('stays the same when a document is stored and read back', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const document = randomDocument(seed)
      const stored = JSON.parse(JSON.stringify(articleDocumentToJson(document)))
      const read = parseArticleDocument(stored)
      expect(read.eq(document)).toBe(true)
      expect(textMap(read).blocks).toEqual(textMap(document).blocks)
    }
  })

  test('is built for ten thousand paragraphs and looked up a hundred thousand times within a second', () => {
    const document = documentOf(
      ...Array.from({ length: 10_000 }, (_, index) => paragraph(`Paragraph ${index}`)),
    )
    const started = performance.now()
    const map = textMap(document)
    for (let step = 0; step < 100_000; step++) map.offsetAtPos(map.posAtOffset(step))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
