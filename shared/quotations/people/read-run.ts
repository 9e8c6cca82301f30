import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import { isCapital, type Token } from '../text/tokenize.ts'
import { isGivenName } from './given-names.ts'
import { afterAgent, followsPlace, fromGivenName, germanName, initialsInside, isGiven } from './name-start.ts'
import type { NameRun } from './names.ts'
import { isPlace } from './places.ts'

export const generation = /^(?:jr|sr|ii|iii|iv)$/

/** Words that are surnames as often as titles; after a given name they are names. */
const alsoSurname =
  /^(?:doctor|banker|king|bishop|pope|prince|duke|baron|judge|cardinal|page|major|marshal|star|model|fan|coach|chambers|singer|guard|butler|cook|miller|fisher|hunter|baker|shepherd|young|papst|könig|bauer|richter|koch|kaiser|herzog|lemaire|leroy|roy|martin)$/

export function allCapital(token: Token): boolean {
  return token.text.length > 1 && token.text === token.text.toUpperCase()
}

export function readRun(
  tokens: readonly Token[],
  from: number,
  end: number,
  lexicon: Lexicon,
): NameRun | undefined {
  let to = end
  let last = tokens[to - 1]
  if (last === undefined) return undefined
  const strip = Flag.title | Flag.person | Flag.nation
  let coreFrom = from
  for (let index = from; index < to - 1; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    if (token.kind === 'sign') {
      if (coreFrom === index) coreFrom = index + 1
      continue
    }
    const flags = lexicon.flags(token.lower)
    if (isGivenName(token.lower) && (flags & (Flag.title | Flag.person)) === 0) continue
    if (
      (lexicon.language === 'ru' || lexicon.language === 'uk') &&
      (flags & Flag.person) !== 0 &&
      /[иіы]$/.test(token.lower)
    ) {
      // "Эксперты Всемирного банка": after a plural comes where they are from.
      return { from, to: index + 1, coreFrom: index + 1, kind: 'role' }
    }
    if ((flags & strip) !== 0 && !generation.test(token.lower)) {
      if ((flags & Flag.nation) !== 0 && (flags & Flag.title) === 0 && coreFrom !== index) continue
      coreFrom = index + 1
    }
  }
  while (coreFrom < to && tokens[coreFrom]?.kind === 'sign') coreFrom++
  if (lexicon.language === 'en') coreFrom = initialsInside(tokens, coreFrom, to)
  if (lexicon.language === 'de') {
    coreFrom = afterAgent(tokens, coreFrom, to)
    const given = isGivenName(tokens[coreFrom]?.lower ?? '')
    // "Fährmann Jorin Petersen": of three nouns in a row the first says what somebody is.
    if (!given && to - coreFrom === 3 && isCapital(tokens[coreFrom + 1] ?? last)) coreFrom++
    // "… nimmt Guido Steinberg Bezug": the third word is a noun, unless the second is a given name too.
    if (
      given &&
      to - coreFrom === 3 &&
      !isGivenName(tokens[coreFrom + 1]?.lower ?? '') &&
      isCapital(tokens[coreFrom + 1] ?? last)
    ) {
      to--
      last = tokens[to - 1] ?? last
    }
  }
  coreFrom = fromGivenName(tokens, coreFrom, to, lexicon)
  if (to - coreFrom >= 3 && isPlace(tokens[coreFrom]?.lower ?? '') && !isPlace(last.lower)) coreFrom++
  if (coreFrom === from && followsPlace(tokens, from, to, lexicon)) coreFrom = from + 1
  const words = countWords(tokens, coreFrom, to)
  const lastFlags = lexicon.flags(last.lower)
  const before = tokens[from - 1]
  let group = allCapital(last) && words === 1 && last.text.length >= 2 && last.text.length <= 7
  if (isPlace(last.lower) && words <= 3 && !isGiven(tokens[coreFrom], lexicon)) group = true
  // РИА Новости, BBC News: a name that begins with initials is that of a body.
  const head = tokens[coreFrom]
  if (head !== undefined && words >= 2 && allCapital(head) && !allCapital(last) && head.text.length >= 2)
    group = true
  for (let index = coreFrom; index < to; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    if (token.text === '&') group = true
    if (token.kind === 'word' && (lexicon.flags(token.lower) & Flag.group) !== 0 && !isGivenName(token.lower))
      group = true
  }
  if (
    lexicon.language === 'de' &&
    to - from === 1 &&
    !allCapital(last) &&
    (lastFlags & (Flag.group | Flag.document)) !== 0
  ) {
    return { from, to, coreFrom: to, kind: 'role' }
  }
  if (group && !(coreFrom > from && words >= 2 && !hasGroup(tokens, coreFrom, to, lexicon)))
    return { from, to, coreFrom: from, kind: 'group' }
  if ((lastFlags & (Flag.title | Flag.person)) !== 0 && !(alsoSurname.test(last.lower) && words >= 2)) {
    return { from, to, coreFrom: to, kind: 'role' }
  }
  if ((lastFlags & Flag.nation) !== 0) return { from, to, coreFrom, kind: words >= 2 ? 'group' : 'unknown' }
  if (words >= 2) {
    const article =
      lexicon.language === 'en' && before !== undefined && before.lower === 'the' && coreFrom === from
    if (article && !isGivenName(tokens[coreFrom]?.lower ?? '')) return { from, to, coreFrom, kind: 'group' }
    if (lexicon.language === 'de' && !germanName(tokens, from, coreFrom, to, lexicon))
      return { from, to, coreFrom, kind: 'unknown' }
    return { from, to, coreFrom, kind: 'person' }
  }
  return { from, to, coreFrom, kind: coreFrom > from ? 'person' : 'unknown' }
}

function hasGroup(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  for (let index = from; index < to; index++) {
    if ((lexicon.flags(tokens[index]?.lower ?? '') & Flag.group) !== 0) return true
  }
  return false
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0
  for (let index = from; index < to; index++) {
    const token = tokens[index]
    if (token?.kind === 'word' && isCapital(token) && !generation.test(token.lower)) words++
  }
  return words
}
