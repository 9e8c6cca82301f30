import { describe, expect, test } from 'vitest'
import { chosenFile, chosenFolder, readWith } from '../chosen.fixture.ts'
import { zotero } from './index.ts'

const json = (name: string, data: unknown) => chosenFile(name, JSON.stringify(data, null, 2))

describe('references in CSL-JSON', () => {
  test('become articles with what is known of them', async () => {
    const { articles } = await readWith(
      zotero,
      json('refs.json', [
        {
          id: 'hai2026',
          type: 'article-newspaper',
          title: 'Перемовини 🕊',
          author: [
            { family: 'Гай', given: 'Оксана' },
            { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
            { literal: 'وكالة الأنباء' },
          ],
          'container-title': 'Річкові вісті',
          issued: { 'date-parts': [[2026, 3]] },
          accessed: { 'date-parts': [['2026', '3', '5']] },
          URL: 'https://news.example/talks',
          abstract: 'What it is about',
          language: 'uk',
          keyword: 'санкції, talks',
          volume: 7,
        },
        {
          id: 'hai2026',
          type: 'book',
          title: 'Same id',
          issued: { raw: '1968' },
          URL: 'javascript:alert(1)',
          DOI: '10.1/x',
        },
        { type: 'report', title: 'No id', issued: { 'date-parts': [[]], literal: 'Spring 2025' } },
      ]),
    )
    expect(articles).toMatchObject([
      {
        key: 'hai2026',
        title: 'Перемовини 🕊',
        byline: 'Оксана Гай, Ludwig van Beethoven, وكالة الأنباء',
        outlet: 'Річкові вісті',
        publishedAt: '2026-03',
        clippedAt: '2026-03-05T00:00:00.000Z',
        url: 'https://news.example/talks',
        lang: 'uk',
        note: 'Type: article-newspaper\n\nVolume: 7\n\nTags: санкції, talks',
        source: { kind: 'none', excerpt: 'What it is about' },
      },
      { publishedAt: '1968', url: 'https://doi.org/10.1/x' },
      { publishedAt: undefined, url: undefined, note: 'Date: Spring 2025\n\nType: report' },
    ])
  })

  test('are told from other lists in JSON', () => {
    expect(zotero.recognises(json('a.json', [{ type: 'Annotation', title: 'x' }]))).toBe(false)
    expect(zotero.recognises(json('a.json', { rows: [{ type: 'article' }] }))).toBe(false)
  })
})

const betterBibtex = {
  config: { id: '36a3b0b5-bad0-4a04-b79b-441c7cef77db', label: 'BetterBibTeX JSON' },
  collections: {
    AAAA: { key: 'AAAA', name: 'Світ', parent: 'BBBB', items: [] },
    BBBB: { key: 'BBBB', name: 'Rivers', parent: 'AAAA', items: [11] },
  },
  items: [
    {
      itemType: 'webpage',
      itemID: 11,
      key: 'KEY1',
      title: 'Talks',
      creators: [
        { creatorType: 'editor', firstName: 'E', lastName: 'D' },
        { creatorType: 'author', firstName: 'Оксана', lastName: 'Гай' },
        { creatorType: 'author', name: 'Press Service' },
      ],
      websiteTitle: 'River news',
      date: '2026-03-02',
      dateAdded: '2026-03-03T12:30:00Z',
      url: 'https://news.example/talks',
      tags: [{ tag: 'санкції' }],
      notes: [{ note: '<p>My <b>note</b></p>' }],
      attachments: [
        {
          title: 'Snapshot',
          path: 'files/11/talks.html',
          annotations: [
            {
              annotationType: 'highlight',
              annotationText: 'Сторони не домовилися',
              annotationComment: 'again *',
              annotationPageLabel: '3',
              dateAdded: '2026-03-04T00:00:00Z',
              tags: [{ tag: 'позиція' }],
            },
            { annotationType: 'ink', annotationText: null },
            { annotationType: 'note', annotationComment: 'on the margin <1>', annotationPageLabel: 'iv' },
          ],
        },
        { title: 'Linked', path: '/home/user/else.pdf' },
      ],
    },
    { itemType: 'note', key: 'KEY2', title: 'Own thought' },
  ],
}
const expected = {
  key: 'KEY1',
  byline: 'Оксана Гай, Press Service',
  outlet: 'River news',
  clippedAt: '2026-03-03T12:30:00.000Z',
  quotes: [
    {
      exact: 'Сторони не домовилися',
      note: 'again \\*\n\nPage: 3',
      createdAt: '2026-03-04T00:00:00.000Z',
      links: [{ topicKey: 'topic-1', stance: 'neutral' }],
    },
  ],
}

describe('Better BibTeX JSON', () => {
  test('comes with notes, collections and what was marked in the files', async () => {
    const { articles, topics, leftOut } = await readWith(zotero, json('library.json', betterBibtex))
    expect(articles).toMatchObject([{ ...expected, source: { kind: 'none' } }])
    expect(articles[0]?.note).toBe(
      'My **note**\n\non the margin \\<1\\> (p. iv)\n\nType: webpage\n\nCollections: Світ / Rivers\n\nTags: санкції',
    )
    expect(topics.map(({ name }) => name)).toEqual(['позиція'])
    expect(leftOut.map(({ name }) => name)).toEqual(['Snapshot', 'Linked', 'Talks', 'Own thought'])
  })

  test('may begin with its collections, of which the outermost name no parent', async () => {
    const { config, collections, items } = betterBibtex
    const { parent: _, ...root } = collections.AAAA
    const { articles } = await readWith(
      zotero,
      json('library.json', {
        collections: {
          AAAA: { collections: ['BBBB'], ...root },
          BBBB: { collections: [], ...collections.BBBB },
        },
        config,
        items,
      }),
    )
    expect(articles[0]?.note).toContain('Collections: Світ / Rivers')
  })

  test('comes with the files where the folder is chosen', async () => {
    const { articles, leftOut } = await readWith(
      zotero,
      chosenFolder({
        'library.json': JSON.stringify(betterBibtex),
        'files/11/talks.html': '<p>Сторони не домовилися.</p>',
      }),
    )
    expect(articles).toMatchObject([{ ...expected, source: { kind: 'file', fileName: 'talks.html' } }])
    expect(leftOut.map(({ name }) => name)).toEqual(['Linked', 'Talks', 'Own thought'])
  })
})
