import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchRequestSchema } from '#shared/domain/search.ts'
import { planning } from '../store/plan.fixture.ts'
import { createTestNotebook, type TestNotebook } from './notebook.fixture.ts'
import { rowSource } from './row-source.ts'
import { search } from './search.ts'

let book: TestNotebook

beforeAll(async () => {
  book = await createTestNotebook()
  const articleId = book.addArticle({
    title: 'Harbour talks',
    text: 'The delegates agreed to meet.',
    outlet: 'Post',
  })
  book.addQuote(articleId, {
    exact: 'agreed to meet',
    speaker: 'Ada',
    topic: ['Harbour'],
    stance: 'supports',
  })
})

afterAll(() => book.dispose())

function plansOf(query: string): string[] {
  const db = planning(book.notebook.reader())
  search(db, searchRequestSchema.parse({ query }))
  return db.plans
}

/**
 * Reading a whole table of entities, which grows with the notebook. Names of topics, actors and rounds are few and read whole; the
 * walk over the different outlets and languages takes one row of its index at a time.
 */
const readsAll =
  /^SCAN (?!search_index|json_each|matched$|latest$|e USING INDEX dossier_written$|topic$|actor$|round$|step$|CONSTANT|\(subquery|article USING INDEX article_by_(outlet|lang)$)|\(kind=\?\)$/

describe('no search reads a whole table', () => {
  it.each([
    'harbour',
    'harbour meet* -"agreed not"',
    'harbour topic:Harbour',
    'harbour topic:Harbour stance:supports actor:Ada outlet:Post lang:en date:2026 clipped:2026 is:inbox,quoted',
    'harbour -topic:Harbour -actor:Ada -is:done',
    'topic:Harbour',
    'actor:Ada',
    'outlet:Post',
    'lang:en',
    'kind:dossier',
    'harbour kind:dossier topic:Harbour actor:Ada outlet:Post round:First date:2026',
  ])('%s', (query) => {
    const plans = plansOf(query)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter((step) => readsAll.test(step))).toEqual([])
  })

  it('takes the articles of one state from its index', () => {
    expect(plansOf('is:inbox')[0]).toBe('SEARCH a USING INDEX article_by_status (status=?)')
  })

  it('takes the articles of a time in the order of its index, without sorting them', () => {
    const [first] = plansOf('date:2026')
    expect(first).toBe('SEARCH a USING INDEX article_by_published (published_sort>? AND published_sort<?)')
  })

  it('takes the dossiers written last from their index, and looks up the words by it alone', () => {
    expect(plansOf('kind:dossier').some((step) => /^SCAN e USING .*INDEX dossier_written/.test(step))).toBe(
      true,
    )
    const steps = plansOf('harbour kind:dossier')
    expect(steps.filter((step) => /search_passage|^SEARCH p/.test(step))).not.toEqual([])
    expect(steps.filter((step) => /^SCAN (p|e)\b/.test(step))).toEqual([])
  })

  it('narrows a search of one kind to its row ids, read backwards', () => {
    const db = planning(book.notebook.reader())
    const where = { article: '', quote: '', comment: '', dossier: '', topic: '', round: '', actor: '' }
    const nothing = { kinds: [], where, values: {}, isBroad: true, problems: [] }
    rowSource(db, 'quote', '"meet"', nothing)('"meet"', 10)
    const [step] = db.plans
    // FTS5 names what it was given: M the match, > and < the bounds of the row id.
    expect(step).toMatch(/^SCAN search_index VIRTUAL TABLE INDEX .*M/)
    expect(step).toMatch(/[<>].*[<>]/)
    expect(db.plans.join()).not.toContain('TEMP B-TREE')
  })
})
