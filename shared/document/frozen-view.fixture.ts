import type { FrozenMatrix, FrozenTimeline } from '../domain/frozen-view.ts'

/** An id that ends in a number. */
export const idOf = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`

const cell = { conflict: false, trend: 'new', redLine: false, strength: null, latest: null } as const

/** Three parties on two topics, one cell of each kind. */
export const frozenMatrix: FrozenMatrix = {
  kind: 'matrix',
  frozenAt: '2026-03-12T10:00:00.000Z',
  filter: { from: '2025', topic: { id: idOf(1), name: 'Water' }, outlets: ['River <Post>'] },
  by: 'party',
  asOf: '2026-03-10',
  rows: 'actors',
  actors: [
    { id: idOf(11), name: 'Coast League' },
    { id: idOf(12), name: 'Upper States & Co' },
    { id: idOf(13), name: 'اتحاد النهر' },
  ],
  topics: [
    { id: idOf(1), name: 'Water', under: [] },
    { id: idOf(2), name: 'Monthly | data', under: ['Water'] },
  ],
  cells: [
    {
      ...cell,
      ...{ actor: 0, topic: 0, stance: 'supports', strength: 3, utterances: 4, latest: '2026-03-02' },
      quoteIds: [idOf(21)],
    },
    {
      ...cell,
      ...{ actor: 0, topic: 1, stance: 'conditional', trend: 'towards', utterances: 1, conflict: true },
      quoteIds: [idOf(22)],
    },
    {
      ...cell,
      ...{ actor: 1, topic: 0, stance: 'opposes', redLine: true, utterances: 2, latest: '2026-02' },
      quoteIds: [],
    },
    { ...cell, actor: 2, topic: 1, stance: 'neutral', utterances: 1, quoteIds: [] },
  ],
  left: { actors: 2, topics: 0 },
}

export const frozenTimeline: FrozenTimeline = {
  kind: 'timeline',
  frozenAt: '2026-03-12T10:00:00.000Z',
  filter: {},
  rows: 'party',
  unit: 'month',
  lanes: [
    {
      id: idOf(11),
      name: 'Coast League',
      bins: [
        {
          start: '2026-01-01',
          stances: { supports: 2, opposes: 1, conditional: 0, neutral: 0 },
          quoteIds: [idOf(21)],
        },
        {
          start: '2026-03-01',
          stances: { supports: 0, opposes: 0, conditional: 1, neutral: 1 },
          quoteIds: [],
        },
      ],
    },
    {
      id: idOf(12),
      name: 'Upper States & Co',
      bins: [
        {
          start: '2026-01-01',
          stances: { supports: 0, opposes: 5, conditional: 0, neutral: 0 },
          quoteIds: [],
        },
      ],
    },
  ],
  rounds: [{ id: idOf(31), name: 'First <round>', fromOn: '2026-02-10', untilOn: '2026-02-12' }],
  left: 0,
}

/** As it stands in a dossier. */
export const frozenNode = (view: unknown, caption = '') => ({ type: 'frozenView', attrs: { view, caption } })
