import { describe, expect, test } from 'vitest'
import { chosenFile, readWith } from './chosen.fixture.ts'
import { readwise } from './readwise.ts'

const header =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags'
const file = (...rows: string[]) => chosenFile('readwise-data.csv', [header, ...rows, ''].join('\r\n'))

describe('highlights from Readwise', () => {
  test('become quotes of one article a book, with their tags as topics and the rest in their notes', async () => {
    const { articles, topics, leftOut } = await readWith(
      readwise,
      file(
        '"The corridor stays shut, he said.",Талks at the bridge 🌉,Оксана Гай,B00TEST01,"Compare *March*\nsecond line",yellow,"corridor, Border",page,12,2026-03-05 09:15:00+00:00,"talks, weekly"',
        'لا تنازل عن المعبر,Талks at the bridge 🌉,Оксана Гай,B00TEST01,,,border,location,0,,weekly',
      ),
    )
    expect(leftOut).toEqual([])
    expect(topics.map(({ name }) => name)).toEqual(['corridor', 'Border'])
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({
      title: 'Талks at the bridge 🌉',
      byline: 'Оксана Гай',
      note: 'Tags: talks, weekly\n\nAmazon: B00TEST01',
      source: { kind: 'none' },
    })
    const [first, second] = articles[0]?.quotes ?? []
    expect(first).toMatchObject({
      exact: 'The corridor stays shut, he said.',
      note: 'Compare \\*March\\*  \nsecond line\n\nLocation: page 12\n\nColour: yellow',
      createdAt: '2026-03-05T09:15:00.000Z',
      links: [
        { topicKey: 'topic-1', stance: 'neutral' },
        { topicKey: 'topic-2', stance: 'neutral' },
      ],
    })
    expect(second).toMatchObject({ exact: 'لا تنازل عن المعبر', links: [{ topicKey: 'topic-2' }] })
    expect(first?.key).not.toBe(second?.key)
  })

  test('tell a note that has no highlight as left out', async () => {
    const { leftOut } = await readWith(readwise, file(',A book,,,only a thought,,,,,,'))
    expect(leftOut).toEqual([{ kind: 'note without a highlight', name: 'only a thought' }])
  })

  test('are refused where a quotation mark is never closed', async () => {
    await expect(readWith(readwise, file('"never closed,A book,,,,,,,,,'))).rejects.toMatchObject({
      code: 'import-unreadable',
    })
  })
})
