import { Flag } from '../languages/table.ts'
import type { Attribution } from './attribution.ts'
import { inName, inverted, isInvertedVerb, isNoun } from './cue-words.ts'
import { slavic } from './noun-phrase.ts'
import { markedSubject } from './quoted-by.ts'
import { readInverted } from './read-after.ts'
import { type Clause, flagsAt, has, type Mention, type Reading, runAt } from './reading.ts'
import { isParticiple, sentenceSubject } from './sentence-subject.ts'
import { readSource } from './source.ts'
import { subjectAfter } from './subject-after.ts'
import { subjectBefore } from './subject-before.ts'

/** What stands before a passage: "Ann Lee said: “", "сообщил Иван Петров: «", "Selon X, «". */
export function readBefore(reading: Reading, clause: Clause): Attribution | undefined {
  const { tokens } = reading
  const begin = Math.max(0, clause.length - 60)
  let best: Attribution | undefined
  let that = false
  const direct = /^[:,]$/.test(tokens[clause.at(-1) ?? -1]?.text ?? '')
  for (let at = clause.length - 1; at >= begin; at--) {
    const index = clause[at] ?? -1
    const token = tokens[index]
    if (token === undefined) continue
    if (token.text === ';') break
    const flags = flagsAt(reading, index)
    if ((flags & Flag.that) !== 0) that = true
    const distance = clause.length - 1 - at
    const source = readSource(reading, clause, at)
    if (
      source !== undefined &&
      (best === undefined || best.strength === 'fragment') &&
      ((token.lower !== 'pour' && token.lower !== 'für') ||
        (opensSentence(reading, clause, at) &&
          source.mention?.kind !== 'phrase' &&
          source.mention?.entity?.kind !== 'unknown')) &&
      token.lower !== 'so'
    ) {
      return { ...source, rule: 'source-phrase', distance }
    }
    if (reading.lexicon.sourcesAfter.has(token.lower)) {
      const mention = subjectBefore(reading, clause, at)
      if (mention !== undefined) {
        return {
          cue: { from: index, to: index + 1 },
          mention,
          rule: 'source-phrase',
          strength: 'source',
          distance,
        }
      }
    }
    if (token.kind !== 'word' || inName(reading, index) || isNoun(reading, index)) continue
    if (inverted.test(token.lower) && best === undefined && isInvertedVerb(reading, token.lower)) {
      return { ...readInverted(reading, clause, at), rule: 'same-sentence', distance }
    }
    if (token.lower === 'so' && reading.lexicon.language === 'de') continue
    if ((flags & Flag.speech) !== 0 && (best === undefined || weak(reading, best))) {
      const mention = subjectNear(reading, clause, at)
      const noun =
        (flags & (Flag.naming | Flag.document)) !== 0 &&
        has(reading, clause[at - 1], Flag.determiner | Flag.preposition)
      if (noun) continue
      if (best !== undefined && (mention === undefined || mention.kind === 'phrase')) continue
      best = {
        cue: { from: index, to: index + 1 },
        mention,
        // Right before the mark a verb of saying needs no colon: tweeted “…”. ("Сообщает «Вестник»" names an outlet.)
        rule:
          (direct && distance <= 25) || (distance === 0 && !slavic(reading))
            ? 'said-before'
            : 'same-sentence',
        strength: 'speech',
        distance,
        clause: that,
      }
      if (mention !== undefined && !weak(reading, best)) return best
    }
    if ((flags & Flag.fragment) !== 0 && best === undefined) {
      const mention = subjectNear(reading, clause, at)
      if (mention !== undefined && mention.kind !== 'phrase')
        best = {
          cue: { from: index, to: index + 1 },
          mention,
          rule: 'same-sentence',
          strength: 'fragment',
          distance,
        }
    }
  }
  return best
}

function opensSentence(reading: Reading, clause: Clause, at: number): boolean {
  return at === 0 || (at === 1 && has(reading, clause[0], Flag.conjunction))
}

/** The subject of a verb in the middle of a sentence: before it where a name, pronoun or role stands there, else after. */
export function subjectNear(reading: Reading, clause: Clause, verb: number): Mention | undefined {
  const worded = wordedSubject(reading, clause, verb)
  if (worded?.kind === 'name' || worded?.kind === 'pronoun' || worded?.kind === 'role') return worded
  return markedSubject(reading, clause, verb) ?? worded
}

function wordedSubject(reading: Reading, clause: Clause, verb: number): Mention | undefined {
  if (isParticiple(reading, clause[verb]) && runAt(reading, clause[verb - 1])?.kind !== 'person')
    return sentenceSubject(reading, clause, verb)
  const before = subjectBefore(reading, clause, verb)
  const adjacent =
    before !== undefined &&
    (before.kind === 'pronoun' || before.entity?.kind === 'person') &&
    (clause[verb] ?? 0) - before.to <= 2
  const after =
    reading.lexicon.language === 'en' && before !== undefined
      ? undefined
      : subjectAfter(reading, clause, verb)
  // German and the Slavic languages put the verb first as often as not: "gestern sagte Ann Lee: …".
  if (!adjacent) {
    if (
      after !== undefined &&
      (after.kind === 'pronoun' || after.entity?.kind === 'person') &&
      after.from - (clause[verb] ?? 0) <= 4
    )
      return after
  }
  if (before !== undefined && (before.kind === 'name' || before.kind === 'pronoun')) return before
  if (reading.lexicon.language !== 'en' && after !== undefined && after.kind !== 'phrase')
    return before?.kind === 'role' ? before : after
  if (before !== undefined) return before
  if (after !== undefined) return after
  return sentenceSubject(reading, clause, verb)
}

/** A cue that a clearer one earlier in the sentence may replace: a fragment verb, or one whose subject is only a pronoun or phrase. */
function weak(reading: Reading, attribution: Attribution): boolean {
  // "said that Y had concluded": what was before is told by whoever speaks now.
  if (reading.tokens[attribution.cue.from - 1]?.lower === 'had') return true
  return (
    attribution.mention === undefined ||
    attribution.mention.kind === 'phrase' ||
    (attribution.strength === 'fragment' && attribution.mention.kind === 'pronoun')
  )
}
