import type { Lexicon } from '../languages/lexicon.ts'
import { isCapital, type Token } from '../text/tokenize.ts'
import type { Entity } from './entities.ts'
import { isGivenForm, isGivenName } from './given-names.ts'
import type { NameRun } from './names.ts'

const generation = /^(?:jr|sr|ii|iii|iv)$/

/** Two words are alike that differ in their last two letters at most: case endings of Slavic and German names. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true
  const least = Math.min(a.length, b.length)
  if (least < 3 || Math.abs(a.length - b.length) > 3) return false
  let same = 0
  while (same < least && a[same] === b[same]) same++
  return same >= Math.max(least - 2, Math.min(least, 3)) && (least > 3 || same === least)
}

export function startsWithGiven(words: readonly string[], lexicon: Lexicon): boolean {
  const [first = ''] = words
  return (
    isGivenName(first) ||
    ((lexicon.language === 'ru' || lexicon.language === 'uk') && isGivenForm(first)) ||
    first.length === 1
  )
}

export function samePerson(
  a: readonly string[],
  b: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const lastA = a.at(-1) ?? ''
  const lastB = b.at(-1) ?? ''
  if (!same(lastA, lastB)) return false
  const firstA = a[0] ?? ''
  const firstB = b[0] ?? ''
  if (same(firstA, firstB)) return true
  if (firstA.length === 1 || firstB.length === 1) return firstA[0] === firstB[0]
  // Pat is Patrick, Dan is Daniel.
  if (firstA.length >= 3 && firstB.length >= 3 && (firstA.startsWith(firstB) || firstB.startsWith(firstA)))
    return true
  return a.slice(0, -1).some((word) => b.slice(0, -1).some((other) => same(word, other)))
}

/** Of two forms of a name the nominative is kept, which is the shorter one where names inflect; else the fuller one. */
export function betterForm(words: readonly string[], kept: readonly string[], inflects: boolean): boolean {
  const difference = words.join('').length - kept.join('').length
  return inflects ? difference < 0 : difference > 0
}

export function acronymOf(entity: Entity, word: string): boolean {
  if (entity.words.length < 2 || word.length < 2) return false
  const all = entity.words.map((part) => part[0]).join('')
  const weighty = entity.words
    .filter((part) => part.length > 3)
    .map((part) => part[0])
    .join('')
  return all === word || weighty === word || (word.length >= 3 && weighty.includes(word))
}

export function initialsOf(tokens: readonly Token[], run: NameRun): string {
  let initials = ''
  for (let index = run.coreFrom; index < run.to; index++) {
    const token = tokens[index]
    if (token !== undefined && isCapital(token)) initials += token.lower[0] ?? ''
  }
  return initials
}

export function nameWords(tokens: readonly Token[], run: NameRun): string[] {
  const words: string[] = []
  for (let index = run.coreFrom; index < run.to; index++) {
    const token = tokens[index]
    if (token?.kind === 'word' && !generation.test(token.lower)) words.push(token.lower)
  }
  return words
}

export function nameText(tokens: readonly Token[], run: NameRun, text: string): string {
  const end = tokens[run.to - 1]
  const after = tokens[run.to]
  const dotted = end !== undefined && generation.test(end.lower) && after?.text === '.' ? 1 : 0
  return text.slice(tokens[run.coreFrom]?.start ?? 0, (end?.end ?? 0) + dotted)
}
