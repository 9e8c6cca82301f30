/** A piece of a text: a word, a number, or one sign. Offsets count UTF-16 code units, end exclusive. */
export interface Token {
  start: number
  end: number
  text: string
  lower: string
  kind: 'word' | 'number' | 'sign'
  /** Counts the lines of the text; a new line always begins a new paragraph. */
  paragraph: number
  /** Whether nothing but the start of the paragraph, or white space, stands before it. */
  spaced: boolean
}

const piece =
  /[\p{L}\p{M}]+(?:[’'ʼ][\p{L}\p{M}\p{N}]+|\p{N}+[\p{L}\p{M}]*|-[\p{L}\p{M}\p{N}]+|\.(?=\p{L}\.)\p{L})*|\p{N}+(?:[.,:]?\p{N}+)*|\n|’’|''|``|‘‘|[^\s]/gu

const letter = /^\p{L}/u

const digit = /^\p{N}/u

const elision = /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=.)/iu

const possessive = /[’'][sS]$/u

/** Cuts a text into tokens. French elisions ("l’", "qu’") and the English possessive ("’s") are tokens of their own. */
export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = []
  let paragraph = 0
  let lastEnd = 0
  const push = (start: number, end: number, kind: Token['kind']): void => {
    const word = text.slice(start, end)
    const lower = kind === 'word' ? word.toLowerCase() : word
    tokens.push({ start, end, text: word, lower, kind, paragraph, spaced: start > lastEnd || start === 0 })
    lastEnd = end
  }
  for (const match of text.matchAll(piece)) {
    const found = match[0]
    const start = match.index
    const end = start + found.length
    if (found === '\n') {
      // Empty lines count no paragraph: neighbours in print are neighbours here.
      if (tokens.at(-1)?.paragraph === paragraph) paragraph++
      lastEnd = -1
    } else if (letter.test(found)) {
      const cut = cutOf(found, language)
      if (cut === 0) push(start, end, 'word')
      else {
        push(start, start + cut, 'word')
        push(start + cut, end, 'word')
      }
    } else push(start, end, digit.test(found) ? 'number' : 'sign')
  }
  return tokens
}

function cutOf(word: string, language: string): number {
  if (language === 'fr') return elision.exec(word)?.[0].length ?? 0
  if (language === 'en') return possessive.exec(word)?.index ?? 0
  return 0
}

const upper = /^\p{Lu}/u

export function isCapital(token: Token): boolean {
  return token.kind === 'word' && upper.test(token.text)
}
