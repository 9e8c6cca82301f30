import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chosenFile, chosenFolder, readWith } from './chosen.fixture.ts'
import { omnivore } from './omnivore.ts'
import { readHighlights } from './omnivore-highlights.ts'

const items = [
  {
    id: 'a1',
    slug: 'talks-in-vienna-18f',
    title: 'Перемовини у Відні',
    description: 'What it is about',
    author: 'Оксана Гай',
    url: 'https://news.example/vienna',
    state: 'Archived',
    readingProgress: 100,
    labels: ['ядерна угода', 'Vienna'],
    savedAt: '2026-03-03T12:30:00.000Z',
    publishedAt: '2026-03-02T00:00:00.000Z',
  },
  {
    id: 'b2',
    slug: 'no-page',
    title: 'No page',
    url: 'file:///etc/passwd',
    state: 'Active',
    readingProgress: 4,
  },
]
const files = {
  'metadata_0_to_20.json': JSON.stringify(items),
  'content/talks-in-vienna-18f.html': '<div><p>Сторони не домовилися, сказав посол.</p></div>',
  'highlights/talks-in-vienna-18f.md':
    'A note on it all\n\n> Сторони **не** [домовилися](https://a.example) \n\n#позиція #red line\n\nmy *note*\n\n> second line\ngoes on\n> after a gap ',
  'content/../../evil.html': '',
}
const inFolder = () => {
  const { 'content/../../evil.html': _, ...safe } = files
  return safe
}

describe('articles of Omnivore', () => {
  test.each([
    ['a folder', () => chosenFolder(inFolder())],
    [
      'an archive',
      () =>
        chosenFile(
          'omnivore.zip',
          zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
        ),
    ],
  ])('come from %s with their pages, labels and highlights', async (_, choose) => {
    const { articles, topics } = await readWith(omnivore, choose())
    expect(topics.map(({ name }) => name)).toEqual(['позиція', 'red line'])
    expect(articles).toMatchObject([
      {
        key: 'a1',
        title: 'Перемовини у Відні',
        byline: 'Оксана Гай',
        publishedAt: '2026-03-02T00:00:00Z',
        clippedAt: '2026-03-03T12:30:00.000Z',
        status: 'done',
        note: 'A note on it all\n\nDescription: What it is about\n\nTags: ядерна угода, Vienna',
        quotes: [
          {
            exact: 'Сторони не домовилися',
            note: 'my *note*',
            links: [{ topicKey: 'topic-1' }, { topicKey: 'topic-2' }],
          },
          { exact: 'second line\ngoes on\nafter a gap', links: [] },
        ],
      },
      { title: 'No page', url: undefined, status: 'reading', source: { kind: 'none' } },
    ])
    const [{ source } = { source: undefined }] = articles
    expect(source?.kind === 'file' && Buffer.from(await source.read()).toString()).toContain('сказав посол')
  })

  test('are refused where a list of them is none', async () => {
    const source = chosenFolder({ 'metadata_0_to_20.json': '{"a":1}' })
    await expect(readWith(omnivore, source)).rejects.toMatchObject({ code: 'import-unreadable' })
  })
})

describe("Omnivore's page of highlights", () => {
  test('may have notes of several paragraphs and no highlight at all', () => {
    expect(readHighlights('only a note\n\nin two parts\n\n')).toEqual({
      quotes: [],
      note: 'only a note\n\nin two parts',
    })
    expect(readHighlights('> a\n\none\n\ntwo\n\n> ')).toEqual({
      quotes: [{ exact: 'a', tags: [], note: 'one\n\ntwo' }],
      note: undefined,
    })
  })
})
