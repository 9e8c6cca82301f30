import type { NotebookInfo } from '#shared/domain/notebook.ts'

export const notebook: NotebookInfo = {
  id: '01920000-0000-7000-8000-000000000000',
  name: 'Harbour talks',
  path: 'harbour-talks.memoire',
  schemaVersion: 1,
  createdAt: '2026-03-05T09:00:00.000Z',
  bytes: 4_194_304,
  readOnly: true,
  readOnlyBecause: 'held',
  holder: null,
  counts: { articles: 118, quotes: 642, topics: 31, actors: 27, inbox: 7, trash: 2, lostQuotes: 1 },
}

export const topics = [
  { id: 'a', parentId: null, name: 'Harbour access', count: 42 },
  { id: 'a1', parentId: 'a', name: 'Berthing fees', count: 17 },
  { id: 'a2', parentId: 'a', name: 'Night landings', count: 9 },
  { id: 'a3', parentId: 'a', name: 'Доступ риболовецьких суден у зимовий період', count: 4 },
  { id: 'b', parentId: null, name: 'Ferry timetable', count: 12 },
  { id: 'c', parentId: null, name: 'Verification', count: 28 },
  { id: 'c1', parentId: 'c', name: 'Joint inspections', count: 11 },
  { id: 'c2', parentId: 'c', name: 'Publication of catches', count: 6 },
  { id: 'c21', parentId: 'c2', name: 'Monthly bulletin', count: 2 },
]

const titles = [
  'Islanders want berthing fees halved before the spring round',
  'Мінтранс: поромне сполучення відновлять до квітня',
  'Delegations part without a date, and with one less obstacle',
  'Le phare restera allumé, assure la commission mixte',
  '«Ми погодимося лише за умови спільних перевірок»',
  'Inspectors to board at random, draft protocol says',
]
const outlets = ['The Strait Courier', 'Гавань', 'Northern Gazette', 'La Vigie', 'Берег']

export interface SampleRow {
  id: string
  title: string
  outlet: string
  date: string
  quotes: number
}

export function sampleRow(index: number): SampleRow {
  return {
    id: `row-${index}`,
    title: `${titles[index % titles.length]}`,
    outlet: `${outlets[index % outlets.length]}`,
    date: `2026-0${(index % 8) + 1}-1${index % 9}`,
    quotes: (index * 7) % 13,
  }
}
