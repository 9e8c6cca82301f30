/** A stretch of words that another text has as well in the same order, or has not. */
export interface WordStretch {
  text: string
  isShared: boolean
}

/** Texts of more words are not compared: it takes the product of both lengths. */
const wordsAtMost = 600

/**
 * Which words of a text the other lacks, by the longest common sequence of words; case and punctuation around a word make no
 * difference. The stretches put together are the text.
 */
export function wordDifferences(text: string, other: string): WordStretch[] {
  const mine = text.match(/\s*\S+/gu) ?? []
  const theirs = (other.match(/\S+/gu) ?? []).map(form)
  if (mine.length === 0 || mine.length > wordsAtMost || theirs.length > wordsAtMost)
    return text === '' ? [] : [{ text, isShared: true }]
  const words = mine.map(form)
  const shared = sharedPlaces(words, theirs)
  const stretches: WordStretch[] = []
  mine.forEach((piece, index) => {
    const isShared = shared.has(index)
    const last = stretches.at(-1)
    if (last?.isShared === isShared) last.text += piece
    else stretches.push({ text: piece, isShared })
  })
  const rest = text.slice(mine.join('').length)
  const last = stretches.at(-1)
  if (last !== undefined) last.text += rest
  return stretches
}

function form(word: string): string {
  const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return (bare === '' ? word.trim() : bare).toLocaleLowerCase()
}

/** Places in `mine` of a longest sequence of words that `theirs` has in the same order. */
function sharedPlaces(mine: readonly string[], theirs: readonly string[]): Set<number> {
  const width = theirs.length + 1
  const lengths = new Uint16Array((mine.length + 1) * width)
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0
  for (let one = mine.length - 1; one >= 0; one -= 1)
    for (let other = theirs.length - 1; other >= 0; other -= 1)
      lengths[one * width + other] =
        mine[one] === theirs[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1))
  const places = new Set<number>()
  let [one, other] = [0, 0]
  while (one < mine.length && other < theirs.length) {
    if (mine[one] === theirs[other]) {
      places.add(one)
      one += 1
      other += 1
    } else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return places
}
