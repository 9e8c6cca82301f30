import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import type { Token } from '../text/tokenize.ts'
import { isGivenForm, isGivenName } from './given-names.ts'
import { isInitial } from './survey.ts'

/** "ambassador to Britain Liu Xiaming": of three words after a role and a preposition the first is the place. */
export function followsPlace(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from !== 3 || isGivenName(tokens[from]?.lower ?? '')) return false
  if (lexicon.language === 'ru' || lexicon.language === 'uk') {
    // "премьер-министр Малайзии Анвар Ибрагим"
    return (
      /[иіыяуаї]$/.test(tokens[from]?.lower ?? '') &&
      (lexicon.flags(tokens[from - 1]?.lower ?? '') & Flag.person) !== 0
    )
  }
  if (lexicon.language !== 'en') return false
  return (
    /^(?:to|of|for)$/.test(tokens[from - 1]?.lower ?? '') &&
    (lexicon.flags(tokens[from - 2]?.lower ?? '') & Flag.person) !== 0
  )
}

/** "Lyon Grégory Doucet", "Интересы Виктора Бута": what stands before the given name is no part of the name. */
export function fromGivenName(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  if (lexicon.language === 'en' || isGiven(tokens[from], lexicon)) return from
  for (let index = from + 1; index < to - 1; index++) if (isGiven(tokens[index], lexicon)) return index
  // "Шоколад Костянтин готує": the first word has its capital from the sentence.
  if (to - from === 2 && isInitial(tokens, from) && isGiven(tokens[from + 1], lexicon)) return from + 1
  return from
}

export function isGiven(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false
  return lexicon.language === 'ru' || lexicon.language === 'uk'
    ? isGivenForm(token.lower)
    : isGivenName(token.lower)
}

const germanNoun =
  /(?:ung|heit|keit|schaft|tion|tät|tag|tage|zeit|prozess|interview|jahr|jahre|politik|land|krieg|frage|thema|platz|spiel|haus|straße|preis|werk|plan|ziel|teil)(?:en|s|es|e|n)?$/

/** "Kriminologin Bärbel Bongartz", "NDR-Sprecher Wilfried Hark": German roles stand before the name, with a capital. */
export function afterAgent(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  while (at < to - 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || isGivenName(token.lower)) break
    const hyphened = token.text.includes('-') && !token.lower.split('-').some(isGivenName) && to - at >= 2
    if (!hyphened && !germanAgent.test(token.lower)) break
    at++
  }
  return at
}

const germanAgent =
  /\p{L}{3}(?:erin|orin|login|istin|antin|entin|eurin|ologe|ator|promoter|banker|manager|trainer|kapitän)$/u

/** German writes nouns with a capital too: two in a row are a name after a role, with a given name, or where nothing speaks against it. */
export function germanName(
  tokens: readonly Token[],
  from: number,
  coreFrom: number,
  to: number,
  lexicon: Lexicon,
): boolean {
  const first = tokens[coreFrom]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined) return false
  if (isGivenName(first.lower)) return true
  if (germanNoun.test(last.lower) || germanNoun.test(first.lower)) return false
  if (coreFrom > from) return true
  if (from > 0 && (lexicon.flags(tokens[from - 1]?.lower ?? '') & (Flag.determiner | Flag.preposition)) !== 0)
    return false
  return !/(?:s|en)$/.test(first.lower)
}

/** "Browns DL Sheldon Richardson": what stands before initials in the middle says where somebody plays. */
export function initialsInside(tokens: readonly Token[], from: number, to: number): number {
  for (let index = to - 3; index > from; index--) {
    const token = tokens[index]
    if (token !== undefined && /^\p{Lu}{2,3}$/u.test(token.text)) return index + 1
  }
  return from
}
