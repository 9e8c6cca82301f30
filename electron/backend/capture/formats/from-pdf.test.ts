import { expect, test } from 'vitest'
import { extractFile } from '../extract-file.ts'
import { fromPdf } from './from-pdf.ts'
import { column, printPdf } from './pdf.fixture.ts'

const left = [
  'The two delegations met on the bridge',
  'at nine and agreed on the order of the',
  'day before the ministers came. Nobody',
  'had expected an agreement on the dam.',
  'The gauge will be read by both sides.',
]
const right = [
  'In the afternoon the ministers spoke of',
  'the flow in dry years. The lower valley',
  'asked for a third of the inflow, and the',
  'upper valley offered what it had to give',
  'in a year with little rain in the hills.',
]

const blocksOf = async (bytes: Buffer) => (await fromPdf(bytes)).blocks?.map(({ text }) => text)

test('two columns are read one after the other, below the heading that stands across them', async () => {
  const page = [
    { text: 'Talks on the bridge bring the gauge back to both sides of the river', x: 72, y: 80, size: 16 },
    // As programs set it: line by line across both columns.
    ...left.flatMap((_, index) => [
      ...column(72, 120 + index * 13.75, [left[index] ?? '']),
      ...column(320, 120 + index * 13.75, [right[index] ?? '']),
    ]),
  ]
  expect(await blocksOf(printPdf([page]))).toEqual([
    'Talks on the bridge bring the gauge back to both sides of the river',
    left.join(' '),
    right.join(' '),
  ])
})

test('a word that a line end parted is whole; one with a hyphen of its own, known from elsewhere, keeps it', async () => {
  const lines = [
    'The commission published its infor-',
    'mation about the cross-border com-',
    'mission on Monday, and the cross-',
    'border talks went on until the eve-',
    'ning of the same day in Port Aldis.',
  ]
  expect(await blocksOf(printPdf([column(72, 100, lines)]))).toEqual([
    'The commission published its information about the cross-border commission on Monday, and the cross-border talks went on until the evening of the same day in Port Aldis.',
  ])
})

test('paragraphs are told by gaps and by indents', async () => {
  const page = [
    ...column(72, 100, left),
    ...column(72, 190, [right[0] ?? '', right[1] ?? '']),
    ...column(90, 217.5, ['The third began with an indent and went']),
    ...column(72, 231.25, ['on at the edge of the column as usual.']),
  ]
  expect(await blocksOf(printPdf([page]))).toEqual([
    left.join(' '),
    `${right[0]} ${right[1]}`,
    'The third began with an indent and went on at the edge of the column as usual.',
  ])
})

const dressed = (number: number, lines: readonly string[]) => [
  { text: `The Lantern Gazette, 5 March 2026`, x: 72, y: 40, size: 8 },
  ...column(72, 100, lines),
  { text: `Page ${number} of 3`, x: 280, y: 760, size: 8 },
]

test('what runs at the head and foot of each page is no part of the text, and pages say where they begin', async () => {
  const pages = [
    left,
    right,
    ['A closing page with a few more words', 'than the others had, and then nothing.'],
  ]
  const file = await extractFile({ bytes: printPdf(pages.map((lines, index) => dressed(index + 1, lines))) })
  expect(file.kind).toBe('pdf')
  expect(file.text).not.toMatch(/Gazette|Page \d/)
  expect(file.pages).toHaveLength(3)
  expect(file.pages?.map((start) => file.text.slice(start, start + 12))).toEqual([
    'The two dele',
    'In the after',
    'A closing pa',
  ])
})

test('a paragraph that a page end cuts goes on, and the page begins inside it', async () => {
  const cut = [...left.slice(0, 4), 'and this sentence goes on to the next']
  const file = await extractFile({
    bytes: printPdf([
      dressed(1, cut),
      dressed(2, ['page, where it ends at last after a while', 'of reading.']),
    ]),
  })
  const [, second = 0] = file.pages ?? []
  expect(file.text.slice(second)).toMatch(/^page, where it ends/)
  expect(file.text[second - 1]).toBe(' ')
})

test('the title is the one the file names, unless a program named it by itself; then the largest words', async () => {
  const page = [{ text: 'A treaty in sight', x: 72, y: 80, size: 20 }, ...column(72, 130, left)]
  const titleOf = async (info: Record<string, string>) => (await fromPdf(printPdf([page], info))).facts.title
  expect(await titleOf({ Title: 'The Meruna treaty, a reading' })).toBe('The Meruna treaty, a reading')
  expect(await titleOf({ Title: 'Microsoft Word - draft3.docx' })).toBe('A treaty in sight')
  expect(await titleOf({})).toBe('A treaty in sight')
})

test('a scanned PDF is said to have no text; a broken one to be broken', async () => {
  await expect(fromPdf(printPdf([[], []]))).rejects.toMatchObject({
    code: 'document-unreadable',
    message: expect.stringContaining('no text'),
  })
  await expect(extractFile({ bytes: Buffer.from('%PDF-1.4\nnothing of the kind') })).rejects.toMatchObject({
    code: 'document-unreadable',
  })
})
