/** Case and accents away, й and ї kept apart from и and і. */
export function foldForMatch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
}

/**
 * How well a name answers what was typed, from 0 (not at all) to 1 (is it). Every word typed must begin a word of the
 * name or of a keyword, or at least stand in the name; order is free.
 */
export function scoreMatch(query: string, name: string, keywords: readonly string[] = []): number {
  const typed = foldForMatch(query).trim()
  if (typed === '') return 1
  const folded = foldForMatch(name)
  if (folded === typed) return 1
  if (folded.startsWith(typed)) return 0.95
  const scores = typed.split(/\s+/).map((word) => {
    if (startsAWord(folded, word)) return 0.8
    if (keywords.some((keyword) => startsAWord(foldForMatch(keyword), word))) return 0.6
    return word.length > 1 && folded.includes(word) ? 0.4 : 0
  })
  return Math.min(...scores)
}

function startsAWord(text: string, word: string): boolean {
  let at = text.indexOf(word)
  while (at >= 0) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
    at = text.indexOf(word, at + 1)
  }
  return false
}
