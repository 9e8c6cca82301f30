/** The longest word of a lost quote: the one most likely to lead to what became of it. */
export function wordsToFind(exact: string): string {
  const words = exact.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}
