import { expect, it } from 'vitest'
import type { Revision } from '#shared/domain/article.ts'
import { editNotes, headlinesOf } from './edit-notes.ts'

function revision(number: number, title: string | null, edit: Revision['edit']): Revision {
  const facts = {
    articleId: 'a',
    capturedAt: '',
    sha256: '',
    originalBytes: 0,
    originalKept: true,
    wordCount: 0,
    warnings: [],
  }
  return { id: `r${number}`, number, title, edit, modifiedAt: null, originalKind: 'html', ...facts }
}

it('A revision says how it was edited, and that its headline is another where both are known', () => {
  const revisions = [
    revision(1, null, null),
    revision(2, 'Lock to open', 'announced'),
    revision(3, 'Lock to open at night', 'silent'),
    revision(4, 'Lock to open at night', 'form'),
  ]
  expect(revisions.map((one) => editNotes(revisions, one))).toEqual([
    [],
    ['announced'],
    ['silent', 'headline'],
    ['form'],
  ])
  const [, second, , last] = revisions
  if (second === undefined || last === undefined) throw new Error('There are four.')
  expect(headlinesOf(revisions, last, second)).toEqual({
    old: 'Lock to open',
    fresh: 'Lock to open at night',
  })
})
