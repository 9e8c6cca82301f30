import { newStemmer } from 'snowball-stemmers'
import type { Token } from '#shared/search/tokenize.ts'
import { createMemory } from './stem-memory.ts'
import { stemUkrainian } from './stem-ukrainian.ts'
import { isStopWord } from './stop-words.ts'

/**
 * Stems stand in columns of their own, each behind one letter that names its language (`esecur`, `fsecur`; for Ukrainian `u`
 * is a noun or adjective and `v` a verb). A text is stemmed in its own language. A query does not know its language, so a
 * word is looked up with its stems in every language its letters allow; the letter in front keeps these from meeting stems
 * of another language by chance, keeps the statistics of each language apart, and lets `lang:` narrow the list.
 */
export const stemLanguages = ['en', 'fr', 'de', 'uk', 'ru'] as const
export type StemLanguage = (typeof stemLanguages)[number]

/** The language in which to stem the words of each script; null leaves them without stems. */
export type TextLanguages = { latin: StemLanguage | null; cyrillic: StemLanguage | null }

const snowball = {
  en: newStemmer('english'),
  fr: newStemmer('french'),
  de: newStemmer('german'),
  ru: newStemmer('russian'),
}

const remembered = {
  en: createMemory(),
  fr: createMemory(),
  de: createMemory(),
  uk: createMemory(),
  ru: createMemory(),
}

const latinWord = /^[a-z]+$/
const cyrillicWord = /^[\u0400-\u052f]+$/
const onlyUkrainian = /[іїє]/u
const onlyRussian = /[ыэъ]/u
const shortestStemmed = 3

/**
 * The stems of one word in one language, tagged; none for stop words, numbers and words of one or two letters.
 * `written` is the word before folding: French endings are known by their accents, so where folding changes the stem both are
 * given, and words typed without accents are found as well.
 */
export function stemsInLanguage(word: string, written: string, language: StemLanguage): readonly string[] {
  const key = language === 'fr' ? written : word
  const known = remembered[language].get(key)
  if (known !== undefined) return known
  const stems =
    word.length < shortestStemmed || isStopWord(word, language) ? [] : computeStems(word, written, language)
  remembered[language].set(key, stems)
  return stems
}

function computeStems(word: string, written: string, language: StemLanguage): string[] {
  switch (language) {
    case 'uk': {
      const { nominal, verbal } = stemUkrainian(word)
      return [...nominal.map((stem) => `u${stem}`), ...verbal.map((stem) => `v${stem}`)]
    }
    case 'fr': {
      const accented = foldLatin(snowball.fr.stem(written.toLowerCase().normalize('NFC')))
      return [...new Set([`f${snowball.fr.stem(word)}`, `f${accented}`])]
    }
    case 'en':
      return [`e${snowball.en.stem(word)}`]
    case 'de':
      return [`d${snowball.de.stem(word)}`]
    case 'ru':
      return [`r${snowball.ru.stem(word)}`]
  }
}

function foldLatin(stem: string): string {
  return stem.normalize('NFD').replace(/[^a-z]/g, '')
}

/** All stems a query word may have, by what its letters allow; with `only`, those of the named languages. */
export function stemCandidates(
  word: string,
  written: string,
  only: readonly string[] | null = null,
): string[] {
  const possible = possibleLanguages(word).filter((language) => only === null || only.includes(language))
  return [...new Set(possible.flatMap((language) => stemsInLanguage(word, written, language)))]
}

function possibleLanguages(word: string): StemLanguage[] {
  if (latinWord.test(word)) return ['en', 'fr', 'de']
  if (!cyrillicWord.test(word)) return []
  if (onlyUkrainian.test(word)) return ['uk']
  if (onlyRussian.test(word)) return ['ru']
  return ['uk', 'ru']
}

/** The stems of a text's words, in order, for the index. `text` is what the tokens' offsets point into. */
export function stemText(text: string, tokens: readonly Token[], languages: TextLanguages): string[] {
  return tokens.flatMap(({ word, start, end }) => {
    const language = latinWord.test(word)
      ? languages.latin
      : cyrillicWord.test(word)
        ? languages.cyrillic
        : null
    return language === null ? [] : stemsInLanguage(word, text.slice(start, end), language)
  })
}

/**
 * In which languages to stem a text. `lang` is its BCP 47 tag, or empty when unknown; it decides for its own script. What it
 * leaves open (a Russian quotation in a French article, a text of unknown language) is judged by the words: Cyrillic by
 * letters that only one of the two languages has, Latin by stop words.
 */
export function textLanguages(lang: string, tokens: readonly Token[]): TextLanguages {
  const base = lang.toLowerCase().split('-')[0] ?? ''
  const named = stemLanguages.find((language) => language === base) ?? null
  if (named === 'uk' || named === 'ru') return { latin: 'en', cyrillic: named }
  const isCyrillic = otherCyrillicLanguages.has(base)
  const isKnown = base !== '' && base !== 'und' && base !== 'mul'
  return {
    latin: named ?? (isKnown && !isCyrillic ? null : guessLatin(tokens)),
    cyrillic: isCyrillic ? null : guessCyrillic(tokens),
  }
}

const otherCyrillicLanguages = new Set(['be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn', 'tt', 'ba', 'ce'])

function guessCyrillic(tokens: readonly Token[]): StemLanguage {
  let balance = 0
  for (const { word } of tokens) balance += Number(onlyUkrainian.test(word)) - Number(onlyRussian.test(word))
  return balance < 0 ? 'ru' : 'uk'
}

function guessLatin(tokens: readonly Token[]): StemLanguage {
  const votes = { en: 0, fr: 0, de: 0 }
  for (const { word } of tokens) {
    for (const language of ['en', 'fr', 'de'] as const) if (isStopWord(word, language)) votes[language]++
  }
  if (votes.fr > votes.en && votes.fr >= votes.de) return 'fr'
  return votes.de > votes.en ? 'de' : 'en'
}
