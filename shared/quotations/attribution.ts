import { Flag } from './languages/table.ts'
import type { Passage, Range } from './passages.ts'
import type { QuotationRule } from './quotation.ts'
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
import type { Sentence } from './sentences.ts'
import { isParticiple, sentenceSubject, subjectAfter, subjectBefore } from './subject.ts'

/** Who is said to say something, and how the text says so. */
export interface Attribution {
  /** Tokens of the verb or phrase, the end exclusive. */
  cue: Range
  mention: Mention | undefined
  rule: QuotationRule
  /** `speech` reports words; `fragment` only colours a sentence with them; `source` names where they are from. */
  strength: 'speech' | 'fragment' | 'source'
  /** How many words of the sentence stand between the cue and the passage. */
  distance: number
  /** Whether a "that" between cue and passage makes all that follows reported speech. */
  clause?: boolean
}

const inverted = /-(?:t-)?(?:il|elle|ils|elles|on)$/
const skipped = /^[,;:—–\-.!?…)]$/

/** How many words are read on either side of a passage; longer sentences are lists, and the bound keeps the time linear. */
const reach = 80

/** The reporter's words of a sentence before and after one of its passages; other passages stand as -1. */
export function clausesAround(sentence: Sentence, passage: Passage): { before: number[]; after: number[] } {
  const place = sentence.passages.indexOf(passage, Math.max(0, sentence.read))
  sentence.read = place
  const before: number[] = []
  let other = place - 1
  for (let index = opens(passage) - 1; index >= sentence.from && before.length < reach; index--) {
    const earlier = sentence.passages[other]
    if (earlier !== undefined && index < closes(earlier)) {
      before.push(-1)
      index = opens(earlier)
      other--
    } else before.push(index)
  }
  const after: number[] = []
  other = place + 1
  for (let index = closes(passage); index < sentence.to && after.length < reach; index++) {
    const later = sentence.passages[other]
    if (later !== undefined && index >= opens(later)) {
      after.push(-1)
      index = Math.max(index, closes(later) - 1)
      other++
    } else after.push(index)
  }
  return { before: before.reverse(), after }
}

function opens(passage: Passage): number {
  return passage.open < 0 ? passage.first : passage.open
}

/** The token after a passage and its closing mark. */
function closes(passage: Passage): number {
  return passage.closed && passage.by !== 'dash' ? passage.close + 1 : passage.close
}

/** An attribution set inside the passage, or after a dash paragraph's speech. */
export function readAside(reading: Reading, aside: Range): Attribution | undefined {
  const clause: number[] = []
  for (let index = aside.from; index < aside.to; index++) clause.push(index)
  const found = readAfter(reading, clause)
  return found && { ...found, rule: 'said-inside' }
}

/** "…," said Ann Lee; «…», — сказал он; « … », explique X; „…“, so X; "…," Ann Lee said. */
export function readAfter(reading: Reading, clause: Clause): Attribution | undefined {
  let first = 0
  first = skipSigns(reading, clause, first)
  if (reading.tokens[clause[first] ?? -1]?.text === '(') first = skipBrackets(reading, clause, first)
  let end = first
  while (end < clause.length && end - first < 45) {
    const index = clause[end] ?? -1
    if (index < 0 || /^[;:]$/.test(reading.tokens[index]?.text ?? '')) break
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
    if (inverted.test(token.lower)) return readInverted(reading, words, at)
    if (at === 0 && first > 0 && (flags & Flag.speech) === 0 && unlistedVerb(reading, words)) {
      const mention = subjectAfter(reading, words, 0)
      if (mention !== undefined && mention.kind !== 'phrase') {
        const cue = { from: index, to: index + 1 }
        return { cue, mention, rule: 'said-after', strength: 'speech', distance: 0 }
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
    const mention = leading
      ? (subjectAfter(reading, words, lastOfVerb(reading, words, at)) ?? subjectBefore(reading, words, at))
      : (subjectBefore(reading, words, at) ?? subjectAfter(reading, words, at))
    return {
      cue: { from: index, to: (words[lastOfVerb(reading, words, at)] ?? index) + 1 },
      mention,
      rule: 'said-after',
      strength: 'speech',
      distance: leading ? 0 : at,
    }
  }
  return first > 0 ? readUnlisted(reading, words) : undefined
}

/** "…," Ann Lee quipped: a name, and a word that looks like a verb in the place of one. */
function readUnlisted(reading: Reading, words: Clause): Attribution | undefined {
  if (reading.lexicon.language !== 'en') return undefined
  const index = words[0] ?? -1
  const run = runAt(reading, index)
  const at = run === undefined ? 1 : run.to - index
  const verb = words[at]
  const token = reading.tokens[verb ?? -1]
  if (verb === undefined || token === undefined || !/^\p{Ll}+(?:ed|s)$/u.test(token.text)) return undefined
  if (flagsAt(reading, verb) !== 0) return undefined
  const cue = { from: verb, to: verb + 1 }
  if (run !== undefined && run.kind !== 'role') {
    return { cue, mention: nameMention(reading, run), rule: 'said-after', strength: 'speech', distance: 2 }
  }
  if (!isSubjectPronoun(reading, index)) return undefined
  const mention: Mention = { from: index, to: index + 1, kind: 'pronoun' }
  return { cue, mention, rule: 'said-after', strength: 'speech', distance: 2 }
}

const verbEnding: Record<string, RegExp> = {
  en: /(?:ed|s)$/,
  de: /(?:te|t)$/,
  fr: /(?:e|a|it)$/,
  ru: /(?:л|ла|ли|ет|ит|лся|лась|ется|ится)$/,
  uk: /(?:в|ла|ли|є|ить|ує|вся|лася)$/,
}

/** A word no table lists, in the place and with the ending of a verb of saying: „…“, lästerte Ann Lee. */
function unlistedVerb(reading: Reading, words: Clause): boolean {
  const token = reading.tokens[words[0] ?? -1]
  if (token === undefined || token.kind !== 'word' || /^\p{Lu}/u.test(token.text)) return false
  const known =
    Flag.preposition |
    Flag.conjunction |
    Flag.determiner |
    Flag.pronoun |
    Flag.filler |
    Flag.that |
    Flag.person |
    Flag.group
  if ((flagsAt(reading, words[0]) & known) !== 0) return false
  if (!(verbEnding[reading.lexicon.language]?.test(token.lower) ?? false)) return false
  for (let at = 1; at < Math.min(words.length, 4); at++) {
    const index = words[at]
    const run = runAt(reading, index)
    if (run !== undefined) return run.kind === 'person' || entityAt(reading, index)?.kind === 'person'
    if (!has(reading, index, Flag.determiner | Flag.title | Flag.person)) return false
    if (has(reading, index, Flag.person)) return true
  }
  return false
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

/** Verbs whose object is who spoke: "цитирует канцлера агентство". */
const quotesOthers = /^(?:цитир|циту|процит|перед)/

function whoIsQuoted(reading: Reading, words: Clause, verb: number): Mention | undefined {
  let role: Mention | undefined
  for (let at = verb + 1; at < words.length; at++) {
    const index = words[at] ?? -1
    if (/^(?:его|её|ее|їх|його|її|их)$/.test(reading.tokens[index]?.lower ?? '')) {
      return { from: index, to: index + 1, kind: 'pronoun' }
    }
    const run = runAt(reading, index)
    if (role !== undefined && has(reading, role.head, Flag.group) && run !== undefined)
      return { ...role, to: run.to }
    if (run?.kind === 'person' || (run?.kind === 'unknown' && entityAt(reading, index)?.kind === 'person'))
      return nameMention(reading, run)
    if (role === undefined && has(reading, index, Flag.person | Flag.group) && run === undefined)
      role = { from: index, to: index + 1, kind: 'role', head: index }
  }
  return role
}

const alsoNoun =
  /^(?:reports|report|claims|claim|comments|comment|remarks|notes|note|estimates|answers|answer|posts|tweets|states|calls|call|promises|questions|demands|charges|offers|offer|reply|response|statement|thanks|find|finds|ruling|reading|writing|saying|warning|tweet|post)$/

/** "two critical reports", "the claims": English nouns that look like verbs of saying. */
function isNoun(reading: Reading, index: number): boolean {
  const token = reading.tokens[index]
  if (reading.lexicon.language !== 'en' || token === undefined || !alsoNoun.test(token.lower)) return false
  const before = reading.tokens[index - 1]
  if (before === undefined || before.kind !== 'word' || before.paragraph !== token.paragraph) return false
  if (runAt(reading, index - 1) !== undefined || isSubjectPronoun(reading, index - 1)) return false
  const flags = flagsAt(reading, index - 1)
  if ((flags & (Flag.determiner | Flag.preposition)) !== 0) return true
  return (flags & (Flag.person | Flag.group | Flag.document | Flag.filler | Flag.conjunction)) === 0
}

/** "a-t-il déclaré", "explique-t-elle", "s’est-il interrogé". */
function readInverted(reading: Reading, words: Clause, at: number): Attribution {
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

/** A verb that belongs to a name or noun is none: "Said Ahmed", "the Reading office". */
function inName(reading: Reading, index: number): boolean {
  const run = runAt(reading, index)
  return run !== undefined && run.kind !== 'unknown'
}

/** "…, who said earlier that …": the verb of a relative clause still has the speaker before it, but not this passage. */
function opensRelative(reading: Reading, words: Clause, at: number): boolean {
  const before = reading.tokens[words[at - 1] ?? -1]
  return (
    before !== undefined && /^(?:who|which|qui|который|которая|который|який|яка|to|не)$/.test(before.lower)
  )
}

/** "according to X", "за словами X", "selon X", "laut X", from the given place on. */
export function readSource(
  reading: Reading,
  clause: Clause,
  at: number,
): Omit<Attribution, 'rule'> | undefined {
  const index = clause[at] ?? -1
  const token = reading.tokens[index]
  if (token === undefined) return undefined
  const phrases = reading.lexicon.sources.get(token.lower)
  if (phrases === undefined) return undefined
  const phrase = phrases.find((words) =>
    words.every((word, offset) => same(reading.tokens[clause[at + offset] ?? -1]?.lower, word)),
  )
  if (phrase === undefined) return undefined
  const last = at + phrase.length - 1
  const from = index
  const to = (clause[last] ?? index) + 1
  const owner = possessiveIn(reading, clause, at, last)
  const mention = owner ?? subjectOfSource(reading, clause, last)
  if (mention === undefined) return undefined
  return { cue: { from, to }, mention, strength: 'source', distance: 0 }
}

function same(word: string | undefined, wanted: string): boolean {
  return word !== undefined && (word === wanted || word.replace(/'/g, '’') === wanted)
}

/** "по его словам": the pronoun stands inside the phrase. */
function possessiveIn(reading: Reading, clause: Clause, from: number, to: number): Mention | undefined {
  for (let at = from; at <= to; at++) {
    const index = clause[at] ?? -1
    if (/^(?:его|ее|её|их|його|її|їхн\p{L}+|їх)$/u.test(reading.tokens[index]?.lower ?? ''))
      return { from: index, to: index + 1, kind: 'pronoun' }
  }
  return undefined
}

function subjectOfSource(reading: Reading, clause: Clause, last: number): Mention | undefined {
  const index = clause[last + 1] ?? -1
  const token = reading.tokens[index]
  if (token === undefined || token.kind !== 'word') return undefined
  if (
    isSubjectPronoun(reading, index) ||
    /^(?:него|нее|неё|них|нього|неї|lui|elle|eux|elles|ihm|ihr)$/.test(token.lower)
  ) {
    return { from: index, to: index + 1, kind: 'pronoun' }
  }
  return subjectAfter(reading, clause, last)
}

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
        rule: direct && distance <= 25 ? 'said-before' : 'same-sentence',
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

function isInvertedVerb(reading: Reading, lower: string): boolean {
  return (
    (reading.lexicon.flags(lower.replace(inverted, '')) & Flag.speech) !== 0 ||
    /^(?:a|ont|avait|est)-/.test(lower)
  )
}

function opensSentence(reading: Reading, clause: Clause, at: number): boolean {
  return at === 0 || (at === 1 && has(reading, clause[0], Flag.conjunction))
}

/** The subject of a verb in the middle of a sentence: before it where a name, pronoun or role stands there, else after. */
function subjectNear(reading: Reading, clause: Clause, verb: number): Mention | undefined {
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
