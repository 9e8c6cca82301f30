import { Flag } from '../languages/table.ts'
import type { Range } from '../text/passages.ts'
import type { Attribution } from './attribution.ts'
import { inName, inverted, isNoun } from './cue-words.ts'
import { markedSubject, officeAfter, quotesOthers, whoIsQuoted } from './quoted-by.ts'
import {
  type Clause,
  entityAt,
  flagsAt,
  has,
  isSubjectPronoun,
  type Mention,
  nameMention,
  type Reading,
  runAt,
} from './reading.ts'
import { readSource } from './source.ts'
import { subjectAfter } from './subject-after.ts'
import { subjectBefore } from './subject-before.ts'
import { readUnlisted, unlistedVerb } from './unlisted.ts'

const skipped = /^[,;:—–\-.!?…)]$/

/** An attribution set inside the passage, or after a dash paragraph's speech. */
export function readAside(reading: Reading, aside: Range): Attribution | undefined {
  const clause: number[] = []
  for (let index = aside.from; index < aside.to; index++) clause.push(index)
  const found = readAfter(reading, clause)
  if (found?.mention !== undefined) return { ...found, rule: 'said-inside' }
  // "— пожал плечами Иван Петров. —": no verb of saying, but somebody stands there.
  const mention = firstNamed(reading, clause)
  if (mention === undefined) return found && { ...found, rule: 'said-inside' }
  const cue = { from: aside.from, to: aside.from + 1 }
  return { cue, mention, rule: 'said-inside', strength: 'speech', distance: 0 }
}

/** "…," said Ann Lee; «…», — сказал он; « … », explique X; „…“, so X; "…," Ann Lee said. */
export function readAfter(reading: Reading, clause: Clause): Attribution | undefined {
  let first = 0
  first = skipSigns(reading, clause, first)
  if (reading.tokens[clause[first] ?? -1]?.text === '(') first = skipBrackets(reading, clause, first)
  let end = first
  while (end < clause.length && end - first < 45) {
    const index = clause[end] ?? -1
    if (index < 0 ? !goesOn(reading, clause, end) : /^[;:]$/.test(reading.tokens[index]?.text ?? '')) break
    end++
  }
  const words = clause.slice(first, end)
  if (words.length === 0) return undefined
  const opener = reading.tokens[words[0] ?? -1]?.lower
  const source = opener === 'pour' || opener === 'für' ? undefined : readSource(reading, words, 0)
  if (source !== undefined) return { ...source, rule: 'source-phrase' }
  for (let at = 0; at < words.length; at++) {
    const index = words[at] ?? -1
    const token = reading.tokens[index]
    if (token === undefined || token.kind !== 'word') continue
    const flags = flagsAt(reading, index)
    if (inverted.test(token.lower)) {
      const read = readInverted(reading, words, at)
      const place = token.lower.endsWith('-on') ? officeAfter(reading, words, at) : undefined
      return place === undefined ? read : { ...read, mention: place }
    }
    if (at === 0 && (flags & Flag.speech) === 0 && unlistedVerb(reading, words)) {
      const mention = subjectAfter(reading, words, 0)
      if (mention !== undefined && mention.kind !== 'phrase') {
        const cue = { from: index, to: index + 1 }
        return { cue, mention, rule: 'said-after', strength: 'speech', distance: 1 }
      }
    }
    if (
      at > 0 &&
      (flags & Flag.that) !== 0 &&
      (flags & Flag.pronoun) === 0 &&
      reading.lexicon.language !== 'de' &&
      !(at > 1)
    )
      return undefined
    if ((flags & Flag.speech) === 0 || inName(reading, index) || isNoun(reading, index)) continue
    if (quotesOthers.test(token.lower)) {
      const quoted = whoIsQuoted(reading, clause, first + at)
      if (quoted !== undefined)
        return {
          cue: { from: index, to: index + 1 },
          mention: quoted,
          rule: 'said-after',
          strength: 'speech',
          distance: 0,
        }
    }
    if (token.lower === 'so' && !(at === 0 && reading.lexicon.language === 'de')) continue
    if (at > 0 && opensRelative(reading, words, at)) continue
    const leading = words.slice(0, at).every((word) => leads(reading, word))
    const last = lastOfVerb(reading, words, at)
    const named = officeAfter(reading, words, last)
    const mention =
      named ??
      (leading
        ? (subjectAfter(reading, words, last) ?? subjectBefore(reading, words, at))
        : (subjectBefore(reading, words, at) ?? subjectAfter(reading, words, at)))
    return {
      cue: { from: index, to: (words[last] ?? index) + 1 },
      mention: mention ?? markedSubject(reading, words, at),
      rule: 'said-after',
      strength: 'speech',
      distance: leading ? 0 : at,
    }
  }
  return readUnlisted(reading, words)
}

function firstNamed(reading: Reading, clause: Clause): Mention | undefined {
  for (const index of clause) {
    const run = runAt(reading, index)
    if (run?.kind === 'person' || (run?.kind === 'unknown' && entityAt(reading, index)?.kind === 'person'))
      return nameMention(reading, run)
    if (isSubjectPronoun(reading, index)) return { from: index, to: index + 1, kind: 'pronoun' }
  }
  return undefined
}

/** Whether a passage inside an attribution is only a name in it: заявил представитель «министерства» Иван Петров. */
function goesOn(reading: Reading, clause: Clause, at: number): boolean {
  const before = reading.tokens[clause[at - 1] ?? -1]
  const after = reading.tokens[clause[at + 1] ?? -1]
  return (
    before?.kind === 'word' &&
    after?.kind === 'word' &&
    (has(reading, clause[at - 1], Flag.person | Flag.group) ||
      has(reading, clause[at + 1], Flag.person) ||
      runAt(reading, clause[at + 1]) !== undefined)
  )
}

function skipSigns(reading: Reading, clause: Clause, from: number): number {
  let at = from
  while (at < clause.length && skipped.test(reading.tokens[clause[at] ?? -1]?.text ?? '')) at++
  return at
}

/** A remark in brackets may stand between a quotation and its attribution. */
function skipBrackets(reading: Reading, clause: Clause, from: number): number {
  for (let at = from; at < Math.min(clause.length, from + 30); at++) {
    if (reading.tokens[clause[at] ?? -1]?.text === ')') return skipSigns(reading, clause, at + 1)
  }
  return from
}

/** "a-t-il déclaré", "explique-t-elle", "s’est-il interrogé". */
export function readInverted(reading: Reading, words: Clause, at: number): Attribution {
  const index = words[at] ?? 0
  const next = words[at + 1]
  const auxiliary = /^(?:a|ont|avait|est|était)-/.test(reading.tokens[index]?.lower ?? '')
  const to = auxiliary && next !== undefined && next === index + 1 ? next + 1 : index + 1
  return {
    cue: { from: index, to },
    mention: { from: index, to: index + 1, kind: 'pronoun' },
    rule: 'said-after',
    strength: 'speech',
    distance: 0,
  }
}

/** Words that may stand before an inverted verb: auxiliaries, adverbs, a reflexive. */
function leads(reading: Reading, index: number): boolean {
  if (index < 0 || runAt(reading, index) !== undefined || isSubjectPronoun(reading, index)) return false
  const flags = flagsAt(reading, index)
  return (
    (flags & Flag.filler) !== 0 ||
    (flags === 0 &&
      reading.lexicon.language !== 'en' &&
      reading.tokens[index]?.kind === 'word' &&
      /[оею]$|ment$/.test(reading.tokens[index]?.lower ?? ''))
  )
}

/** In compound tenses the verb ends with the participle: "a déclaré", "has said". */
function lastOfVerb(reading: Reading, words: Clause, at: number): number {
  return has(reading, words[at + 1], Flag.speech) && reading.lexicon.language === 'fr' ? at + 1 : at
}

/** "…, who said earlier that …": the verb of a relative clause still has the speaker before it, but not this passage. */
function opensRelative(reading: Reading, words: Clause, at: number): boolean {
  const before = reading.tokens[words[at - 1] ?? -1]
  return (
    before !== undefined && /^(?:who|which|qui|который|которая|который|який|яка|to|не)$/.test(before.lower)
  )
}
