import { foldWord } from './fold-word.ts'

/** A word of a text: its folded form, and where it stands as UTF-16 offsets into the text as given. */
export type Token = { word: string; start: number; end: number }

/**
 * What a word is, for the index, for queries and for highlights alike:
 * - a run of letters, digits and marks; invisible format characters (soft hyphen, joiners, direction marks) belong to it;
 * - an apostrophe, in any spelling, joins Cyrillic letters (об'єкт is one word) and splits all others (l'accord, Ukraine's);
 * - hyphens split; a phrase finds the compound;
 * - in scripts written without spaces (Han, kana) every character is a word; a longer query is a phrase of them.
 */
const invisible = '\\u00ad\\u034f\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const apostrophe = "['`´‘’‛ʹʼ′＇]"
const letter = `[[\\p{L}\\p{N}]--[${spaceless}ʹʼ]]`
const rest = `[[\\p{L}\\p{N}\\p{M}${invisible}]--[${spaceless}ʹʼ]]`
const joined = `(?<=\\p{Script=Cyrillic}[\\p{M}${invisible}]*)${apostrophe}(?=\\p{Script=Cyrillic})`
const wordPattern = new RegExp(`[${spaceless}]\\p{M}*|${letter}(?:${rest}|${joined})*`, 'gv')

/** The words of a text in order. A run that folds to nothing is left out. */
export function tokenize(text: string): Token[] {
  return [...tokensOf(text)]
}

/** As `tokenize`, one at a time, for those who may stop before the end. */
export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(wordPattern)) {
    const word = foldWord(match[0])
    if (word !== '') yield { word, start: match.index, end: match.index + match[0].length }
  }
}

/** A text reduced to its folded words with single spaces between: the form in which names are compared. */
export function foldText(text: string): string {
  return tokenize(text)
    .map((token) => token.word)
    .join(' ')
}
