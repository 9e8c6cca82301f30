import type { Attribution } from './attribution.ts'
import { Flag } from './languages/table.ts'
import type { Passage } from './passages.ts'
import { flagsAt, has, isSubjectPronoun, type Reading } from './reading.ts'
import { isCapital } from './tokenize.ts'

/** What is known of a passage when it is decided whether somebody said it. */
export interface Evidence {
  reading: Reading
  passage: Passage
  attribution: Attribution | undefined
  /** Whether nothing else stands in its paragraph. */
  alone: boolean
  /** Whether it goes on from a quotation before it. */
  continues: boolean
  /** Whether another quotation stands before it in the same sentence. */
  accompanies: boolean
  /** Whether the sentence is in the German subjunctive, which reports speech by itself. */
  reported: boolean
  /** Whether it stands in a row with a passage that was found to be no quotation. */
  listed: boolean
  /** The tokens beside the passage, in the same paragraph. */
  before: number | undefined
  after: number | undefined
}

export interface Verdict {
  kind: 'direct' | 'partial' | undefined
  /** Points for, less points against; above 0 is a quotation. */
  points: number
}

const smallWord =
  /^(?:a|an|the|of|in|on|at|by|for|with|from|to|and|or|but|as|de|du|la|le|les|des|et|à|der|die|das|und|von|и|в|на|с|і|й|та|у|з)$/
const auxiliary =
  /^(?:is|are|was|were|be|been|have|has|had|will|would|can|could|do|does|did|should|may|might|must|don['’]t|doesn['’]t|isn['’]t|can['’]t|won['’]t|not|ist|sind|war|haben|hat|wird|werden|kann|muss|nicht|est|sont|a|ont|était|sera|pas|être|avoir|faut|есть|был|была|было|были|будет|будут|может|нужно|надо|не|є|був|була|було|були|буде|будуть|може|треба|потрібно)$/

/** Weighs whether a marked passage is somebody's words, or a title, a name, a word held at arm's length. */
export function classify(evidence: Evidence): Verdict {
  const { reading, passage, attribution } = evidence
  const shape = shapeOf(reading, passage)
  let points = -2.2
  if (passage.by === 'dash') return { kind: 'direct', points: passage.asides.length > 0 ? 5 : 2 }
  points += lengthPoints(shape.words)
  if (shape.clausal && !shape.titled) points += 1
  if (evidence.accompanies) points += 1.5
  if (evidence.reported) points += 2.5
  if (evidence.continues) points += 3
  if (evidence.alone && shape.words >= 3) points += 3
  if (passage.asides.length > 0) points += 4
  if (attribution !== undefined) points += attributionPoints(attribution)
  const carries =
    attribution !== undefined && (attribution.rule === 'said-after' || attribution.rule === 'said-before')
  if (shape.titled && shape.words >= 2) points -= carries && attribution.distance <= 1 ? 1 : 4
  else if (shape.capital && !shape.ends && shape.words <= 4 && !carries)
    points -= reading.lexicon.language !== 'de' ? 3 : shape.words === 1 ? 2 : 1
  const naming = namesBefore(evidence)
  if (naming) points -= attribution?.rule === 'said-before' ? 1 : 3
  if (evidence.listed || charged(evidence)) points -= 8
  if (shape.ends && !shape.titled && (shape.clausal || !shape.capital) && shape.words >= 3) points += 1
  if (namesAfter(evidence)) points -= 2.5
  // Russian and Ukrainian set words at arm's length far more often than they quote two of them.
  const slavic = reading.lexicon.language === 'ru' || reading.lexicon.language === 'uk'
  const coined = attribution?.strength === 'fragment' && attribution.distance <= 3
  if (slavic && shape.words <= 2 && !carries && !coined) points -= 0.7
  if (shape.paper && !carries) points -= 3
  if (shape.address) points -= 3
  if (shape.words === 0) points -= 9
  if (passage.by === 'single') points -= 0.7
  const whole =
    shape.capital && (shape.ends || carries || evidence.alone || evidence.continues) && shape.words >= 2
  const governed = attribution !== undefined && attribution.rule === 'same-sentence'
  const kind = whole && !governed ? 'direct' : shape.capital && shape.words > 7 ? 'direct' : 'partial'
  return { kind: points > 0 ? kind : undefined, points }
}

function lengthPoints(words: number): number {
  if (words <= 1) return -0.5
  if (words === 2) return 0
  if (words <= 4) return 0.8
  if (words <= 7) return 1.8
  return words <= 11 ? 2.8 : 4.5
}

function attributionPoints(attribution: Attribution): number {
  switch (attribution.rule) {
    case 'said-inside':
      return 5
    case 'said-after':
      return attribution.distance <= 3 ? 4.5 : attribution.distance <= 8 ? 2.5 : 1
    case 'said-before':
      return attribution.distance <= 4 ? 4 : 2.5
    case 'source-phrase':
      return 2.5
    case 'colon':
      return 2
    default:
      if (attribution.strength === 'source') return 2.5
      return attribution.distance <= 4 ? 2.8 : attribution.distance <= 12 || attribution.clause ? 2.4 : 1
  }
}

interface Shape {
  /** Whether it is one unbroken string with a full stop inside, as addresses of the net are. */
  address: boolean
  /** Whether it looks like the name of a German newspaper: “Allgäuer Zeitung”. */
  paper: boolean
  words: number
  capital: boolean
  /** Whether its last sign ends or interrupts a sentence. */
  ends: boolean
  /** Whether every word of weight has a capital, as titles do in English. */
  titled: boolean
  /** Whether it has the look of a clause: a pronoun, an auxiliary, a negation. */
  clausal: boolean
}

function shapeOf(reading: Reading, passage: Passage): Shape {
  let words = 0
  let capitals = 0
  let weighty = 0
  let clausal = false
  let capital = false
  for (let index = passage.first; index < passage.last; index++) {
    const token = reading.tokens[index]
    if (token === undefined || token.kind === 'sign') continue
    words++
    if (words === 1) capital = isCapital(token) || token.kind === 'number'
    if (token.kind !== 'word') continue
    if (
      isSubjectPronoun(reading, index) ||
      auxiliary.test(token.lower) ||
      (flagsAt(reading, index) & Flag.pronoun) !== 0
    )
      clausal = true
    if (smallWord.test(token.lower)) continue
    weighty++
    if (isCapital(token)) capitals++
  }
  const last = reading.tokens[passage.last - 1]
  const ends = last !== undefined && /^[.,!?…]$/.test(last.text)
  const titled =
    capital && weighty > 0 && capitals === weighty && words <= 9 && reading.lexicon.language !== 'de'
  const first = reading.tokens[passage.first]
  const exact = reading.text.slice(first?.start ?? 0, last?.end ?? 0)
  const address = exact.length < 60 && /^\S+\.\p{Ll}{2,}$/u.test(exact)
  return {
    words,
    capital,
    ends,
    titled,
    clausal,
    address,
    paper:
      reading.lexicon.language === 'de' && /^\p{Lu}\p{L}+er \p{Lu}[\p{L}-]+(?: \p{Lu}\p{L}+)?$/u.test(exact),
  }
}

/** Whether a word just before the passage announces a title or name: the film “…”, so-called “…”, газета «…». */
function namesBefore(evidence: Evidence): boolean {
  const { reading, before } = evidence
  if (before === undefined || before < 0) return false
  const token = reading.tokens[before]
  if (token === undefined) return false
  if (token.kind === 'word') {
    const flags = flagsAt(reading, before)
    if ((flags & Flag.fragment) !== 0 && (flags & Flag.naming) === 0) return false
    if ((flags & Flag.naming) !== 0) return true
    if (
      (flags & Flag.preposition) !== 0 &&
      has(reading, before - 1, Flag.naming) &&
      !has(reading, before - 1, Flag.group | Flag.document)
    )
      return true
    // A report “Title” is named, a letter: “We …” is quoted.
    const capital = isCapital(reading.tokens[evidence.passage.first] ?? token)
    const ended = /^[.,!?…]$/.test(reading.tokens[evidence.passage.last - 1]?.text ?? '')
    if ((flags & Flag.document) !== 0 && capital && !ended) return true
    if ((flags & Flag.group) !== 0)
      return reading.lexicon.language !== 'de' && isCapital(reading.tokens[evidence.passage.first] ?? token)
  }
  return false
}

const charge =
  /^(?:poursuivie?s?|inculpée?s?|condamnée?s?|examen|accusée?s?|jugée?s?|charged|convicted|обвин\p{L}+|вменя\p{L}+|звинувач\p{L}+|інкримін\p{L}+|підозр\p{L}+|подозр\p{L}+|angeklagt|verurteilt)$/u

/** Whether the words before name what somebody is charged with: they are the law's. */
function charged({ reading, before }: Evidence): boolean {
  if (before === undefined || !has(reading, before, Flag.preposition))
    return charge.test(reading.tokens[before ?? -1]?.lower ?? '') && reading.lexicon.language !== 'fr'
  return charge.test(reading.tokens[before - 1]?.lower ?? '')
}

/** Whether the word after the passage says what the name before it names: the “…” campaign, „…“-Programm. */
function namesAfter(evidence: Evidence): boolean {
  const { reading, after } = evidence
  const token = after === undefined ? undefined : reading.tokens[after]
  if (after === undefined || token === undefined) return false
  if (token.text === '-' && !(reading.tokens[after + 1]?.spaced ?? true)) return true
  if (token.kind !== 'word' || reading.lexicon.language !== 'en' || isCapital(token)) return false
  const next =
    has(reading, after + 1, Flag.naming) &&
    !has(reading, after, Flag.preposition | Flag.conjunction | Flag.speech | Flag.filler)
  return (has(reading, after, Flag.naming) && !has(reading, after, Flag.speech | Flag.fragment)) || next
}

export function wordBefore(reading: Reading, passage: Passage): number | undefined {
  const index = passage.open - 1
  const token = reading.tokens[index]
  return token === undefined || token.paragraph !== passage.paragraph ? undefined : index
}

export function wordAfter(reading: Reading, passage: Passage): number | undefined {
  const index = passage.close + 1
  const token = reading.tokens[index]
  return token === undefined || token.paragraph !== passage.paragraph ? undefined : index
}

export { has }
