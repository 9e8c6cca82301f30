import { expect, test } from 'vitest'
import type { Position } from '#shared/domain/analysis.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { cellOf, columnsOf, dissent, freshnessOf, indexPositions, rowsOf } from './matrix-model.ts'

const topic = (id: string, parentId: string | null): Topic => ({
  id,
  parentId,
  name: id,
  aliases: [],
  description: '',
  status: 'open',
  colour: 0,
  position: 0,
  quoteCount: 0,
})
const position = (actorId: string, topicId: string, stance: Stance, more?: Partial<Position>): Position => ({
  actorId,
  topicId,
  stance,
  conflict: false,
  trend: 'new',
  redLine: false,
  strength: null,
  recent: { supports: 0, opposes: 0, conditional: 0, neutral: 0, [stance]: 1 },
  utterances: 1,
  latest: '2026-03-05',
  age: 0,
  ...more,
})
const topics = [topic('water', null), topic('flow', 'water'), topic('dam', 'water'), topic('border', null)]
const positions = indexPositions([
  position('a', 'flow', 'opposes', { redLine: true, utterances: 4 }),
  position('a', 'dam', 'supports'),
  position('b', 'border', 'neutral'),
])

test('an open topic is a heading where nothing is said of itself, and a topic without words is a gap', () => {
  const [water, flow, dam, border] = rowsOf(topics, new Set(['water']))
  expect([water, flow, dam, border].map((row) => row && cellOf(row, 'a', positions).kind)).toEqual([
    'heading',
    'position',
    'position',
    'gap',
  ])
})

test('a folded topic sums up what is said below it, from support to opposition', () => {
  const rows = rowsOf(topics, new Set())
  expect(rows.map(({ node }) => node.id)).toEqual(['water', 'border'])
  expect(rows[0] && cellOf(rows[0], 'a', positions)).toEqual({
    kind: 'sum',
    stances: ['supports', 'opposes'],
    redLine: true,
    utterances: 5,
  })
  expect(rows[0] && cellOf(rows[0], 'b', positions)).toEqual({ kind: 'gap' })
})

test('who was quoted most comes first, and who never was comes last', () => {
  const ever = [position('b', 'flow', 'neutral'), position('a', 'flow', 'neutral', { utterances: 3 })]
  const silent = [
    { id: 'z', name: 'Zeta' },
    { id: 'a', name: 'A' },
  ]
  const columns = columnsOf(ever, silent, (id) => id.toUpperCase(), 'en')
  expect(columns).toEqual([
    { id: 'a', name: 'A', utterances: 3 },
    { id: 'b', name: 'B', utterances: 1 },
    { id: 'z', name: 'Zeta', utterances: 0 },
  ])
})

test('dissent is what else was said in the deciding time, neutral words aside', () => {
  const recent = { supports: 3, opposes: 2, conditional: 1, neutral: 5 }
  expect(dissent(position('a', 'flow', 'supports', { recent }))).toEqual(['opposes', 'conditional'])
})

test('evidence ages in steps of one, three and six months, and without a date it is old', () => {
  expect([0, 30, 31, 90, 91, 180, 181, null].map(freshnessOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
})
