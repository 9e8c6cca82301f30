import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, thrownBy } from '../../../store/notebook.fixture.ts'
import { codedNotebook } from '../../coded.fixture.ts'
import { generatedNotebook } from './generated.fixture.ts'
import { plainBundle } from './plain-bundle.fixture.ts'
import { imported, readFile, roundTrip } from './round-trip.fixture.ts'
import { webAnnotation } from './web-annotation.ts'

const seeds = Array.from({ length: 6 }, (_, index) => index + 1)

test.each(seeds)(
  'what a page of annotations was written from is read from it again (notebook %i)',
  async (seed) => {
    const { had, read } = await roundTrip(
      await generatedNotebook(seed),
      'web-annotation',
      'out.json',
      webAnnotation,
    )
    expect(plainBundle(read)).toEqual(plainBundle(had))
  },
)

test.each(seeds.slice(0, 3))(
  'a notebook made of a page of annotations has the same evidence (notebook %i)',
  async (seed) => {
    const { had, read } = await roundTrip(
      await generatedNotebook(seed),
      'web-annotation',
      'out.json',
      webAnnotation,
    )
    const { has, should } = await imported(read, had)
    expect(has).toEqual(should)
  },
)

test('every column of a coded notebook comes back', async () => {
  const { had, read } = await roundTrip(await codedNotebook(), 'web-annotation', 'out.json', webAnnotation)
  expect(plainBundle(read)).toEqual(plainBundle(had))
})

async function read(json: unknown) {
  const path = join(temporaryFolder(), 'others.jsonld')
  writeFileSync(path, JSON.stringify(json))
  return readFile(path, webAnnotation)
}

const annotation = (more: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://other.example/anno1',
  type: 'Annotation',
  ...more,
})
const quoteOf = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: 'so ', suffix: ' and' })

test('annotations of others become quotes by their words, with tags, notes and several targets', async () => {
  const bundle = await read([
    annotation({
      created: '2020-01-02T03:04:05Z',
      body: [
        'Plain *words*',
        { type: 'TextualBody', value: 'river', purpose: 'tagging' },
        { type: 'TextualBody', value: '<p>Bold <b>claim</b></p>', format: 'text/html' },
      ],
      target: [
        {
          source: 'http://a.example/1#top',
          selector: [quoteOf('the water'), { type: 'CssSelector', value: 'p' }],
        },
        {
          source: { id: 'http://a.example/2' },
          selector: { type: 'XPathSelector', value: '/p', refinedBy: quoteOf('the dam') },
        },
      ],
    }),
    annotation({
      id: 'http://other.example/anno2',
      bodyValue: 'On the whole page',
      target: 'http://a.example/1',
    }),
    annotation({
      id: 'http://other.example/anno3',
      motivation: 'replying',
      target: 'http://other.example/anno1',
    }),
    annotation({
      id: 'http://other.example/anno4',
      target: { source: 'http://a.example/1', selector: { type: 'SvgSelector', value: '<svg/>' } },
    }),
  ])
  expect(
    bundle.articles.map(({ url, note, quotes }) => [url, note, quotes.map(({ exact }) => exact)]),
  ).toEqual([
    ['http://a.example/1', 'On the whole page', ['the water']],
    ['http://a.example/2', undefined, ['the dam']],
  ])
  expect(bundle.articles[0]?.quotes[0]).toMatchObject({
    prefix: 'so ',
    suffix: ' and',
    createdAt: '2020-01-02T03:04:05.000Z',
    links: [{ stance: 'neutral', topicKey: bundle.topics[0]?.key }],
  })
  expect(bundle.articles[0]?.quotes[0]?.note).toContain('Plain \\*words\\*')
  expect(bundle.articles[0]?.quotes[0]?.note).toContain('Bold claim')
  expect(bundle.topics.map(({ name }) => name)).toEqual(['river'])
  expect(bundle.leftOut.map(({ kind }) => kind)).toEqual(['passage without its words', 'reply'])
})

test('whoever made an annotation linked its tags, and a reply stands under what it answers', async () => {
  const target = { source: 'http://a.example/1', selector: quoteOf('the water') }
  const bundle = await read([
    annotation({
      id: 'http://other.example/reply2',
      motivation: 'replying',
      created: '2020-02-03T00:00:00Z',
      body: { type: 'TextualBody', value: 'So do **I**', format: 'text/markdown' },
      target: 'http://other.example/reply',
    }),
    annotation({
      id: 'http://other.example/reply',
      motivation: 'replying',
      creator: { type: 'Person', nickname: 'b_b' },
      bodyValue: 'I agree',
      target: { id: 'http://other.example/anno1' },
    }),
    annotation({
      creator: ['http://other.example/anna', { type: 'Person', name: ['Anna'] }],
      body: [
        { type: 'TextualBody', value: 'river', purpose: 'tagging' },
        { type: 'TextualBody', value: 'dam', purpose: 'tagging', creator: { name: 'Borys' } },
      ],
      target: { type: 'Composite', items: [target, 'http://a.example/2'] },
    }),
  ])
  const [quote] = bundle.articles[0]?.quotes ?? []
  const coders = new Map(bundle.coders.map(({ key, name }) => [key, name]))
  expect(quote?.links?.map(({ coderKey }) => coders.get(coderKey ?? ''))).toEqual(['Anna', 'Borys'])
  expect(quote?.note).toBe('b\\_b: I agree\n\n2020-02-03: So do **I**')
  expect(bundle.articles.map(({ url }) => url)).toEqual(['http://a.example/1', 'http://a.example/2'])
  expect(bundle.leftOut.map(({ kind }) => kind)).toEqual(['tag of a whole article'])
})

test('a collection is read by its first page, and what is elsewhere is told', async () => {
  const page = {
    type: 'AnnotationPage',
    items: [
      annotation({ target: { source: 'http://a.example/1', selector: quoteOf('ours\ud800') } }),
      'http://b.example/9',
    ],
    next: 'http://b.example/page2',
  }
  const bundle = await read({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    first: page,
  })
  expect(bundle.articles[0]?.quotes[0]?.exact).toBe('ours\ufffd')
  expect(bundle.leftOut.map(({ name }) => name)).toEqual(['http://b.example/9', 'http://b.example/page2'])
})

test('what is no annotation, or nested without end, is refused', async () => {
  const path = join(temporaryFolder(), 'bad.json')
  const context = '"@context":"http://www.w3.org/ns/anno.jsonld"'
  for (const text of [`{${context}}`, `{${context},"a":${'['.repeat(1_000_000)}`, `{${context},"type":`]) {
    writeFileSync(path, text)
    expect(await thrownBy(() => readFile(path, webAnnotation))).toMatchObject({ code: 'import-unreadable' })
  }
})
