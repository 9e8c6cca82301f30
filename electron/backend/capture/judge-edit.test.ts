import { describe, expect, it } from 'vitest'
import { announcesCorrection } from './correction-notice.ts'
import { isHeadlineChanged, judgeEdit } from './judge-edit.ts'

const text = 'Four states agreed on the lock.\nThe limit is 2,400 tonnes.\nTalks go on in May.'
const changed = text.replace('2,400', '1,800')
const before = {
  text,
  title: 'Lock to open',
  modifiedAt: '2026-03-05T08:00:00Z',
  capturedAt: '2026-03-07T10:00:00.000Z',
}
const after = { text: changed, title: 'Lock to open', modifiedAt: before.modifiedAt }

describe('An edit is silent', () => {
  it('where the date of modification stays, is not given, or is older than the earlier capture without moving', () => {
    expect(judgeEdit(before, after)).toBe('silent')
    expect(judgeEdit(before, { ...after, modifiedAt: null })).toBe('silent')
    expect(judgeEdit({ ...before, modifiedAt: null }, { ...after, modifiedAt: '2026-03-05' })).toBe('silent')
  })

  it('also where only the headline is another', () => {
    expect(judgeEdit(before, { ...after, text, title: 'Lock to open at night' })).toBe('silent')
  })

  it('also where an old notice of correction stands elsewhere in the text', () => {
    const notice = '\nCorrection: an earlier version of this article named another month.'
    expect(judgeEdit({ ...before, text: text + notice }, { ...after, text: changed + notice })).toBe('silent')
  })
})

describe('An edit is announced', () => {
  it('by a date of modification that moved, or that is not before the earlier capture, as exact as it is', () => {
    for (const modifiedAt of ['2026-03-05T08:00:01Z', '2026-03-07T12:00:00+01:00', '2026-03-07', '2026-03'])
      expect(judgeEdit(before, { ...after, modifiedAt })).toBe('announced')
    expect(judgeEdit({ ...before, modifiedAt: null }, { ...after, modifiedAt: '2026-03-07' })).toBe(
      'announced',
    )
  })

  it('by a notice that the text was given', () => {
    const notice = '\nThis article was amended on 8 March: the limit is 1,800 tonnes.'
    expect(judgeEdit(before, { ...after, text: changed + notice })).toBe('announced')
  })
})

it('Another case, mark or space is no edit', () => {
  const retouched = text.replace('lock.', '“Lock” …').replace('Talks', 'TALKS')
  expect(judgeEdit(before, { ...after, text: retouched })).toBe('form')
})

it('A headline that is not known is not called changed', () => {
  expect(isHeadlineChanged(null, 'Lock')).toBe(false)
  expect(isHeadlineChanged('The lock', 'THE LOCK')).toBe(false)
  expect(isHeadlineChanged('The lock', 'The gate')).toBe(true)
})

describe('Notices of correction are told from sentences about corrections', () => {
  it.each([
    'CORRECTION: The limit is lower.',
    'Updated on 8 March with a comment.',
    'Editor’s note: the name was misspelt.',
    'An earlier version of this story gave another date.',
    'Korrektur: Das Limit liegt niedriger.',
    'In einer früheren Version stand ein anderer Monat.',
    'Mise à jour du 8 mars : le nom a été ajouté.',
    'Une version précédente de cet article citait un autre mois.',
    'Оновлено: додано коментар міністра.',
    'У попередній версії новини було вказано інший місяць.',
    'Исправлено: министр говорил о другом сроке.',
    'В предыдущей версии статьи был указан другой месяц.',
  ])('%s', (paragraph) => expect(announcesCorrection(paragraph)).toBe(true))

  it.each([
    'The market saw a correction of four per cent.',
    'Updated rules for inland shipping come into force in June.',
    'The ministers corrected the minutes of the last round.',
    'Der Minister korrigierte seine Zahlen.',
    'Міністр уточнив позицію делегації.',
    'Обновленный мост откроют в мае.',
  ])('%s', (paragraph) => expect(announcesCorrection(paragraph)).toBe(false))
})
