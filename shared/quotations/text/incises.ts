import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import { invertedSubject, isDash, longestAside } from './dash-asides.ts'
import type { Range } from './passages.ts'
import { isCapital, type Token } from './tokenize.ts'

/** French sets an attribution between commas inside the marks: « A, explique X, directrice de Y. B ». */
export function splitAtIncises(
  tokens: readonly Token[],
  range: Range,
  lexicon: Lexicon,
): { speech: Range[]; asides: Range[] } {
  const speech: Range[] = []
  const asides: Range[] = []
  let from = range.from
  let index = range.from + 2
  while (index < range.to) {
    const before = tokens[index - 1]
    const begins = before !== undefined && (/^[,!?…]$/.test(before.text) || isDash(before))
    const verb = begins ? inciseVerb(tokens, index, range.to, lexicon) : -1
    if (verb < 0) {
      index++
      continue
    }
    const end = endOfIncise(tokens, verb, range.to, lexicon)
    speech.push({ from, to: index - 1 })
    asides.push({ from: index, to: end })
    from = Math.min(end + 1, range.to)
    index = from + 1
  }
  if (from < range.to) speech.push({ from, to: range.to })
  return { speech, asides }
}

/** Index of the last word of the verb with which an incise begins at `from`, or -1. */
function inciseVerb(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  for (let index = from; index < Math.min(from + 4, to); index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word' || isCapital(token)) return -1
    const flags = lexicon.flags(token.lower)
    const inverted = invertedSubject.test(token.lower)
    if (inverted) {
      // "a-t-il déclaré": the participle belongs to it.
      const next = tokens[index + 1]
      const participle = /^(?:a|ont|avait|est|s’est|s'est)-/.test(token.lower)
      if (!participle && (lexicon.flags(token.lower.replace(invertedSubject, '')) & Flag.speech) === 0)
        return -1
      return participle && next?.kind === 'word' ? index + 1 : index
    }
    if ((flags & Flag.speech) !== 0) {
      const next = tokens[index + 1]
      if (next === undefined || index + 1 >= to || next.kind !== 'word') return -1
      const follows = lexicon.flags(next.lower)
      if (
        isCapital(next) ||
        /^(?:l[’']|le|la|les|un|une|ce|cet|cette|son|sa|ce)$/.test(next.lower) ||
        (follows & Flag.title) !== 0
      ) {
        return index
      }
      return -1
    }
    if ((flags & Flag.filler) === 0) return -1
  }
  return -1
}

function endOfIncise(tokens: readonly Token[], verb: number, to: number, lexicon: Lexicon): number {
  const pronoun =
    invertedSubject.test(tokens[verb]?.lower ?? '') || invertedSubject.test(tokens[verb - 1]?.lower ?? '')
  for (let index = verb + 1; index < Math.min(to, verb + longestAside); index++) {
    const token = tokens[index]
    if (token === undefined) return to
    if (/^[.!?…;:]$/.test(token.text) && !(token.text === '.' && isInitial(tokens[index - 1], lexicon)))
      return index
    if (token.text !== ',') continue
    const next = tokens[index + 1]
    if (pronoun || next === undefined) return index
    if (!apposes(next, lexicon)) return index
  }
  return Math.min(to, verb + longestAside)
}

function isInitial(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && (/^\p{Lu}$/u.test(token.text) || lexicon.abbreviations.has(token.lower))
}

/** Whether a word after the comma still describes the speaker. */
function apposes(token: Token, lexicon: Lexicon): boolean {
  if (isCapital(token)) return false
  const flags = lexicon.flags(token.lower)
  return (
    (flags & (Flag.person | Flag.group)) !== 0 ||
    /^(?:l[’']|le|la|un|une|qui|chargée?|ancienne?|membre|en|à|dans|âgée?|basée?|installée?|lors|sur)$/.test(
      token.lower,
    )
  )
}
