import type { Attribution } from '../attribution/attribution.ts'
import { has, type Reading } from '../attribution/reading.ts'
import type { Passage } from '../text/passages.ts'
import { shapeOf } from './shape.ts'
import { charged, namesAfter, namesBefore, nicknames, predicates } from './titles.ts'

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

/** Weighs whether a marked passage is somebody's words, or a title, a name, a word held at arm's length. */
export function classify(evidence: Evidence): Verdict {
  const { reading, passage, attribution } = evidence
  const shape = shapeOf(reading, passage)
  let points = -2.2
  if (passage.by === 'dash') return { kind: 'direct', points: passage.asides.length > 0 ? 5 : 2 }
  points += lengthPoints(shape.words, reading.lexicon.language)
  if (shape.clausal && !shape.titled) points += 1
  if (evidence.accompanies) points += 1.5
  if (evidence.reported) points += 2.5
  if (evidence.continues) points += 3
  if (evidence.alone && shape.words >= 3) points += 3
  if (passage.asides.length > 0) points += 4
  if (attribution !== undefined) points += attributionPoints(attribution)
  const carries = attribution !== undefined && carriesAll(attribution)
  if (shape.titled && shape.words >= 2) points -= carries && attribution.distance <= 1 ? 1 : 4
  else if (shape.capital && !shape.ends && shape.words <= 4 && !carries)
    points -= reading.lexicon.language !== 'de' ? 3 : shape.words === 1 ? 2 : 1
  if (predicates(evidence)) points += 1.2
  if (shape.capital && shape.words <= 1 && shape.ends && !carries && !evidence.alone && !evidence.continues)
    points -= 2
  const naming = namesBefore(evidence)
  if (naming) points -= attribution?.rule === 'said-before' ? 1 : 3
  if (evidence.listed || charged(evidence)) points -= 8
  if (nicknames(evidence)) points -= 3
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

/** Whether the attribution is about the passage and nothing else: it stands right beside it. */
function carriesAll({ rule, distance, mention }: Attribution): boolean {
  if (rule === 'said-after' || rule === 'said-before') return true
  if (rule === 'source-phrase') return distance === 0
  return rule === 'colon' && mention !== undefined && mention.kind !== 'phrase'
}

function lengthPoints(words: number, language: string): number {
  // German papers quote single words more than others do.
  if (words <= 1) return language === 'de' ? 0 : -0.5
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
      return attribution.mention?.entity?.kind === 'person' || attribution.cue.to > attribution.cue.from
        ? 3.2
        : 2
    default:
      if (attribution.strength === 'source') return 2.5
      return attribution.distance <= 4 ? 2.8 : attribution.distance <= 12 || attribution.clause ? 2.4 : 1
  }
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
