import type { TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { dossierReferences, dossierText, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { frozenMatrix } from '#shared/document/frozen-view.fixture.ts'
import { noLinkDetails } from '#shared/domain/link.ts'
import { noAttribution } from '#shared/domain/quote.ts'
import { fillTemplate, type TemplateData, templateIds } from './templates.ts'

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [water, dam, mayor, envoy] = [1, 2, 3, 4].map(id) as [string, string, string, string]

function quote(n: number, over: Partial<QuoteRow> = {}): QuoteRow {
  return {
    ...noAttribution,
    id: id(100 + n),
    articleId: id(50),
    revisionId: id(51),
    exact: `words ${n}`,
    prefix: '',
    suffix: '',
    start: 0,
    end: 7,
    page: null,
    speakerId: mayor,
    saidOn: `2026-03-0${n}`,
    links: [{ ...noLinkDetails, id: id(200 + n), topicId: water, stance: 'supports', coderId: null }],
    translations: [],
    utteranceId: null,
    roundId: null,
    comment: null,
    anchor: { revisionId: id(51), outcome: 'same', how: 'marked', start: 0, end: 7, score: 1 },
    createdAt: '2026-03-09T00:00:00.000Z',
    updatedAt: '2026-03-09T00:00:00.000Z',
    articleTitle: 'Flow',
    outlet: 'The Lantern',
    publishedAt: '2026-03-09',
    url: null,
    lang: 'en',
    ...over,
  }
}

const round = {
  id: id(300),
  name: 'Second round',
  fromOn: '2026-03-05',
  untilOn: null,
  place: 'the bridge',
  participantIds: [mayor, envoy],
  agendaIds: [water, dam],
  note: '',
  quoteCount: 0,
  articleCount: 0,
}

const data: TemplateData = {
  t: ((key: string) => key) as unknown as TFunction,
  date: (day) => day,
  actor: (one) => ({ id: one, name: one === mayor ? 'Mayor' : 'Envoy' }),
  topicName: (one) => (one === water ? 'Water' : 'Dam'),
  quotes: [
    quote(3, {
      links: [
        {
          ...noLinkDetails,
          id: id(203),
          topicId: water,
          stance: 'conditional',
          coderId: null,
          condition: 'if the dam opens',
          byDate: '2026-04',
        },
      ],
    }),
    quote(2, { speakerId: envoy }),
    quote(1, { speakerId: null }),
  ],
  rounds: [round],
  topicId: water,
  round,
  from: '2026-03-01',
  until: '2026-03-31',
}

const filled = (template: (typeof templateIds)[number], over: Partial<TemplateData> = {}) =>
  parseDossierDocument(fillTemplate(template, { ...data, ...over }))

describe.each(templateIds)('%s', (template) => {
  test('makes a document that a dossier may hold, also of an empty notebook', () => {
    expect(filled(template).childCount).toBeGreaterThan(0)
    expect(filled(template, { quotes: [], rounds: [] }).childCount).toBeGreaterThan(0)
  })
})

test('a chronology goes from the first day to the last, rounds among the quotes', () => {
  // The first line says the period.
  const words = dossierText(filled('chronology')).split('\n').slice(1)
  const places = [
    '2026-03-01',
    'words 1',
    '2026-03-02',
    'words 2',
    '2026-03-03',
    'words 3',
    '2026-03-05',
    'Second round',
  ].map((part) => words.findIndex((line) => line.startsWith(part)))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
})

test('a position paper names everybody who spoke, with the stance of the last words', () => {
  const document = filled('position')
  const named = dossierReferences(document).filter(({ kind }) => kind === 'actor')
  expect(named.map((one) => one.id).sort()).toEqual([mayor, envoy].sort())
  expect(dossierText(document)).toContain('quotes.stance.conditional (2026-03-03)')
  expect(dossierText(document)).toContain('if the dam opens')
})

test('a meeting has its agenda, and the last position of everybody on each item', () => {
  const document = filled('meeting')
  const words = dossierText(document)
  expect(words).toContain('Second round (2026-03-05, the bridge)')
  expect(words).toContain('Mayor: quotes.stance.conditional (2026-03-03)')
  expect(words).toContain('Envoy: quotes.stance.supports (2026-03-02)')
  expect(dossierReferences(document)).toContainEqual({ kind: 'topic', id: dam })
})

test('a situation report and a position paper have the matrix that was frozen for them, unless it is empty', () => {
  const viewsIn = (template: 'situation' | 'position', matrix: TemplateData['matrix']) => {
    const document = parseDossierDocument(fillTemplate(template, { ...data, topicId: water, matrix }))
    return document.children.filter(({ type }) => type.name === 'frozenView')
  }
  for (const template of ['situation', 'position'] as const) {
    expect(viewsIn(template, frozenMatrix).map(({ attrs }) => attrs['view'])).toEqual([frozenMatrix])
    expect(viewsIn(template, { ...frozenMatrix, cells: [] })).toEqual([])
    expect(viewsIn(template, undefined)).toEqual([])
  }
})
