import { describe, expect, it } from 'vitest'
import { parseDateRange } from './parse-date-range.ts'
import { parseQuery } from './parse-query.ts'
import type { QueryTerm } from './query.ts'

/** A term in short: "…" for a phrase, * for an open end, title: for the title alone, + between words all required. */
function brief(term: QueryTerm): string {
  const text = term.kind === 'phrase' ? `"${term.words.join(' ')}"` : term.words.join('+')
  return `${term.inTitle ? 'title:' : ''}${text}${term.open ? '*' : ''}`
}

function terms(text: string, asYouType = false): string {
  const query = parseQuery(text, { asYouType })
  const groups = query.groups.map((group) => group.map(brief).join('|'))
  return [...groups, ...query.excluded.map((term) => `-${brief(term)}`)].join(' ')
}

function problemCodes(text: string): string[] {
  return parseQuery(text).problems.map((problem) => problem.code)
}

describe('words of a query', () => {
  it.each([
    ['Peace Переговори', 'peace переговори'],
    ['"Security  Guarantees" treaty', '"security guarantees" treaty'],
    ['«гарантії безпеки» “two words”', '"гарантії безпеки" "two words"'],
    ['guarant* "prime min"*', 'guarant* "prime min"*'],
    ['peace -war -"hot war" −тиск', 'peace -war -"hot war" -тиск'],
    ['truce OR ceasefire talks', 'truce|ceasefire talks'],
    ['truce | cease-fire', 'truce|cease+fire'],
    ['or OR talks', 'or|talks'],
    ['title:truce title:"peace plan"', 'title:truce title:"peace plan"'],
    ["cease-fire об'єкт l’accord", 'cease+fire обєкт l+accord'],
    ['https://example.org/a 12:30', 'https+example+org+a 12+30'],
    ['- * OR', ''],
    ['"unclosed phrase', '"unclosed phrase"'],
    ['a"b c"d', 'a "b c" d'],
  ])('reads %s', (text, expected) => {
    expect(terms(text)).toBe(expected)
  })

  it('takes the word at the caret as a beginning while typing, and only that word', () => {
    expect(terms('peace negot', true)).toBe('peace negot*')
    expect(terms('peace negot ', true)).toBe('peace negot')
    expect(terms('"peace negot', true)).toBe('"peace negot"*')
    expect(terms('"peace negot"', true)).toBe('"peace negot"')
    expect(terms('cease-fi', true)).toBe('cease+fi*')
    expect(terms('(peace)', true)).toBe('peace')
  })

  it('says where each term stands in the text', () => {
    const text = 'a  -"b c" title:d'
    const query = parseQuery(text)
    const spans = [...query.groups.flat(), ...query.excluded].map(({ start, end }) => text.slice(start, end))
    expect(spans).toEqual(['a', 'title:d', '-"b c"'])
  })
})

describe('filters of a query', () => {
  it('reads every field, quoted or not, and negated', () => {
    const query = parseQuery(
      'topic:"Security guarantees" -actor:Мельник outlet:„Der Bote“ lang:uk,en is:inbox|quoted kind:(article|quote) ' +
        'stance:opposes date:2026-01.. clipped:2026-02',
    )
    expect(query.problems).toEqual([])
    expect(query.filters).toMatchObject([
      { field: 'topic', name: 'Security guarantees', negated: false },
      { field: 'actor', name: 'Мельник', negated: true },
      { field: 'outlet', name: 'Der Bote' },
      { field: 'lang', values: ['uk', 'en'] },
      { field: 'is', values: ['inbox', 'quoted'] },
      { field: 'kind', values: ['article', 'quote'] },
      { field: 'stance', values: ['opposes'] },
      { field: 'date', range: { from: '2026-01-01', before: null } },
      { field: 'clipped', range: { from: '2026-02-01', before: '2026-03-01' } },
    ])
    expect(query.groups).toEqual([])
  })

  it('frames the value, so that it can be completed', () => {
    const text = 'peace -topic:"Sec'
    const [filter] = parseQuery(text).filters
    expect(text.slice(filter?.valueStart, filter?.valueEnd)).toBe('"Sec')
  })

  it('searches the text of a field it does not know as words, and says so', () => {
    expect(terms('minister:yes')).toBe('minister+yes')
    expect(problemCodes('minister:yes')).toEqual(['unknown-field'])
  })

  it('leaves out a value it does not understand, and says so', () => {
    expect(problemCodes('is:open peace')).toEqual(['unknown-value'])
    expect(problemCodes('topic: peace')).toEqual(['empty-value'])
    expect(problemCodes('date:2026-13')).toEqual(['bad-date'])
    expect(problemCodes('date:2026-03..2026-01')).toEqual(['empty-range'])
    expect(terms('is:open peace')).toBe('peace')
  })

  it('says when nothing is left to find', () => {
    expect(problemCodes('-war')).toEqual(['only-excluded'])
    expect(problemCodes('?!')).toEqual(['nothing-to-find'])
    expect(problemCodes('')).toEqual([])
    expect(problemCodes('  ')).toEqual([])
  })

  it('throws at no prefix of a query, nor at noise', () => {
    const full =
      '-topic:"Security «guar» date:..2026-1 is:inbox,, ((kind:( OR | -"* title:"" lang: 😀\ud800:\u0000 a:b:c'
    for (let length = 0; length <= full.length; length++) {
      const query = parseQuery(full.slice(0, length), { asYouType: true })
      expect(query.groups.flat().every((term) => term.words.length > 0)).toBe(true)
    }
  })
})

describe('date ranges', () => {
  it.each([
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['2026-01-05..2026-02', '2026-01-05', '2026-03-01'],
    ['2026-01..', '2026-01-01', null],
    ['..2025', null, '2026-01-01'],
  ])('reads %s as from %s and before %s', (text, from, before) => {
    expect(parseDateRange(text)).toEqual({ from, before })
  })

  it.each([
    '',
    '..',
    '2026-13',
    '2026-02-30',
    '2025-02-29',
    '26',
    '2026-1',
    'May',
    '2026..2027..2028',
    '2026-0',
  ])('refuses “%s”', (text) => {
    expect(parseDateRange(text)).toBeNull()
  })
})
