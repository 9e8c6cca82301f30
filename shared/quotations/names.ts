import { isGivenForm, isGivenName } from './given-names.ts'
import type { Lexicon } from './lexicon.ts'
import { Flag } from './languages/table.ts'
import { isCapital, type Token } from './tokenize.ts'

/** A run of capitalised words. Token indices, the ends exclusive. */
export interface NameRun {
  from: number
  to: number
  /** The name itself, without titles, roles and nationalities; empty (from = to) where nothing else stands there. */
  coreFrom: number
  /** `role`: nothing but titles ("the Prime Minister"). `unknown`: one word that may be anybody's or anything's name. */
  kind: 'person' | 'group' | 'role' | 'unknown'
}

const particle =
  /^(?:de|du|la|le|von|van|der|den|ten|ter|al|el|bin|ibn|ben|da|di|dos|del|della|af|av|d[’']|l[’'])$/
const generation = /^(?:jr|sr|ii|iii|iv)$/
/** Words that are surnames as often as titles; after a given name they are names. */
const alsoSurname =
  /^(?:king|bishop|pope|prince|duke|baron|judge|cardinal|page|major|marshal|star|model|fan|coach|chambers|singer|guard|butler|cook|miller|fisher|hunter|baker|shepherd|young|papst|könig|bauer|richter|koch|kaiser|herzog|lemaire|leroy|roy|martin)$/
const opening = /^[.!?…:;"“”„«»‘'(\-–—•*]$/

/** The runs of a text in order, and for each token the run it belongs to (or -1). */
export function findNames(
  tokens: readonly Token[],
  lexicon: Lexicon,
): { runs: NameRun[]; runOf: Int32Array } {
  const runs: NameRun[] = []
  const runOf = new Int32Array(tokens.length).fill(-1)
  const seen = surveyWords(tokens)
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    if (token === undefined || !isCapital(token) || !mayBegin(tokens, index, lexicon, seen)) {
      index++
      continue
    }
    const end = endOfRun(tokens, index, lexicon)
    const run = readRun(tokens, index, end, lexicon)
    if (run !== undefined) {
      for (let at = index; at < run.to; at++) runOf[at] = runs.length
      runs.push(run)
    }
    index = end
  }
  return { runs, runOf }
}

function mayBegin(tokens: readonly Token[], index: number, lexicon: Lexicon, seen: Survey): boolean {
  const token = tokens[index]
  if (token === undefined) return false
  const flags = lexicon.flags(token.lower)
  const initial = isInitial(tokens, index)
  if ((flags & (Flag.pronoun | Flag.determiner)) !== 0 && token.text.length > 1) {
    return token.text.length < 3 && allCapital(token) && !initial
  }
  if ((flags & Flag.common) !== 0 && (initial || lexicon.language !== 'en'))
    return nextIsName(tokens, index) && isGivenName(token.lower)
  if ((flags & Flag.common) !== 0) return false
  if (isSlavicAdjective(tokens, index, lexicon)) return false
  if (!initial) return true
  if (nextIsName(tokens, index))
    return lexicon.language !== 'en' || !token.lower.endsWith('ing') || seen.names.has(token.lower)
  if ((flags & (Flag.speech | Flag.preposition | Flag.conjunction | Flag.filler)) !== 0) return false
  if (lexicon.language === 'de') return true
  // A lone word at the start of a sentence is a name if it is one elsewhere, or looks like nothing else.
  if (seen.names.has(token.lower) || isGivenName(token.lower)) return true
  return !seen.common.has(token.lower) && !(lexicon.language === 'en' && /(?:ing|ly|ed)$/.test(token.lower))
}

/** The words of a text in lower case, and those with a capital in the middle of a sentence. */
interface Survey {
  common: ReadonlySet<string>
  names: ReadonlySet<string>
}

function surveyWords(tokens: readonly Token[]): Survey {
  const common = new Set<string>()
  const names = new Set<string>()
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word') continue
    if (!isCapital(token)) common.add(token.lower)
    else if (!isInitial(tokens, index)) names.add(token.lower)
  }
  return { common, names }
}

function isInitial(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return before === undefined || before.paragraph !== tokens[index]?.paragraph || opening.test(before.text)
}

function nextIsName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  return next !== undefined && next.paragraph === tokens[index]?.paragraph && isCapital(next)
}

function allCapital(token: Token): boolean {
  return token.text.length > 1 && token.text === token.text.toUpperCase()
}

const slavicAdjective =
  /(?:ский|ская|ское|ского|ской|ском|ские|ских|цкий|цкая|цкой|ський|ська|ське|ського|ської|ському|ські|ських|цький|цька|цької|цького)$/

/** "Российский президент", "Донецькій міськраді": a place as an adjective, followed by its noun. */
function isSlavicAdjective(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  if (lexicon.language !== 'ru' && lexicon.language !== 'uk') return false
  const next = tokens[index + 1]
  if (
    !slavicAdjective.test(tokens[index]?.lower ?? '') ||
    next === undefined ||
    next.kind !== 'word' ||
    isCapital(next)
  )
    return false
  return (lexicon.flags(next.lower) & (Flag.person | Flag.group | Flag.title)) !== 0
}

const longestRun = 12

function endOfRun(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let end = from + 1
  let sawGroup = (lexicon.flags(tokens[from]?.lower ?? '') & Flag.group) !== 0
  const paragraph = tokens[from]?.paragraph
  while (end < tokens.length && end - from < longestRun) {
    const token = tokens[end]
    const next = tokens[end + 1]
    const last = tokens[end - 1]
    if (token === undefined || last === undefined || token.paragraph !== paragraph) break
    if (isCapital(token)) {
      const flags = lexicon.flags(token.lower)
      if (
        (flags & (Flag.pronoun | Flag.determiner)) !== 0 &&
        !allCapital(token) &&
        tokens[end + 1]?.text !== '.'
      )
        break
      if (isLatin(token) !== isLatin(last) && last.kind === 'word') break
      if (!token.spaced && last.text !== '&' && last.text !== '.' && last.text !== '-') break
      if ((flags & Flag.group) !== 0) sawGroup = true
      end++
      continue
    }
    if (
      token.text === '.' &&
      abbreviates(last, lexicon) &&
      next !== undefined &&
      isCapital(next) &&
      next.paragraph === paragraph
    ) {
      end++
      continue
    }
    if (token.text === '&' && next !== undefined && isCapital(next)) {
      sawGroup = true
      end++
      continue
    }
    const nextCapital =
      next !== undefined &&
      next.paragraph === paragraph &&
      isCapital(next) &&
      (lexicon.flags(next.lower) & (Flag.pronoun | Flag.determiner)) === 0
    if (
      token.kind === 'word' &&
      particle.test(token.lower) &&
      joinsNames(token, last, lexicon, end - from >= 2)
    ) {
      if (nextCapital) {
        end++
        continue
      }
      const after = tokens[end + 2]
      if (
        next !== undefined &&
        particle.test(next.lower) &&
        after !== undefined &&
        isCapital(after) &&
        after.paragraph === paragraph
      ) {
        end += 2
        continue
      }
    }
    if (lexicon.language === 'en' && sawGroup && /^(?:of|for)$/.test(token.lower) && next?.lower === 'the') {
      const after = tokens[end + 2]
      if (after !== undefined && isCapital(after) && after.paragraph === paragraph) {
        end += 2
        continue
      }
    }
    if (
      lexicon.language === 'en' &&
      sawGroup &&
      nextCapital &&
      /^(?:of|for|and|on)$/.test(token.lower) &&
      joinsGroup(tokens, from, end)
    ) {
      end++
      continue
    }
    break
  }
  // A full stop that ends the sentence is no part of the name; that of "Jr." is left out as well.
  while (end > from + 1 && tokens[end - 1]?.kind === 'sign') end--
  return end
}

const latin = /^[\p{Script=Latin}]/u

function isLatin(token: Token): boolean {
  return latin.test(token.text)
}

function joinsNames(token: Token, before: Token, lexicon: Lexicon, whole: boolean): boolean {
  if (/^(?:der|den)$/.test(token.lower)) return /^v[ao]n$/.test(before.lower)
  // "Ann Lee von der Stiftung": after a full name German "von" says where somebody is from.
  if (lexicon.language === 'de' && token.lower === 'von' && whole) return false
  if (lexicon.language !== 'fr') return true
  // In French "de" joins families and bodies alike, but not after a role: "président de Renault".
  return (
    before.kind === 'word' &&
    (lexicon.flags(before.lower) & Flag.person) === 0 &&
    token.lower !== 'la' &&
    token.lower !== 'le'
  )
}

function joinsGroup(tokens: readonly Token[], from: number, at: number): boolean {
  const word = tokens[at]?.lower
  // "and" joins parts of one name only inside it ("Prevention and Control"); a run of two is left alone.
  return word !== 'and' || at - from >= 3
}

function abbreviates(token: Token, lexicon: Lexicon): boolean {
  if (token.kind !== 'word') return false
  if (/^\p{L}(?:\.\p{L})*$/u.test(token.text)) return true
  return (
    generation.test(token.lower) ||
    (lexicon.abbreviations.has(token.lower) && (lexicon.flags(token.lower) & Flag.title) !== 0)
  )
}

function readRun(tokens: readonly Token[], from: number, end: number, lexicon: Lexicon): NameRun | undefined {
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
  if (coreFrom === from && followsPlace(tokens, from, to, lexicon)) coreFrom = from + 1
  const words = countWords(tokens, coreFrom, to)
  const lastFlags = lexicon.flags(last.lower)
  const before = tokens[from - 1]
  let group = allCapital(last) && words === 1 && last.text.length >= 2 && last.text.length <= 7
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

/** "ambassador to Britain Liu Xiaming": of three words after a role and a preposition the first is the place. */
function followsPlace(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
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
function fromGivenName(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  if (lexicon.language === 'en' || isGiven(tokens[from], lexicon)) return from
  for (let index = from + 1; index < to - 1; index++) if (isGiven(tokens[index], lexicon)) return index
  return from
}

function isGiven(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false
  return lexicon.language === 'ru' || lexicon.language === 'uk'
    ? isGivenForm(token.lower)
    : isGivenName(token.lower)
}

const germanNoun =
  /(?:ung|heit|keit|schaft|tion|tät|tag|tage|zeit|prozess|interview|jahr|jahre|politik|land|krieg|frage|thema|platz|spiel|haus|straße|preis|werk|plan|ziel|teil)(?:en|s|es|e|n)?$/

/** "Kriminologin Bärbel Bongartz", "NDR-Sprecher Wilfried Hark": German roles stand before the name, with a capital. */
function afterAgent(tokens: readonly Token[], from: number, to: number): number {
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
function germanName(
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
