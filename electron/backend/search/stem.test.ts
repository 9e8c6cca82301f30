import { describe, expect, it } from 'vitest'
import { foldText, tokenize } from '#shared/search/tokenize.ts'
import { type StemLanguage, stemCandidates, stemLanguages, stemText, textLanguages } from './stem.ts'
import { isStopWord } from './stop-words.ts'

function stemsIn(text: string, lang: string): string[] {
  const tokens = tokenize(text)
  return stemText(text, tokens, textLanguages(lang, tokens))
}

function finds(query: string, text: string, lang: string): boolean {
  const [token] = tokenize(query)
  const candidates = stemCandidates(token?.word ?? '', query)
  return stemsIn(text, lang).some((stem) => candidates.includes(stem))
}

describe('word forms', () => {
  it.each([
    ['negotiation', 'They were negotiating, in negotiations without end.', 'en'],
    ['guarantee', 'Nobody guaranteed a thing.', 'en'],
    ['ceasefires', 'The ceasefire held for a week.', 'en'],
    ['négociation', 'Les négociations ont repris.', 'fr'],
    ['accorder', 'Une trêve accordée par la commission', 'fr'],
    ['européenne', 'les dirigeants européens', 'fr'],
    ['Verhandlung', 'Die Verhandlungen wurden vertagt.', 'de'],
    ['Vertrag', 'Zwei Verträge liegen vor.', 'de'],
    ['Grenzen', 'an der Grenze', 'de'],
    ['безпека', 'гарантії безпеки', 'uk'],
    ['договір', 'проєкт договору', 'uk'],
    ['переговоры', 'итоги переговоров', 'ru'],
    ['гарантия', 'обмен гарантиями', 'ru'],
    ['войска', 'отвод войск', 'ru'],
  ])('%s is found in “%s”', (query, text, lang) => {
    expect(finds(query, text, lang)).toBe(true)
  })

  it('are found when typed without accents', () => {
    expect(finds('negociations', 'La négociation', 'fr')).toBe(true)
    expect(finds('accordee', 'la trêve accordée', 'fr')).toBe(true)
    expect(finds('Vertrage', 'der Vertrag', 'de')).toBe(true)
    expect(finds('елка', 'под ёлкой', 'ru')).toBe(true)
  })

  it('are not joined across languages by letters a language does not have', () => {
    expect(finds('рік', 'тяжёлый рок', 'ru')).toBe(false)
    expect(finds('рік', 'торік і наступного року', 'uk')).toBe(true)
  })

  it('are looked up only in the languages named', () => {
    expect(stemCandidates('nation', 'nation', ['de'])).toEqual(['dnation'])
    expect(stemCandidates('nation', 'nation', ['pl'])).toEqual([])
  })
})

describe('the languages of a text', () => {
  it('follow its tag, and for the other script its words', () => {
    const tokens = tokenize('Le ministre a dit : «Это решение окончательное, мы не отступим».')
    expect(textLanguages('fr-CA', tokens)).toEqual({ latin: 'fr', cyrillic: 'ru' })
    expect(textLanguages('uk', tokens)).toEqual({ latin: 'en', cyrillic: 'uk' })
  })

  it.each([
    ['The talks were held in the capital and they ended late.', 'en', 'uk'],
    ['Les discussions ont été longues et les parties se sont séparées dans la nuit.', 'fr', 'uk'],
    ['Die Gespräche wurden nach der Pause nicht mehr aufgenommen.', 'de', 'uk'],
    ['Сторони домовилися про наступну зустріч.', 'en', 'uk'],
    ['Стороны договорились о следующей встрече, объявил посредник.', 'en', 'ru'],
  ])('are guessed where the tag is missing: %s', (text, latin, cyrillic) => {
    expect(textLanguages('', tokenize(text))).toEqual({ latin, cyrillic })
  })

  it('leave a language without a stemmer without stems', () => {
    expect(stemsIn('Rozmowy pokojowe', 'pl')).toEqual([])
    expect(stemsIn('Мирни преговори', 'bg')).toEqual([])
  })
})

describe('stop words', () => {
  it('are written as they are folded, in each list', () => {
    const sample: Record<StemLanguage, string> = {
      en: 'the',
      fr: 'été',
      de: 'für',
      uk: 'їхній його',
      ru: 'ещё',
    }
    for (const language of stemLanguages) {
      expect(
        foldText(sample[language])
          .split(' ')
          .some((word) => isStopWord(word, language)),
      ).toBe(true)
    }
  })

  it('have no stem', () => {
    expect(stemsIn('the talks of the day', 'en')).toEqual(['etalk', 'eday'])
  })
})
