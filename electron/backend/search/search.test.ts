import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setArticleStatus } from '../store/articles.ts'
import { createTestNotebook, type TestNotebook } from './notebook.fixture.ts'

let book: TestNotebook
const ids: Record<string, string> = {}

beforeAll(async () => {
  book = await createTestNotebook()
  ids.truce = book.addArticle({
    title: 'Truce holds along the river',
    text:
      'The ceasefire entered its second week. Both delegations were negotiating guarantees for the grain harbour.\n\n' +
      '“We will sign nothing without guarantees of security,” said Marta Lindqvist. The prime minister disagreed.',
    outlet: 'The Harbour Times',
    publishedAt: '2026-01-12',
  })
  ids.plan = book.addArticle({
    title: 'Security plan put off',
    text: 'A plan for harbours was put off; the minister blamed the weather, and nobody spoke of a truce.',
    outlet: 'Delta Post',
    publishedAt: '2026-02-03T08:30:00.000Z',
    lang: 'en-GB',
  })
  ids.uk = book.addArticle({
    title: 'Перемовини тривають',
    text: "Сторони узгодили гарантії безпеки для порту. Об'єкт передадуть після підписання договору.",
    lang: 'uk',
    outlet: 'Вісник Дельти',
    publishedAt: '2026-02-20',
  })
  ids.ru = book.addArticle({
    title: 'Переговоры о порте',
    text: 'Стороны обсудили гарантии. Посредник ещё не назвал сроков; йод и иод в перечень не вошли.',
    lang: 'ru',
    publishedAt: '2026-03-01',
  })
  ids.fr = book.addArticle({
    title: 'Les négociations reprennent',
    text: "L'accord d'été prévoit une trêve accordée par les parties européennes.",
    lang: 'fr',
    publishedAt: '2025-12-30',
  })
  ids.de = book.addArticle({
    title: 'Verträge über den Hafen',
    text: 'Die Gespräche in Łódź brachten keinen Durchbruch; der Vertrag liegt in der Straße der Freiheit aus.',
    lang: 'de',
  })
  ids.lindqvist = book.addQuote(ids.truce, {
    exact: 'We will sign nothing without guarantees of security',
    speaker: 'Marta Lindqvist',
    saidOn: '2025-11-02',
    topic: ['Security', 'Guarantees'],
    stance: 'conditional',
  })
  ids.port = book.addQuote(ids.uk, {
    exact: 'гарантії безпеки для порту',
    speaker: 'Олена Мельник',
    topic: ['Harbour'],
    stance: 'supports',
  })
  ids.note =
    book.addComment({ quoteId: ids.lindqvist }, 'Compare with her **earlier** stance on harbours') ?? ''
  book.notebook.mutate('read', (db) => setArticleStatus(db, [ids.plan ?? ''], 'done'))
})

afterAll(() => book.dispose())

describe('words', () => {
  it.each([
    ['negotiate', ['Truce holds along the river']],
    ['guarantee', ['Truce holds along the river', 'We will sign nothing without guarantees of security']],
    ['гарантія', ['Перемовини тривають', 'гарантії безпеки для порту']],
    ['перемовин', ['Перемовини тривають']],
    ['безпека', ['Перемовини тривають', 'гарантії безпеки для порту']],
    ['обʼєкти', ['Перемовини тривають']],
    ['договір', ['Перемовини тривають']],
    ['переговоров', ['Переговоры о порте']],
    ['еще', ['Переговоры о порте']],
    ['negociation', ['Les négociations reprennent']],
    ['ACCORD', ['Les négociations reprennent']],
    ['Gespräch', ['Verträge über den Hafen']],
    ['lodz', ['Verträge über den Hafen']],
    ['STRASSE', ['Verträge über den Hafen']],
  ])('“%s” finds its forms', (query, expected) => {
    expect(book.found(query).sort()).toEqual([...expected].sort())
  })

  it('in a phrase are exact, in any spelling of apostrophes and hyphens', () => {
    expect(book.found('"prime minister"')).toEqual(['Truce holds along the river'])
    expect(book.found('"prime ministers"')).toEqual([])
    expect(book.found('"guarantee of security"')).toEqual([])
    expect(book.found('"d’été"')).toEqual(['Les négociations reprennent'])
  })

  it('keep й and и apart', () => {
    expect(book.search('"йод"').hits[0]?.snippet.marks).toHaveLength(1)
    expect(book.found('"порти"')).toEqual([])
  })

  it('all have to be there, unless OR stands between them, and none that is excluded', () => {
    expect(book.found('truce minister')).toEqual(
      expect.arrayContaining(['Truce holds along the river', 'Security plan put off']),
    )
    expect(book.found('truce weather')).toEqual(['Security plan put off'])
    expect(book.found('weather OR delegations').sort()).toEqual([
      'Security plan put off',
      'Truce holds along the river',
    ])
    expect(book.found('truce -weather')).toEqual(['Truce holds along the river'])
    expect(book.found('minister -"prime minister"')).toEqual(['Security plan put off'])
  })

  it('can be asked for in titles alone', () => {
    expect(book.found('title:truce')).toEqual(['Truce holds along the river'])
    expect(book.found('title:"security plan"')).toEqual(['Security plan put off'])
  })

  it('match by their beginning while they are typed, or with a star', () => {
    expect(book.found('weath', { asYouType: true })).toEqual(['Security plan put off'])
    expect(book.found('weath')).toEqual([])
    expect(book.found('weath*')).toEqual(['Security plan put off'])
    expect(book.found('"prime min', { asYouType: true })).toEqual(['Truce holds along the river'])
    expect(book.found('negotiations', { asYouType: true })).toEqual(['Truce holds along the river'])
  })

  it('rank a title above a text', () => {
    expect(book.found('truce')).toEqual(['Truce holds along the river', 'Security plan put off'])
    expect(book.found('kind:article security')[0]).toBe('Security plan put off')
  })
})

describe('filters', () => {
  it.each([
    ['topic:Guarantees guarantees kind:quote', ['lindqvist']],
    ['topic:security', ['lindqvist']],
    ['topic:"Security / Guarantees"', ['lindqvist']],
    ['topic:sec', ['lindqvist']],
    ['-topic:security kind:quote', ['port']],
    ['topic:security kind:article', ['truce']],
    ['topic:security kind:comment', ['note']],
    ['stance:supports', ['port']],
    ['topic:Security stance:supports', []],
    ['-stance:supports kind:quote', ['lindqvist']],
    ['actor:Мельник', ['port']],
    ['actor:"marta lindqvist" kind:article', ['truce']],
    ['outlet:"harbour times"', ['truce']],
    ['outlet:вісник', ['uk']],
    ['lang:en', ['plan', 'truce']],
    ['lang:fr,de', ['fr', 'de']],
    ['-lang:en -lang:fr,de', ['ru', 'uk']],
    ['date:2026-02', ['uk', 'plan']],
    ['date:2026-02-03', ['plan']],
    ['date:..2025 kind:article', ['fr']],
    ['date:2025-11 kind:quote', ['lindqvist']],
    ['date:2026.. -date:2026-02', ['ru', 'truce']],
    ['is:done', ['plan']],
    ['is:quoted', ['uk', 'truce']],
    ['is:done,quoted', ['uk', 'plan', 'truce']],
    ['is:inbox harbour', ['note', 'truce']],
    ['harbour kind:comment', ['note']],
    ['kind:quote', ['port', 'lindqvist']],
  ])('%s', (query, expected) => {
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
    const answer = book.search(query)
    expect(answer.hits.map((hit) => names.get(hit.id)).sort()).toEqual([...expected].sort())
    expect(answer.problems).toEqual([])
    expect(answer.total).toEqual({ count: expected.length, atLeast: false })
  })

  it('that name nothing find nothing, and say so', () => {
    expect(book.search('topic:Harbour/Guarantees').hits).toEqual([])
    const answer = book.search('topic:"Fish quotas"')
    expect(answer.hits).toEqual([])
    const message = 'No topic is called “Fish quotas”.'
    expect(answer.problems).toEqual([{ code: 'unknown-name', field: 'topic', value: 'Fish quotas', message }])
  })
})

describe('hits', () => {
  it('say where they come from', () => {
    const [hit] = book.search('"sign nothing" kind:quote').hits
    expect(hit).toMatchObject({
      kind: 'quote',
      id: ids.lindqvist,
      quoteId: ids.lindqvist,
      articleId: ids.truce,
      title: 'Truce holds along the river',
      outlet: 'The Harbour Times',
      publishedAt: '2026-01-12',
      lang: 'en',
      speaker: 'Marta Lindqvist',
    })
    expect(book.search('compare').hits[0]).toMatchObject({
      kind: 'comment',
      quoteId: ids.lindqvist,
      articleId: ids.truce,
    })
  })

  it('mark what matched, in title and snippet', () => {
    const [hit] = book.search('truce kind:article river').hits
    expect(hit?.titleMarks.map(([start, end]) => hit.title.slice(start, end))).toEqual(['Truce', 'river'])
    const [form] = book.search('negotiation "prime minister" kind:article').hits
    expect(form?.snippet.marks.map(([start, end]) => form.snippet.text.slice(start, end))).toEqual([
      'negotiating',
      'prime minister',
    ])
  })

  it('are counted beyond the limit', () => {
    const answer = book.search('kind:article lang:en,uk,ru,fr,de', { limit: 2 })
    expect(answer.hits).toHaveLength(2)
    expect(answer.total).toEqual({ count: 6, atLeast: false })
  })
})

describe('hostile queries', () => {
  it.each([
    '" OR rowid:*',
    'title : "x" NEAR(a b)',
    '{words}: a',
    'a" * ^b + c AND NOT (',
    "'; DROP TABLE article; --",
    '\u0000\ud800',
    '-'.repeat(2000),
    'a '.repeat(1000),
    'date:9999-12-31..',
    '(((((((',
  ])('%j are words or nothing', (query) => {
    expect(() => book.search(query, { asYouType: true })).not.toThrow()
  })
})
