import { describe, expect, test } from 'vitest'
import { findQuotations } from './find-quotations.ts'
import type { QuotationLanguage } from './quotation.ts'

describe('reported speech is offered where a cue says so', () => {
  test.each<[string, QuotationLanguage, string, string]>([
    [
      'Ada Quill said that the boats would wait until spring.',
      'en',
      'the boats would wait until spring',
      'Ada Quill',
    ],
    [
      'Ada Quill said the boats would wait until spring.',
      'en',
      'the boats would wait until spring',
      'Ada Quill',
    ],
    [
      'The boats would wait until spring, Ada Quill said.',
      'en',
      'The boats would wait until spring',
      'Ada Quill',
    ],
    [
      'According to Ada Quill, the boats would wait until spring.',
      'en',
      'the boats would wait until spring',
      'Ada Quill',
    ],
    ['Назар Тихий заявив, що човни чекатимуть до весни.', 'uk', 'човни чекатимуть до весни', 'Назар Тихий'],
    [
      'За словами Назара Тихого, човни чекатимуть до весни.',
      'uk',
      'човни чекатимуть до весни',
      'Назара Тихого',
    ],
    [
      'Иван Глухов сообщил, что лодки будут ждать до весны.',
      'ru',
      'лодки будут ждать до весны',
      'Иван Глухов',
    ],
    [
      'Как пояснил Иван Глухов, лодки будут ждать до весны.',
      'ru',
      'лодки будут ждать до весны',
      'Иван Глухов',
    ],
    [
      'Anne Perrier a affirmé que les bateaux attendraient le printemps.',
      'fr',
      'les bateaux attendraient le printemps',
      'Anne Perrier',
    ],
    [
      'Anna Petersen sagte, dass die Boote bis zum Frühling warten.',
      'de',
      'dass die Boote bis zum Frühling warten',
      'Anna Petersen',
    ],
  ])('%s', (text, language, words, speaker) => {
    const [reported, ...others] = findQuotations(text, language)
    expect(others).toEqual([])
    expect(reported).toMatchObject({ kind: 'indirect', exact: words, speaker })
  })

  test('a name between commas is not taken for reported words', () => {
    expect(findQuotations('The old harbour judge of Brookhaven, Ada Quill, recalls.', 'en')).toEqual([])
  })

  test('a sentence that quotes is not reported a second time', () => {
    const found = findQuotations('Ada Quill said that the boats “would wait until spring”.', 'en')
    expect(found.map(({ kind }) => kind)).toEqual(['partial'])
  })
})
