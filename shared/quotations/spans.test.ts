import { describe, expect, test } from 'vitest'
import { findQuotations } from './find-quotations.ts'
import type { QuotationLanguage } from './quotation.ts'

function spans(text: string, language: QuotationLanguage): string[] {
  return findQuotations(text, language)
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ exact }) => exact)
}

describe('marks', () => {
  test.each<[string, QuotationLanguage, string]>([
    ['“We will wait,” said Ada Quill.', 'en', 'We will wait,'],
    ['"We will wait," said Ada Quill.', 'en', 'We will wait,'],
    ['‘We will wait,’ said Ada Quill.', 'en', 'We will wait,'],
    ["'We will wait,' said Ada Quill.", 'en', 'We will wait,'],
    ['“We will wait,’’ said Ada Quill.', 'en', 'We will wait,'],
    ['„Wir warten“, sagte Anna Petersen.', 'de', 'Wir warten'],
    ['»Wir warten«, sagte Anna Petersen.', 'de', 'Wir warten'],
    ['«Wir warten», sagte Anna Petersen.', 'de', 'Wir warten'],
    ['›Wir warten‹, sagte Anna Petersen.', 'de', 'Wir warten'],
    ['« Nous attendons », dit Anne Perrier.', 'fr', 'Nous attendons'],
    ['» Nous attendons « , dit Anne Perrier.', 'fr', 'Nous attendons'],
    ['«Мы ждём», — сказал Иван Глухов.', 'ru', 'Мы ждём'],
    ['"Мы ждём", - сказал Иван Глухов.', 'ru', 'Мы ждём'],
    ['„Ми чекаємо“, — сказав Назар Тихий.', 'uk', 'Ми чекаємо'],
  ])('%s', (text, language, words) => {
    expect(spans(text, language)).toEqual([words])
  })

  test('an apostrophe opens and closes nothing', () => {
    expect(spans('‘I can’t see the workers’ boats,’ said Ada Quill.', 'en')).toEqual([
      'I can’t see the workers’ boats,',
    ])
    expect(spans("It's the '90s again in the Quills' harbour, and it's raining.", 'en')).toEqual([])
  })

  test('a mark after a number is a sign for inches', () => {
    expect(spans('The 12" mast broke. "We will wait," said Ada Quill.', 'en')).toEqual(['We will wait,'])
  })

  test('quotations inside a quotation belong to it', () => {
    expect(spans('“She told me ‘never again’ and “I mean it” and left,” said Ada Quill.', 'en')).toEqual([
      'She told me ‘never again’ and “I mean it” and left,',
    ])
    expect(spans('«Это люди «Тихого плёса», — сказал Иван Глухов.', 'ru')).toEqual(['Это люди «Тихого плёса'])
  })
})

describe('longer quotations', () => {
  const paragraphs = 'Ada Quill said: “We will wait.\n\n“We have waited before.\n\n“We know how to wait.”'

  test('go on over paragraphs that repeat the opening mark, as one utterance of one speaker', () => {
    const found = findQuotations(paragraphs, 'en')
    expect(found.map(({ exact }) => exact)).toEqual([
      'We will wait.',
      'We have waited before.',
      'We know how to wait.',
    ])
    expect(new Set(found.map(({ group }) => group)).size).toBe(1)
    expect(new Set(found.map(({ speaker }) => speaker))).toEqual(new Set(['Ada Quill']))
  })

  test('go on over paragraphs that repeat no mark', () => {
    expect(spans('Иван Глухов заявил: «Мы ждём.\nМы ждали и раньше.\nМы умеем ждать».', 'ru')).toEqual([
      'Мы ждём.',
      'Мы ждали и раньше.',
      'Мы умеем ждать',
    ])
  })

  test('are one utterance when their attribution splits them', () => {
    const found = findQuotations('“We will wait,” she said, “and then we will sail.” Ada Quill left.', 'en')
    expect(found.map(({ exact }) => exact)).toEqual(['We will wait,', 'and then we will sail.'])
    expect(new Set(found.map(({ group }) => group)).size).toBe(1)
  })

  test('leave out an attribution set inside their marks', () => {
    expect(spans('«Мы ждём, — сказал Иван Глухов. — А потом поплывём».', 'ru')).toEqual([
      'Мы ждём',
      'А потом поплывём',
    ])
    expect(
      spans('« Nous attendons, explique Anne Perrier, directrice du port. Et puis nous partirons. »', 'fr'),
    ).toEqual(['Nous attendons', 'Et puis nous partirons.'])
  })

  test('begin after a dash, and end at the dash of their attribution', () => {
    expect(spans('— Мы ждём, — сказал Иван Глухов. — А потом поплывём.', 'ru')).toEqual([
      'Мы ждём',
      'А потом поплывём.',
    ])
    expect(spans('– Ми чекаємо, – каже Назар Тихий, який живе над річкою.', 'uk')).toEqual(['Ми чекаємо'])
  })
})

describe('what is no quotation', () => {
  test.each<[string, QuotationLanguage]>([
    ['The film “The Quiet Ferry” opened on Friday.', 'en'],
    ['The so-called “river question” worries the port.', 'en'],
    ['The “Boats first” campaign did not please Ada Quill.', 'en'],
    ['He was charged with “conspiracy to move a boat”.', 'en'],
    ['Газета «Речной вестник» вышла в среду.', 'ru'],
    ['Компания «Тихий плёс» построила пароход.', 'ru'],
    ['Ему вменяется «сговор с целью угона парохода» и «сговор с целью угона лодки».', 'ru'],
    ['У «столиці» річки знову дощ.', 'uk'],
    ['Le film « Le Dernier Cep » a été projeté.', 'fr'],
    ['Il est poursuivi pour « vol de bateau commis en réunion la nuit ».', 'fr'],
    ['Die Zeitschrift „Flussbote“ erschien am Mittwoch.', 'de'],
    ['- First point;\n- Second point;', 'en'],
    ['— первый пункт;\n— второй пункт;', 'ru'],
  ])('%s', (text, language) => {
    expect(spans(text, language)).toEqual([])
  })
})

describe('kinds', () => {
  test('a fragment built into the sentence is partial, a sentence of its own direct', () => {
    const [fragment, sentence] = findQuotations(
      'Ada Quill called it “a waste of rope”. “We will wait,” she said.',
      'en',
    )
    expect(fragment?.kind).toBe('partial')
    expect(sentence?.kind).toBe('direct')
  })

  test('the reading that found the speaker is named, with the words it read', () => {
    const [quotation] = findQuotations('“We will wait,” said Mayor Helen Marwick.', 'en')
    expect(quotation).toMatchObject({ rule: 'said-after', cue: 'said', mention: 'Helen Marwick' })
  })

  test('confidence is higher for a clear attribution than for none', () => {
    const [clear] = findQuotations('“We will wait,” said Ada Quill.', 'en')
    const [bare] = findQuotations('Ada Quill came home.\n“We will wait for as long as it takes.”', 'en')
    expect(clear?.confidence ?? 0).toBeGreaterThan(bare?.confidence ?? 1)
  })
})
