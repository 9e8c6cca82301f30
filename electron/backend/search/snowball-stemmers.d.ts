declare module 'snowball-stemmers' {
  /** A stemmer of one language; words are lower case. Not safe for use by two callers at a time. */
  export function newStemmer(language: 'english' | 'french' | 'german' | 'russian'): {
    stem(word: string): string
  }
}
