import { expect, it } from 'vitest'
import type { Article } from '#shared/domain/article.ts'
import { changedFacts, draftOf } from './facts-draft.ts'

const article: Article = {
  id: '01900000-0000-7000-8000-000000000001',
  title: 'The dam stays shut',
  outlet: 'Meruna Post',
  byline: null,
  lang: 'en',
  publishedAt: '2026-03-05T14:30:00+02:00',
  clippedAt: '2026-03-06T08:00:00.000Z',
  status: 'inbox',
  wordCount: 5,
  quoteCount: 0,
  lostCount: 0,
  storyId: null,
  copyCount: 0,
  silentlyEdited: false,
  url: 'https://post.example/dam',
  modifiedAt: null,
  updatedAt: '2026-03-06T08:00:00.000Z',
  currentRevisionId: '01900000-0000-7000-8000-000000000002',
  revisions: [],
  provenance: {},
  noteId: null,
}

it('changes nothing, the hour of publication included, as long as nothing is written', () => {
  expect(changedFacts(article, draftOf(article))).toEqual({ id: article.id })
})

it('takes an emptied line for no value, and blanks around a value for nothing', () => {
  const draft = { ...draftOf(article), outlet: '  ', byline: ' A. Reporter ', title: `${article.title} ` }
  expect(changedFacts(article, draft)).toEqual({ id: article.id, outlet: null, byline: 'A. Reporter' })
})

it('sends another day, and an empty title, which will be refused', () => {
  expect(changedFacts(article, { ...draftOf(article), publishedOn: '2026-03', title: '' })).toEqual({
    id: article.id,
    publishedAt: '2026-03',
    title: '',
  })
})
