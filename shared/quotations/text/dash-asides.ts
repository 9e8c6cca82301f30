import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import type { Range } from './passages.ts'
import { isCapital, type Token } from './tokenize.ts'

const dash = /^[—–-]$/

const beforeDash = /^[,.!?…»”“")]$/

const resumes = /^[.,:;!?…»”“"]$/

/** Past and present endings of Russian and Ukrainian verbs, for verbs of saying that no table lists. */
const slavicVerb =
  /(?:л|ла|ли|ло|лся|лась|лись|в|вся|лася|лися|ет|ёт|ит|ют|ут|ят|ат|ется|ится|є|ить|ує|ють|уть|ать)$/

export const invertedSubject = /-(?:t-)?(?:il|elle|ils|elles|on|je)$/

export const longestAside = 40

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'sign' && dash.test(token.text)
}

export function splitAtDashes(
  tokens: readonly Token[],
  range: Range,
  lexicon: Lexicon,
  toEnd: boolean,
): { speech: Range[]; asides: Range[] } {
  const speech: Range[] = []
  const asides: Range[] = []
  let from = range.from
  let index = range.from + 1
  while (index < range.to) {
    const before = tokens[index - 1]
    if (
      isDash(tokens[index]) &&
      before !== undefined &&
      (beforeDash.test(before.text) || bareAside(tokens, index, range.to, lexicon)) &&
      startsAside(tokens, index + 1, range.to, lexicon)
    ) {
      const end = endOfAside(tokens, index + 1, range.to)
      if (end < range.to || toEnd || range.to - index < longestAside) {
        speech.push({ from, to: index })
        asides.push({ from: index + 1, to: end })
        from = Math.min(end + 1, range.to)
        index = from
        continue
      }
    }
    index++
  }
  if (from < range.to) speech.push({ from, to: range.to })
  return { speech, asides }
}

/** "горіхи - каже Іван. - Шоколад": the comma is missing, but a verb of saying and a name follow, and the words go on. */
function bareAside(tokens: readonly Token[], index: number, to: number, lexicon: Lexicon): boolean {
  const verb = tokens[index + 1]
  const name = tokens[index + 2]
  if (verb === undefined || name === undefined || verb.kind !== 'word' || !isCapital(name)) return false
  if ((lexicon.flags(verb.lower) & Flag.speech) === 0 || isCapital(verb)) return false
  return (
    endOfAside(tokens, index + 1, Math.min(to, index + longestAside)) < Math.min(to, index + longestAside)
  )
}

function endOfAside(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from + 1; index < to; index++) {
    const before = tokens[index - 1]
    if (isDash(tokens[index]) && before !== undefined && resumes.test(before.text)) return index
  }
  return to
}

/** Whether an attribution begins here: in lower case, a verb of saying among its first words. */
function startsAside(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word') return false
  for (let index = from; index < Math.min(from + 5, to); index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word') return false
    if ((lexicon.flags(token.lower) & Flag.speech) !== 0)
      return index === from || !isCapital(first) || index <= from + 2
    if (invertedSubject.test(token.lower)) return true
  }
  if (isCapital(first) || !slavicVerb.test(first.lower)) return false
  // "— пожал плечами Иван Петров. —": whatever the verb, a name and another dash follow.
  const named = [1, 2, 3].some((step) => isCapital(tokens[from + step] ?? first) && from + step < to)
  if (
    named &&
    endOfAside(tokens, from, Math.min(to, from + longestAside)) < Math.min(to, from + longestAside)
  )
    return true
  const after = tokens[from + 1]
  return (
    after !== undefined &&
    after.kind === 'word' &&
    (isCapital(after) || (lexicon.flags(after.lower) & (Flag.pronoun | Flag.person)) !== 0)
  )
}
