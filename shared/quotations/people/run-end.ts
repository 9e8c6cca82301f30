import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import { isCapital, type Token } from '../text/tokenize.ts'
import { allCapital, generation } from './read-run.ts'

const particle =
  /^(?:de|du|la|le|von|van|der|den|ten|ter|al|el|bin|ibn|ben|da|di|dos|del|della|af|av|d[’']|l[’'])$/

const longestRun = 12

export function endOfRun(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
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
      (lexicon.flags(next.lower) & Flag.common) === 0 &&
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
