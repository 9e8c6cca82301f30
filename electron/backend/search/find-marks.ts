import type { QueryTerm, SearchQuery } from '#shared/search/query.ts'
import { tokensOf } from '#shared/search/tokenize.ts'
import { shortestPrefix } from './build-match.ts'
import { stemCandidates } from './stem.ts'

/** A stretch of a text that a term of the query matches, [start, end) in UTF-16 offsets; `term` tells terms apart. */
export type Mark = { start: number; end: number; term: number }

/** Finds in texts what a query matches there, as the index would: exact words in phrases, forms and beginnings elsewhere. */
export interface MarkFinder {
  /** In order and without overlaps, one at a time. `lang` is the text's BCP 47 tag, or empty. */
  inTitle(title: string, lang: string): Generator<Mark>
  inText(text: string, lang: string): Generator<Mark>
}

type WordTest = { word: string; isPrefix: boolean; stems: Set<string> }
type Matcher = { tests: WordTest[]; inTitle: boolean }
type Word = { word: string; stems: string[]; start: number; end: number }

export function createMarkFinder({ groups }: SearchQuery): MarkFinder {
  const matchers = groups.flat().flatMap(matchersOf)
  const forTexts = matchers.filter((matcher) => !matcher.inTitle)
  const stemmers = new Map<string, Stemmer>()
  const stemmerOf = (lang: string) => {
    const known = stemmers.get(lang) ?? createStemmer(languagesIn(lang))
    stemmers.set(lang, known)
    return known
  }
  return {
    inTitle: (title, lang) => findMarks(title, matchers, stemmerOf(lang)),
    inText: (text, lang) => findMarks(text, forTexts, stemmerOf(lang)),
  }
}

type Stemmer = (word: string, written: string) => string[]

/** Remembers the stems of each word: the texts that a search shows have most of their words in common. */
function createStemmer(languages: string[] | null): Stemmer {
  const known = new Map<string, string[]>()
  return (word, written) => {
    const stems = known.get(written) ?? stemCandidates(word, written, languages)
    known.set(written, stems)
    return stems
  }
}

/** A phrase is one matcher of several words; the words of a hyphenated term are looked for each by itself. */
function matchersOf(term: QueryTerm): Matcher[] {
  const { words, written, kind, open, inTitle } = term
  const tests = words.map((word, index): WordTest => {
    const stems = kind === 'phrase' ? [] : stemCandidates(word, written[index] ?? word)
    const isPrefix = open && index === words.length - 1 && word.length >= shortestPrefix
    return { word, isPrefix, stems: new Set(stems) }
  })
  return kind === 'phrase' ? [{ tests, inTitle }] : tests.map((test) => ({ tests: [test], inTitle }))
}

function* findMarks(text: string, matchers: Matcher[], stemsOf: Stemmer): Generator<Mark> {
  if (matchers.length === 0) return
  const longest = Math.max(...matchers.map(({ tests }) => tests.length))
  const recent: Word[] = []
  let marked = 0
  for (const { word, start, end } of tokensOf(text)) {
    recent.push({ word, start, end, stems: stemsOf(word, text.slice(start, end)) })
    if (recent.length > longest) recent.shift()
    const term = matchers.findIndex(({ tests }) => {
      const from = recent.length - tests.length
      return (
        (recent[from]?.start ?? -1) >= marked &&
        tests.every((test, index) => passes(test, recent[from + index]))
      )
    })
    const matcher = matchers[term]
    if (!matcher) continue
    yield { start: recent[recent.length - matcher.tests.length]?.start ?? start, end, term }
    marked = end
  }
}

function passes({ word, isPrefix, stems }: WordTest, found: Word | undefined): boolean {
  if (!found) return false
  if (found.word === word || (isPrefix && found.word.startsWith(word))) return true
  return found.stems.some((stem) => stems.has(stem))
}

/** The text's language for its own script, any for the other; null when the language is not known. */
function languagesIn(lang: string): string[] | null {
  const language = lang.toLowerCase().split('-')[0] ?? ''
  if (['en', 'fr', 'de'].includes(language)) return [language, 'uk', 'ru']
  return ['uk', 'ru'].includes(language) ? [language, 'en', 'fr', 'de'] : null
}
