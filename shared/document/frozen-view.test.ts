import { expect, test } from 'vitest'
import { frozenLimits, requestOf, showsSame } from '../domain/frozen-view.ts'
import { frozenMatrix, frozenNode, frozenTimeline, idOf } from './frozen-view.fixture.ts'
import { dossierReferences, dossierText, parseDossierDocument } from './parse-dossier.ts'
import { timelineDrawing } from './timeline-drawing.ts'

const documentOf = (...content: unknown[]) => ({ type: 'doc', content })
const refusal = (view: unknown, caption: unknown = '') => {
  try {
    parseDossierDocument(documentOf({ type: 'frozenView', attrs: { view, caption } }))
    return null
  } catch (error) {
    return (error as { code: string; message: string }).message
  }
}

test('frozen views are read, and their stored form is read as the same', () => {
  const json = documentOf(frozenNode(frozenMatrix, 'Where they stand'), frozenNode(frozenTimeline))
  const document = parseDossierDocument(json)
  expect(parseDossierDocument(document.toJSON()).eq(document)).toBe(true)
  expect(document.toJSON()).toEqual(json)
})

test('the text of a dossier has a frozen view row by row, in words that every language can compare', () => {
  const document = parseDossierDocument(
    documentOf(frozenNode(frozenMatrix, 'Where they stand'), frozenNode(frozenTimeline)),
  )
  expect(dossierText(document).split('\n')).toEqual([
    'Where they stand',
    '2026-03-10',
    'Coast League: Water ▲ 4, Monthly | data ◆ 1',
    'Upper States & Co: Water ▼ ! 2',
    'اتحاد النهر: Monthly | data ○ 1',
    'Coast League: 2026-01-01 ▲2 ▼1, 2026-03-01 ◆1 ○1',
    'Upper States & Co: 2026-01-01 ▼5',
  ])
})

test('a dossier names whom and what its frozen views are about, and not the quotes behind them', () => {
  const document = parseDossierDocument(documentOf(frozenNode(frozenMatrix), frozenNode(frozenTimeline)))
  expect(dossierReferences(document)).toEqual([
    ...[11, 12, 13].map((number) => ({ kind: 'actor', id: idOf(number) })),
    ...[1, 2].map((number) => ({ kind: 'topic', id: idOf(number) })),
  ])
})

test('what is no frozen view is refused, with the reason', () => {
  expect(refusal(frozenMatrix)).toBeNull()
  expect(refusal({ ...frozenMatrix, kind: 'network' })).toContain(
    'a frozen view of the kind "network", which this version does not know',
  )
  expect(refusal({ ...frozenMatrix, html: '<b>' })).toContain('html')
  expect(refusal({ ...frozenMatrix, frozenAt: 'yesterday' })).toContain('frozenAt')
  expect(refusal({ ...frozenMatrix, filter: { from: '2026-13' } })).toContain('filter.from')
  expect(refusal({ ...frozenMatrix, actors: frozenMatrix.actors.slice(0, 1) })).toContain('outside')
  expect(refusal({ ...frozenMatrix, cells: [{ ...frozenMatrix.cells[0], stance: 'for' }] })).toContain(
    'cells.0.stance',
  )
  expect(refusal({ ...frozenMatrix, topics: [{ id: idOf(1), name: 'a\0b', under: [] }] })).toContain('topics')
  const { asOf: _, ...incomplete } = frozenMatrix
  expect(refusal(incomplete)).toContain('asOf')
  expect(refusal(null)).toContain('frozen view')
  expect(refusal(undefined)).not.toBeNull()
  expect(refusal(frozenMatrix, 'two\nlines')).not.toBeNull()
})

test('a frozen view has a size that it may not be larger than', () => {
  const name = 'x'.repeat(2000)
  const many = Array.from({ length: 40 }, (_, at) => ({ id: idOf(at + 100), name, bins: [] }))
  expect(refusal({ ...frozenTimeline, lanes: [...many, ...many] })).toContain('lanes')
  const under = Array.from({ length: 50 }, () => name)
  const topics = Array.from({ length: 20 }, (_, at) => ({ id: idOf(at), name, under }))
  expect(JSON.stringify(topics).length).toBeGreaterThan(frozenLimits.json)
  expect(refusal({ ...frozenMatrix, topics })).toContain('too large')
})

test('a frozen view can be asked for anew, and is compared without when it was frozen and how it is turned', () => {
  expect(requestOf(frozenMatrix)).toEqual({
    kind: 'matrix',
    filter: { from: '2025', outlets: ['River <Post>'], topicId: idOf(1) },
    by: 'party',
    asOf: '2026-03-10',
  })
  expect(requestOf(frozenTimeline)).toEqual({ kind: 'timeline', filter: {}, rows: 'party' })
  expect(
    showsSame(frozenMatrix, { ...frozenMatrix, frozenAt: '2026-04-01T00:00:00.000Z', rows: 'topics' }),
  ).toBe(true)
  expect(showsSame(frozenMatrix, { ...frozenMatrix, cells: frozenMatrix.cells.slice(1) })).toBe(false)
})

test('the drawing of a timeline stays within its borders, supports above the middle of a lane and opposes below', () => {
  const { width, height, pieces } = timelineDrawing(frozenTimeline, (day) => day)
  const areas = pieces.filter((piece) => piece.kind === 'area')
  for (const { x, y, width: wide, height: tall } of areas) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + wide).toBeLessThanOrEqual(width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + tall).toBeLessThanOrEqual(height)
  }
  const [supports, opposes] = ['supports', 'opposes'].map((role) => areas.find((area) => area.role === role))
  expect((supports?.y ?? 0) + (supports?.height ?? 0)).toBeLessThan(opposes?.y ?? 0)
  expect(areas.filter(({ role }) => role === 'round')).toHaveLength(1)
})
