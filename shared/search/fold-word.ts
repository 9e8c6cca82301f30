/** The longest folded word kept, in UTF-16 code units: longer runs are data, not words. */
export const longestWord = 64

/** Written as a letter or mark, but only ever punctuation or decoration inside a word: dropped. */
const apostrophes = /['`´‘’‛ʹʼˈ′＇]/gu

/** Marks laid over letters of scripts that are read without them: accents, stress, points, harakat. */
const strippedMarks = /[\p{Script=Inherited}\u0591-\u05c7]/gu

const decomposedScripts = /[\p{Script=Latin}\p{Script=Greek}]/gu

/** Letters that Unicode does not decompose, with the letters people type for them. */
const letterFolds: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
  ё: 'е',
  ґ: 'г',
}
const foldedLetters = new RegExp(`[${Object.keys(letterFolds).join('')}]`, 'gu')

const plainWord = /^[a-z0-9а-яєіїўјљњћџ]+$/
const notOfAWord = /[\0-/:-@[-`{-\x7f\p{Cf}\p{Cc}]/gu

/**
 * One word as the index and every comparison see it: lower case in every script, Latin and Greek letters without their
 * diacritics, ё as е and ґ as г (both are often typed so), й, ї and ў kept apart from и, і and у; stress marks,
 * apostrophes and invisible characters dropped. The result holds no ASCII other than a-z and 0-9, and may be empty.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase()
  if (!plainWord.test(folded)) {
    folded = folded
      .normalize('NFKC')
      .toLowerCase()
      .replace(decomposedScripts, (letter) => letter.normalize('NFD'))
      .replace(strippedMarks, '')
      .replace(foldedLetters, (letter) => letterFolds[letter] ?? letter)
      .replace(apostrophes, '')
      .replace(notOfAWord, '')
  }
  return folded.length > longestWord ? cutAtCodePoint(folded, longestWord) : folded
}

function cutAtCodePoint(text: string, length: number): string {
  const splitsPair = (text.codePointAt(length - 1) ?? 0) > 0xffff
  return text.slice(0, splitsPair ? length - 1 : length)
}
