import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import { isCapital, type Token } from '../text/tokenize.ts'
import { isGivenName, slavicSurname } from './given-names.ts'
import { isPlace } from './places.ts'
import { allCapital, readRun } from './read-run.ts'
import { endOfRun } from './run-end.ts'
import { isInitial, type Survey, surveyWords } from './survey.ts'

/** A run of capitalised words. Token indices, the ends exclusive. */
export interface NameRun {
  from: number
  to: number
  /** The name itself, without titles, roles and nationalities; empty (from = to) where nothing else stands there. */
  coreFrom: number
  /** `role`: nothing but titles ("the Prime Minister"). `unknown`: one word that may be anybody's or anything's name. */
  kind: 'person' | 'group' | 'role' | 'unknown'
}

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
    return (
      lexicon.language !== 'en' ||
      seen.names.has(token.lower) ||
      isGivenName(token.lower) ||
      !(token.lower.endsWith('ing') || seen.common.has(token.lower))
    )
  if ((flags & (Flag.speech | Flag.preposition | Flag.conjunction | Flag.filler)) !== 0) return false
  if (lexicon.language === 'de') return true
  // A lone word at the start of a sentence is a name if it is one elsewhere, or looks like nothing else.
  if (seen.names.has(token.lower) || isGivenName(token.lower)) return true
  if (lexicon.language === 'ru' || lexicon.language === 'uk') {
    return (
      allCapital(token) ||
      isPlace(token.lower) ||
      (slavicSurname.test(token.lower) && !seen.common.has(token.lower))
    )
  }
  return !seen.common.has(token.lower) && !(lexicon.language === 'en' && /(?:ing|ly|ed)$/.test(token.lower))
}

function nextIsName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  return next !== undefined && next.paragraph === tokens[index]?.paragraph && isCapital(next)
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
