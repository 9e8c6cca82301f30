import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, thrownBy } from '../../../store/notebook.fixture.ts'
import { codedNotebook } from '../../coded.fixture.ts'
import { hypothesis } from './hypothesis.ts'
import { readFile, roundTrip } from './round-trip.fixture.ts'

async function read(json: unknown) {
  const path = join(temporaryFolder(), 'hypothesis.json')
  writeFileSync(path, JSON.stringify(json))
  return readFile(path, hypothesis)
}

const row = (more: object) => ({
  id: 'abc',
  user: 'acct:anna@hypothes.is',
  created: '2020-01-02T03:04:05.123456+00:00',
  uri: 'https://river.example/1#top',
  document: { title: ['Talks'] },
  tags: [],
  text: '',
  target: [{ source: 'https://river.example/1' }],
  ...more,
})
const target = (exact: string) => [
  {
    selector: [
      { type: 'RangeSelector', startContainer: '/p[1]' },
      { type: 'TextPositionSelector', start: 7, end: 7 + exact.length },
      { type: 'TextQuoteSelector', exact, prefix: 'p', suffix: 's' },
      { type: 'PageSelector', index: 11, label: 'xii' },
    ],
  },
]

test('annotations become quotes, page notes the note, tags topics; replies stand under what they answer', async () => {
  const bundle = await read({
    total: 9,
    rows: [
      row({ target: target('the 🌊 water'), tags: ['river: supports', 'dam'], text: 'Look *here*' }),
      row({ id: 'note', text: 'On the page', tags: ['whole'] }),
      row({ id: 'further', references: ['abc', 'reply'], user: 'acct:c_d@x.org', text: 'So *do* I' }),
      row({
        id: 'reply',
        references: ['abc'],
        created: '2019-12-31T00:00:00+00:00',
        text: 'I agree',
        tags: ['yes'],
      }),
      row({ id: 'answer', references: ['note'], text: 'Thanks' }),
      row({ id: 'drawing', text: 'This corner', target: [{ selector: [{ type: 'ShapeSelector' }] }] }),
    ],
    replies: [row({ id: 'lonely', references: ['gone'], text: 'To nothing' })],
  })
  expect(bundle.articles).toHaveLength(1)
  expect(bundle.articles[0]).toMatchObject({
    title: 'Talks',
    url: 'https://river.example/1',
    note: 'On the page\n\nTags: whole\n\nThis corner\n\nanna, 2020-01-02: Thanks',
  })
  expect(bundle.articles[0]?.quotes).toMatchObject([
    {
      exact: 'the 🌊 water',
      prefix: 'p',
      suffix: 's',
      start: 7,
      note: 'Look *here*\n\nPage: xii\n\nanna, 2019-12-31: I agree\n\nc\\_d, 2020-01-02: So *do* I',
      createdAt: '2020-01-02T03:04:05.123Z',
      links: [
        { stance: 'neutral', coderKey: bundle.coders[0]?.key },
        { stance: 'neutral', coderKey: bundle.coders[0]?.key },
      ],
    },
  ])
  expect(bundle.topics.map(({ name }) => name)).toEqual(['river: supports', 'dam'])
  expect(bundle.coders.map(({ name }) => name)).toEqual(['anna'])
  expect(bundle.leftOut).toEqual([
    { kind: 'passage without its words', name: 'This corner' },
    { kind: 'tag of a reply', name: 'yes' },
    { kind: 'reply', name: 'To nothing' },
    { kind: 'annotations that are not in the file', name: '3 of 9' },
  ])
})

test('our own export comes back with words, topics, stances, facts, notes and ids', async () => {
  const { had, read: back } = await roundTrip(await codedNotebook(), 'hypothesis', 'out.json', hypothesis)
  const told = ({ articles, topics }: typeof had) => {
    const names = new Map(topics.map(({ key, name }) => [key, name]))
    return articles
      .flatMap(({ quotes }) => quotes)
      .map(({ id, exact, saidOn, saidWords, channel, note, createdAt, links }) => ({
        ...{ id, exact, saidOn, saidWords, channel, createdAt, note: note || undefined },
        links: links?.map(({ topicKey, stance }) => `${names.get(topicKey)} ${stance}`).sort(),
      }))
      .sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
  }
  expect(told(back)).toEqual(told(had))
  const notes = ({ articles }: typeof had) => articles.map(({ note }) => note).filter(Boolean)
  expect(notes(back)).toEqual(notes(had))
})

test('a file without annotations is refused', async () => {
  expect(await thrownBy(() => read({ export_userid: 'acct:a@b', annotations: 3 }))).toMatchObject({
    code: 'import-unreadable',
  })
})
