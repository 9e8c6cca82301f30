import { beforeEach, describe, expect, it } from 'vitest'
import type { ArticleFilter, ArticleOrder } from '#shared/domain/article.ts'
import { quoteFilterSchema } from '#shared/domain/quote.ts'
import { createActor } from './actors.ts'
import { articleFacets, articleIds, articleNeighbours, getArticle, listArticles } from './articles.ts'
import { checkEvidence } from './check.ts'
import type { Readable } from './connection.ts'
import { setLinks } from './links.ts'
import { addArticle, addQuote, opened } from './notebook.fixture.ts'
import { createDossier, listDossiers } from './dossiers.ts'
import { notebookCounts } from './notebook-info.ts'
import type { Notebook } from './open-notebook.ts'
import { planning } from './plan.fixture.ts'
import { getQuote, listQuotes, lostQuotes, quotesOfArticle } from './quotes.ts'
import { createTopic, listTopics } from './topics.ts'
import { emptyTrash, listTrash, moveToTrash } from './trash.ts'

/** What reads a table of articles, quotes or links from end to end grows with the notebook. */
const readsAll =
  /^SCAN (article|quote|link|anchor|comment|revision|translation|a|q|l|n|c|e)( |$)(?!USING INDEX \w+_trashed)/

let notebook: Notebook
let ids: { articleId: string; revisionId: string; quoteId: string; topicId: string; actorId: string }

beforeEach(async () => {
  notebook = await opened()
  ids = notebook.mutate('fill', (db) => {
    const place = addArticle(db)
    const actorId = createActor(db, { name: 'Ada', kind: 'person' })
    const topicId = createTopic(db, { name: 'Flow', parentId: null })
    createTopic(db, { name: 'Measuring', parentId: topicId })
    const quoteId = addQuote(db, place, { speakerId: actorId })
    setLinks(db, [quoteId], topicId, 'supports')
    return { ...place, quoteId, topicId, actorId }
  })
})

function plansOf(read: (db: Readable) => unknown): string[] {
  const db = planning(notebook.reader())
  read(db)
  expect(db.plans.length).toBeGreaterThan(0)
  return db.plans
}

const orders = ['clipped', 'published', 'title', 'outlet', 'words'] as const
const filters: Record<string, ArticleFilter> = {
  everything: {},
  'by status': { status: 'inbox' },
  'by outlet': { outlet: 'River Post' },
  'by language': { lang: 'en' },
  'with quotes': { quoted: true },
  'by letters': { text: 'riv' },
  'by all of them': { status: 'inbox', outlet: 'River Post', lang: 'en', quoted: true, text: 'riv po' },
}

describe('A window of the library is read off the index of its order, and only its own rows off the articles', () => {
  const cases = orders.flatMap((by) =>
    Object.entries(filters).map(([name, filter]) => ({ by, name, filter })),
  )
  it.each(cases)('$name, by $by', ({ by, filter }) => {
    const order: ArticleOrder = { by, descending: true }
    const db = planning(notebook.reader())
    expect(articleIds(db, { filter, order, offset: 0, limit: 100 })).toEqual([ids.articleId])
    expect(db.plans).toEqual([`SCAN a USING INDEX article_by_${by}`])
    expect([...db.fetched]).toEqual([])
    const counting = planning(notebook.reader())
    listArticles(counting, { filter, order, offset: 0, limit: 100 })
    expect(counting.counted).toEqual([])
    const all = plansOf((db) => listArticles(db, { filter, order, offset: 0, limit: 100 }))
    expect(
      all.filter((step) => readsAll.test(step) && !/USING (COVERING )?INDEX article_/.test(step)),
    ).toEqual([])
  })
})

describe('Copies are folded on the index of the order, asking only the stories in sight', () => {
  it.each(orders)('by %s', (by) => {
    const order: ArticleOrder = { by, descending: true }
    const filter: ArticleFilter = { copies: 'fold', status: 'inbox', text: 'riv' }
    const db = planning(notebook.reader())
    expect(articleIds(db, { filter, order, offset: 0, limit: 100 })).toEqual([ids.articleId])
    expect(db.plans[0]).toBe(`SCAN a USING INDEX article_by_${by}`)
    expect(db.plans.filter((step) => /(SCAN|SEARCH) o/.test(step))).toEqual([
      expect.stringMatching(
        /^SEARCH o USING (COVERING )?INDEX article_of_story \(story_id=\? AND deleted_at=\?/,
      ),
    ])
    expect([...db.fetched]).toEqual([])
    const counting = planning(notebook.reader())
    listArticles(counting, { filter, order, offset: 0, limit: 100 })
    expect(counting.counted).toEqual([])
  })
})

describe('Neighbours are found beside the article in the index of the order', () => {
  it.each(orders)('by %s', (by) => {
    const order: ArticleOrder = { by, descending: true }
    const plans = plansOf((db) => articleNeighbours(db, { id: ids.articleId, filter: {}, order }))
    expect(plans.filter((step) => step.startsWith(`SEARCH a USING INDEX article_by_${by} (`))).toHaveLength(2)
    expect(plans.join()).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})

describe('Articles of a topic or a speaker with few quotes are looked up, not searched for', () => {
  it.each(['topicId', 'actorId'] as const)('%s', (name) => {
    const order: ArticleOrder = { by: 'clipped', descending: true }
    const filter = { [name]: ids[name] }
    const plans = plansOf((db) => listArticles(db, { filter, order, offset: 0, limit: 100 }))
    expect(plans.filter((step) => readsAll.test(step))).toEqual([])
  })
})

describe('Quotes are listed off the index of their order, without sorting them', () => {
  const quoteFilters = {
    everything: {},
    'of a speaker': { actorId: true },
    'on a topic': { topicId: true, withSubtopics: false },
    'on a topic and those below it': { topicId: true },
    'on a topic with a stance': { topicId: true, stance: 'supports' as const },
    'of a speaker on a topic': { actorId: true, topicId: true },
  }
  it.each(Object.entries(quoteFilters))('%s', (_, chosen) => {
    const named = Object.fromEntries(
      Object.entries(chosen).map(([name, value]) => [name, value === true ? ids[name as 'topicId'] : value]),
    )
    const filter = quoteFilterSchema.parse({ offset: 0, limit: 100, ...named })
    const plans = plansOf((db) => expect(listQuotes(db, filter).rows).toHaveLength(1))
    expect(plans.join('\n')).not.toMatch(/TEMP B-TREE FOR ORDER BY/)
    // Where nothing narrows the list, its order is an index, and the window is at the beginning of it.
    const whole = plans.filter((step) => readsAll.test(step))
    expect(whole.filter((step) => !/^SCAN q USING (COVERING )?INDEX quote_by_said$/.test(step))).toEqual([])
  })
})

describe('What is read after every change reads no table of articles, quotes or links from end to end', () => {
  const reads: Record<string, (db: Readable) => unknown> = {
    'an article': (db) => getArticle(db, ids.articleId),
    'its quotes': (db) => quotesOfArticle(db, ids.articleId),
    'a quote': (db) => getQuote(db, ids.quoteId),
    'lost quotes': lostQuotes,
    topics: listTopics,
  }
  it.each(Object.entries(reads))('%s', (_, read) => {
    const scans = plansOf(read).filter((step) => readsAll.test(step))
    expect(
      scans.filter((step) => !/^SCAN (e|n) USING (COVERING )?INDEX \w+_(trashed|lost)$/.test(step)),
    ).toEqual([])
  })

  /** Topics, actors and rounds are few, and go by the same alias as the rest of the trash. */
  const fewRows = ['SCAN e', 'SCAN e', 'SCAN e']

  it('the trash', () => {
    expect(plansOf(listTrash).filter((step) => readsAll.test(step))).toEqual(fewRows)
  })

  it('counts of the notebook and of the filters are counted on indexes that hold nothing else', () => {
    const plans = [...plansOf(notebookCounts), ...plansOf(articleFacets)]
    const scans = plans.filter((step) => readsAll.test(step) && !/USING (COVERING )?INDEX/.test(step))
    expect(scans).toEqual(fewRows)
    expect(plans.join()).not.toMatch(/(SCAN|SEARCH) (quote|link)( |$)/)
  })
})

it('What is removed for good is not searched for in what could refer to it', async () => {
  const references = notebook.reader().all<{ child: string; column: string }>(
    `SELECT m.name AS child, f."from" AS "column"
     FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  )
  expect(references.length).toBeGreaterThan(8)
  for (const { child, column } of references) {
    const [step] = notebook
      .reader()
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${child} WHERE ${column} = ?`, 'x')
    expect(step?.detail, `${child}.${column}`).toMatch(/^SEARCH .* USING .*(INDEX|PRIMARY KEY)/)
  }
  notebook.mutate('trash', (db) => moveToTrash(db, 'article', [ids.articleId]))
  expect(notebook.maintain(emptyTrash)).toBeGreaterThan(0)
})

it('Evidence is checked a revision at a time, each with its own quotes', async () => {
  const db = planning(notebook.reader())
  await checkEvidence(db)
  expect(db.plans).toContain('SEARCH quote USING INDEX quote_of_revision (revision_id=?)')
})

it('The list of dossiers is read off an index in its order, without sorting', () => {
  notebook.mutate('write', (db) =>
    createDossier(db, 'Brief', { document: { type: 'doc' }, text: '', refs: [], wordCount: 0 }),
  )
  const plans = plansOf(listDossiers)
  expect(plans[0]).toBe('SCAN d USING INDEX dossier_written')
  expect(plans.join()).not.toContain('TEMP B-TREE')
})
