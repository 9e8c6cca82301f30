import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseQuery } from '#shared/search/parse-query.ts'
import { documentKinds } from '#shared/search/query.ts'
import { articleIds } from '../store/articles.ts'
import { assignRound, createRound } from '../store/rounds.ts'
import { joinStory } from '../store/stories.ts'
import { filterConditions } from './filter-conditions.ts'
import { gatherFiltered } from './gather.ts'
import { createTestNotebook, type TestNotebook } from './notebook.fixture.ts'

let book: TestNotebook

beforeAll(async () => {
  book = await createTestNotebook()
  for (const [place, outlet] of ['Ashby', 'Brede', 'Colne'].entries()) {
    const article = book.addArticle({ title: `Talks in ${outlet}`, text: 'One word. Another word.', outlet })
    const topic = place === 0 ? ['Fishing'] : ['Fishing', 'Quotas']
    const said = { exact: 'One word', speaker: 'Ada Thorne', topic, stance: 'supports' } as const
    book.addComment({ quoteId: book.addQuote(article, said) }, 'Of a quote')
    if (place === 1) assign(article, 'First round')
    if (place === 2) book.addQuote(article, { exact: 'Another word', speaker: 'Bo Lind' })
    book.addComment({ articleId: article }, 'Of an article')
  }
  const list = { filter: {}, order: { by: 'outlet', descending: false }, offset: 0, limit: 2 } as const
  const copies = articleIds(book.notebook.reader(), list)
  book.notebook.mutate('story.join', (db) => joinStory(db, copies))
})

afterAll(() => book.dispose())

function assign(articleId: string, name: string): void {
  book.notebook.mutate('round', (db) => {
    const facts = { fromOn: null, untilOn: null, place: null, participantIds: [], agendaIds: [], note: '' }
    assignRound(db, { roundId: createRound(db, { name, ...facts }), quoteIds: [], articleIds: [articleId] })
  })
}

it.each([
  ['topic:fishing', 3],
  ['topic:quotas', 2],
  ['-topic:quotas', 1],
  ['topic:fishing stance:supports', 3],
  ['topic:fishing stance:opposes', 0],
  ['actor:thorne', 3],
  ['actor:lind', 1],
  ['topic:quotas actor:lind', 1],
  ['round:first', 1],
  ['-round:first', 2],
  ['round:"first round" actor:lind', 0],
  ['actor:thorne outlet:brede', 1],
  ['is:copy', 2],
  ['-is:copy', 1],
  ['is:copy|done', 2],
])('%s finds the same, whether its quotes are few or many', (query, articles) => {
  const { filters } = parseQuery(query)
  const [few, many] = [1000, 0].map((listedAtMost) => {
    const conditions = filterConditions(book.notebook.reader(), filters, listedAtMost)
    return documentKinds.map((kind) => gatherFiltered(book.notebook.reader(), kind, conditions).rows)
  })
  expect(many).toEqual(few)
  expect(few?.[0]).toHaveLength(articles)
})
