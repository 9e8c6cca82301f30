const wordsInText = 500
const vocabularySize = 30_000
/** So many texts are there to be copied. */
const copiedFrom = 5000

/** Texts one after the other, one in ten a copy of an earlier one, cut at its head and with a word of its own. */
export function inventedTexts(seed = 7): (index: number) => string[] {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  // Words as frequent as in a language: the tenth is used a tenth as often as the first.
  const word = () => `w${Math.floor(vocabularySize ** (below(1_000_000) / 1_000_000))}`
  const fresh = () => Array.from({ length: wordsInText }, word)
  const notice = fresh().slice(0, 40)
  const earlier: string[][] = []
  return (index) => {
    const source = index % 10 === 9 ? earlier[below(earlier.length)] : undefined
    const words = source === undefined ? [...fresh(), ...notice] : [...source.slice(below(100)), word()]
    if (source === undefined && earlier.length < copiedFrom) earlier.push(words)
    return words
  }
}
